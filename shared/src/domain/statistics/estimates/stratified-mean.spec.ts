import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidInput, mean, variance } from '../numbers/index.js';
import { stratifiedMean, type SampledStratum } from './index.js';

const stratum = (id: string, populationSize: number, values: (number | null)[]) => ({
  id,
  populationSize,
  values,
});

/** Between two and twelve units sampled from each of up to four strata, some strata in full. */
const anyStratum = fc
  .record({
    values: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 12 }),
    unseen: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ values, unseen }) => ({ populationSize: values.length + unseen, values }));

const anySample = fc
  .array(anyStratum, { minLength: 1, maxLength: 4 })
  .map((strata) => strata.map((part, index) => ({ ...part, id: `s${index}` })));

const holds = (check: (strata: SampledStratum[]) => void) => {
  fc.assert(fc.property(anySample, check), { seed: 20261122, numRuns: 200 });
};

describe('the mean of a stratified sample', () => {
  it('is what R survey computes where the question does not apply to every plan', () => {
    const result = stratifiedMean([
      stratum('a', 40, [1, 0, null, 1, 0]),
      stratum('b', 90, [null, null, null]),
      stratum('c', 25, [null, 1, 0, 1]),
    ]);
    expect(result.estimate).toBeCloseTo(0.5615763546798029, 12);
    expect(result.standardError).toBeCloseTo(0.1967893713124334, 12);
    expect(result.degreesOfFreedom).toBe(5);
    expect(result.designEffect).toBeCloseTo(1.094736842105263, 12);
    expect(result.total).toBeCloseTo(28.5, 12);
    expect(result.totalStandardError).toBeCloseTo(11.30265455545731, 10);
    expect(result).toMatchObject({ respondents: 7, sampled: 12 });
    expect(result.byStratum[1]).toMatchObject({ estimate: null, standardError: null });
    expect(result.byStratum[2]?.standardError).toBeCloseTo(0.2880329199292382, 12);
  });

  it('measures single units from the overall mean when asked to adjust, as R survey does', () => {
    const strata = [
      stratum('a', 20, [4]),
      stratum('b', 30, [2, 4, 3, 3, 1]),
      stratum('c', 12, [1]),
    ];
    const options = { finitePopulationCorrection: false, singleUnitStrata: 'adjust' } as const;
    const result = stratifiedMean(strata, options);
    expect(result.estimate).toBeCloseTo(2.741935483870968, 12);
    expect(result.standardError).toBeCloseTo(0.5824424200622804, 12);
    expect(result.totalStandardError).toBeCloseTo(82.32860985101109, 10);
    expect(result.degreesOfFreedom).toBe(4);
    expect(result.byStratum[0]?.standardError).toBeNull();
  });

  it('refuses a stratum of which one unit was sampled, and names it', () => {
    const strata = [stratum('care', 20, [3]), stratum('health', 70, [2, 3, 4, 3])];
    expect(() => stratifiedMean(strata)).toThrow(
      'strata[care] must have two sampled units or be merged with another stratum',
    );
  });

  it('accepts a single unit that is the whole stratum', () => {
    const result = stratifiedMean([stratum('a', 1, [4]), stratum('b', 30, [2, 4, 3, 3, 1])]);
    expect(result.estimate).toBeCloseTo(2.645161290322581, 12);
    expect(result.standardError).toBeCloseTo(0.4504593562506111, 12);
    expect(result.byStratum[0]?.standardError).toBe(0);
  });

  it('leaves out a stratum whose only sampled unit the question does not apply to', () => {
    const result = stratifiedMean([stratum('a', 20, [null]), stratum('b', 30, [2, 4, 3, 3, 1])]);
    expect(result.standardError).toBeCloseTo(0.4654746681256314, 12);
    expect(result.degreesOfFreedom).toBe(4);
  });

  it('has no degree of freedom when the question applies to one unit of each stratum', () => {
    const result = stratifiedMean([stratum('a', 20, [1, null]), stratum('b', 30, [0, null, null])]);
    expect(result.degreesOfFreedom).toBe(0);
    expect(result.standardError).toBeCloseTo(0.3354101966249685, 12);
  });

  it('finds no error at all where every stratum holds one value', () => {
    const result = stratifiedMean([
      stratum('a', 50, [0.1, 0.1, 0.1]),
      stratum('b', 70, [0.7, 0.7]),
    ]);
    expect(result.standardError).toBe(0);
    expect(result.designEffect).toBe(0);
    const same = stratifiedMean([stratum('a', 50, [0.1, 0.1, 0.1]), stratum('b', 70, [0.1, 0.1])]);
    expect(same.estimate).toBe(0.1);
    expect(same.designEffect).toBeNull();
  });

  it('refuses input that cannot be a sample', () => {
    const refused = (strata: SampledStratum[]) => () => stratifiedMean(strata);
    expect(refused([])).toThrow('strata must hold at least one stratum');
    expect(refused([stratum('a', 3, [])])).toThrow(
      'strata[a][values] must hold at least one value',
    );
    expect(refused([stratum('a', 3, [1, 2, 3, 4])])).toThrow(
      'strata[a][populationSize] must be at least the number of sampled units',
    );
    expect(refused([stratum('a', 9, [1, 2]), stratum('a', 9, [1, 2])])).toThrow(
      'strata[1] must have an id of its own',
    );
    expect(refused([stratum('a', 9, [1, Number.NaN])])).toThrow(InvalidInput);
    expect(refused([stratum('a', 0, [1, 2])])).toThrow(InvalidInput);
    expect(refused([stratum('a', Number.NaN, [1, 2])])).toThrow(InvalidInput);
    expect(refused([stratum('a', 9, [null, null])])).toThrow('must hold a value that is not null');
  });

  it('of one stratum is the plain mean with the textbook error', () => {
    holds((strata) => {
      const [{ populationSize, values: found } = stratum('none', 1, [])] = strata;
      const values = found.map(Number);
      const result = stratifiedMean([{ id: 'all', populationSize, values }]);
      const error = ((1 - values.length / populationSize) * variance(values)) / values.length;
      expect(result.estimate).toBeCloseTo(mean(values), 10);
      expect(result.standardError).toBeCloseTo(Math.sqrt(error), 10);
      expect(result.degreesOfFreedom).toBe(values.length - 1);
    });
  });

  it('is only ever narrowed by the finite population correction', () => {
    holds((strata) => {
      const corrected = stratifiedMean(strata);
      const process = stratifiedMean(strata, { finitePopulationCorrection: false });
      expect(corrected.estimate).toBe(process.estimate);
      expect(corrected.standardError).toBeLessThanOrEqual(process.standardError);
    });
  });

  it('moves and stretches with its values', () => {
    holds((strata) => {
      const before = stratifiedMean(strata);
      const after = stratifiedMean(
        strata.map((part) => ({ ...part, values: part.values.map((y) => 10 * Number(y) - 7) })),
      );
      expect(after.estimate).toBeCloseTo(10 * before.estimate - 7, 8);
      expect(after.standardError).toBeCloseTo(10 * before.standardError, 8);
      expect(after.degreesOfFreedom).toBe(before.degreesOfFreedom);
    });
  });

  it('does not depend on the order of strata and units', () => {
    holds((strata) => {
      const before = stratifiedMean(strata);
      const after = stratifiedMean(
        strata.toReversed().map((part) => ({ ...part, values: part.values.toReversed() })),
      );
      expect(after.estimate).toBeCloseTo(before.estimate, 10);
      expect(after.standardError).toBeCloseTo(before.standardError, 10);
    });
  });

  it('times the population is the total, and so are their errors, while every plan counts', () => {
    holds((strata) => {
      const result = stratifiedMean(strata);
      const size = strata.reduce((all, { populationSize }) => all + populationSize, 0);
      expect(result.total).toBeCloseTo(size * result.estimate, 6);
      expect(result.totalStandardError).toBeCloseTo(size * result.standardError, 6);
    });
  });

  it('does not change when a stratum that was asked in vain joins the sample', () => {
    holds((strata) => {
      const before = stratifiedMean(strata);
      const after = stratifiedMean([...strata, stratum('none', 40, [null, null])]);
      expect(after.estimate).toBe(before.estimate);
      expect(after.standardError).toBe(before.standardError);
      expect(after.degreesOfFreedom).toBe(before.degreesOfFreedom);
      expect(after.sampled).toBe(before.sampled + 2);
    });
  });
});
