import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  clopperPearsonInterval,
  estimateShare,
  hypergeometricInterval,
  type ShareStratum,
} from './index.js';

const met = true;
const not = false;
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

const stratum = (id: string, populationSize: number, values: (boolean | null)[]): ShareStratum => ({
  id,
  populationSize,
  values,
});

const three = [
  stratum('education', 180, [met, not, met, met, met, not, met, met]),
  stratum('health', 90, [not, not, met, not, not]),
  stratum('care', 60, [met, met, met, not]),
];

describe('the share of plans that meet a criterion', () => {
  it('comes with its interval and what both rest on', () => {
    const result = estimateShare(three);
    expect(result).toMatchObject({ given: true, method: 'xlogit', withoutInterval: null });
    expect(result).toMatchObject({ respondents: 17, sampled: 17, populationSize: 330 });
    expect(result.given && result.estimate).toBeCloseTo(0.6, 12);
    expect(result.given && result.interval?.lower).toBeCloseTo(0.357139265480768, 12);
    expect(result.given && result.interval?.upper).toBeCloseTo(0.801982682355124, 12);
  });

  it('says which strata were not sampled', () => {
    const result = estimateShare([...three, stratum('other', 12, [])]);
    expect(result).toEqual({
      given: false,
      reason: 'stratum-not-sampled',
      strata: ['other'],
      respondents: 17,
      sampled: 17,
      populationSize: 342,
    });
  });

  it('passes over a stratum that holds no plan', () => {
    const { given, populationSize } = estimateShare([...three, stratum('other', 0, [])]);
    expect({ given, populationSize }).toEqual({ given: true, populationSize: 330 });
  });

  it('says which strata must be merged because one plan shows no spread', () => {
    const strata = [...three, stratum('early years', 12, [met]), stratum('post-16', 1, [met])];
    expect(estimateShare(strata)).toMatchObject({
      given: false,
      reason: 'single-unit-stratum',
      strata: ['early years'],
    });
    expect(estimateShare(strata, { singleUnitStrata: 'adjust' })).toMatchObject({ given: true });
  });

  it('says so when the criterion applies to no sampled plan', () => {
    const strata = [stratum('a', 9, [null, null]), stratum('b', 9, [null, null, null])];
    expect(estimateShare(strata)).toMatchObject({ reason: 'nothing-applicable', respondents: 0 });
  });

  it('needs no interval when every plan was reviewed', () => {
    const strata = [stratum('a', 3, [met, not, met]), stratum('b', 2, [met, null])];
    const result = estimateShare(strata);
    expect(result).toMatchObject({ interval: null, method: null, withoutInterval: 'all-reviewed' });
    expect(result.given && result.estimate).toBeCloseTo(0.75, 12);
  });

  it('keeps its interval for the service as a whole although every plan was reviewed', () => {
    const strata = [stratum('a', 4, [met, not, met, met]), stratum('b', 3, [not, met, not])];
    const result = estimateShare(strata, { finitePopulationCorrection: false, confidence: 0.99 });
    expect(result.given && result.interval?.lower).toBeCloseTo(0.04570931666531806, 12);
    expect(result.given && result.interval?.upper).toBeCloseTo(0.9737638432776383, 12);
  });

  it('has no interval when the criterion applies to one plan of each stratum', () => {
    const strata = [stratum('a', 20, [met, null]), stratum('b', 30, [not, null, null])];
    expect(estimateShare(strata)).toMatchObject({
      estimate: 0.5,
      interval: null,
      withoutInterval: 'too-few-units',
    });
  });
});

describe('a share of 0% or 100%', () => {
  it('from one stratum takes the exact interval for these plans', () => {
    const result = estimateShare([stratum('all', 90, times(15, not))]);
    expect(result).toMatchObject({ estimate: 0, interval: { lower: 0, upper: 0.2 } });
    expect(result).toMatchObject({ method: 'hypergeometric' });
  });

  it('takes what was reviewed in full as known', () => {
    const result = estimateShare([
      stratum('seen', 10, times(10, met)),
      stratum('open', 30, times(12, met)),
    ]);
    const open = hypergeometricInterval(12, 12, 30).count;
    expect(result).toMatchObject({ estimate: 1, method: 'hypergeometric' });
    expect(result).toMatchObject({ interval: { lower: (10 + open.lower) / 40, upper: 1 } });
  });

  it('from several strata takes the interval of Clopper and Pearson', () => {
    const result = estimateShare([
      stratum('a', 50, times(4, met)),
      stratum('b', 70, times(5, met)),
    ]);
    expect(result).toMatchObject({ estimate: 1, method: 'clopper-pearson' });
    expect(result).toMatchObject({ interval: clopperPearsonInterval(9, 9) });
  });

  it('among plans to which the criterion applies rests on those alone', () => {
    const result = estimateShare([stratum('all', 90, [...times(6, met), null, null])]);
    expect(result).toMatchObject({ interval: clopperPearsonInterval(6, 6), respondents: 6 });
  });

  it('of the service as a whole takes the interval of Clopper and Pearson', () => {
    const strata = [stratum('all', 90, times(15, not))];
    const result = estimateShare(strata, { finitePopulationCorrection: false });
    expect(result).toMatchObject({ interval: clopperPearsonInterval(0, 15) });
  });

  it('is not needed for a design without variation: strata that are all alike have none either', () => {
    const result = estimateShare([
      stratum('a', 60, times(5, met)),
      stratum('b', 60, times(5, not)),
    ]);
    expect(result).toMatchObject({ estimate: 0.5, interval: clopperPearsonInterval(5, 10) });
  });
});

describe('any share', () => {
  const anyValue = fc.option(fc.boolean(), { nil: null, freq: 4 });
  const anyStrata = fc
    .array(
      fc.record({
        values: fc.array(anyValue, { minLength: 2, maxLength: 10 }),
        unseen: fc.integer({ min: 0, max: 50 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((strata) =>
      strata.map(({ values, unseen }, index) =>
        stratum(`s${index}`, values.length + unseen, values),
      ),
    );

  it('lies in its interval, which lies within 0 to 1 and is no single point', () => {
    fc.assert(
      fc.property(anyStrata, fc.boolean(), (strata, finitePopulationCorrection) => {
        const result = estimateShare(strata, { finitePopulationCorrection });
        if (!result.given || !result.interval) return;
        const { lower, upper } = result.interval;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(result.estimate);
        expect(upper).toBeGreaterThanOrEqual(result.estimate);
        expect(upper).toBeGreaterThan(lower);
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });

  it('and its interval turn round when met and not met change places', () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const result = estimateShare(strata);
        const turned = estimateShare(
          strata.map((part) => ({
            ...part,
            values: part.values.map((value) => (value === null ? null : !value)),
          })),
        );
        if (!result.given || !turned.given) {
          expect(turned.given).toBe(result.given);
          return;
        }
        expect(turned.method).toBe(result.method);
        expect(turned.estimate).toBeCloseTo(1 - result.estimate, 10);
        expect(turned.interval?.lower ?? 0).toBeCloseTo(1 - (result.interval?.upper ?? 1), 9);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('refuses more sampled plans than there are, and sizes that are no counts', () => {
    expect(() => estimateShare([stratum('a', 1, [met, not])])).toThrow(
      'strata[0][populationSize] must be at least the number of sampled units',
    );
    expect(() => estimateShare([stratum('a', 2.5, [met, not])])).toThrow(
      'strata[0][populationSize] must be a whole number, 0 or more',
    );
    expect(() => estimateShare([])).toThrow('strata must hold at least one stratum');
    expect(() => estimateShare([stratum('a', 0, []), stratum('a', 4, [met])])).toThrow(
      'strata[1] must have an id of its own',
    );
    expect(() => estimateShare(three, { confidence: 1 })).toThrow('confidence must lie between');
  });
});
