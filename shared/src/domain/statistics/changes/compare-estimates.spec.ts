import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateMean, estimateShare } from '../estimates/index.js';
import { compareEstimates } from './compare-estimates.js';
import type { Comparison, NoComparison } from './comparison.js';
import { differenceOfEstimates } from './difference-of-estimates.js';
import type { PeriodEstimate } from './period-estimate.js';

const repeatable = { seed: 20261122, numRuns: 300 };

const lastYear: PeriodEstimate = {
  estimate: 0.48,
  standardError: 0.04,
  degreesOfFreedom: 90,
  interval: null,
  respondents: 96,
};

/** 20 of 20, with the interval of Clopper and Pearson. */
const allMet: PeriodEstimate = {
  estimate: 1,
  standardError: 0,
  degreesOfFreedom: 17,
  interval: { lower: 0.8315665290169146, upper: 1 },
  respondents: 20,
};

function expectComparison(found: Comparison | NoComparison): Comparison {
  if (found.outcome === 'cannot-be-judged') throw new Error(JSON.stringify(found));
  return found;
}

const anyEstimate: fc.Arbitrary<PeriodEstimate> = fc
  .record({
    estimate: fc.double({ min: 0, max: 1, noNaN: true }),
    standardError: fc.option(fc.double({ min: 0, max: 0.2, noNaN: true })),
    degreesOfFreedom: fc.option(fc.integer({ min: 1, max: 200 })),
    below: fc.double({ min: 0, max: 1, noNaN: true }),
    above: fc.double({ min: 0, max: 1, noNaN: true }),
    respondents: fc.integer({ min: 5, max: 300 }),
  })
  .map(({ below, above, estimate, ...rest }) => ({
    ...rest,
    estimate,
    interval: { lower: estimate * below, upper: estimate + (1 - estimate) * above },
  }));

describe('two yearly estimates', () => {
  it('rose when the whole interval of their difference lies above 0', () => {
    const thisYear = { ...lastYear, estimate: 0.61, standardError: 0.038, degreesOfFreedom: 92 };
    const found = expectComparison(compareEstimates(lastYear, thisYear));
    expect(found).toMatchObject({ outcome: 'rise', method: 'student-t', confidence: 0.95 });
    expect(found.interval.lower).toBeCloseTo(0.021140103789945575, 12);
    expect(found.interval.upper).toBeCloseTo(0.23885989621005443, 12);
    expect(found.smallestDetectable).toBeCloseTo(0.10885989621005443, 12);
    expect(compareEstimates(thisYear, lastYear).outcome).toBe('fall');
  });

  it('show no clear change when the interval holds 0, and say what was not excluded', () => {
    const thisYear = { ...lastYear, estimate: 0.53 };
    const found = expectComparison(compareEstimates(lastYear, thisYear));
    expect(found.outcome).toBe('no-clear-change');
    expect(found.largestNotExcluded).toBe(found.interval.upper);
    expect(found.largestNotExcluded).toBeGreaterThan(found.smallestDetectable);
  });

  it('need a larger difference when more confidence is asked', () => {
    const thisYear = { ...lastYear, estimate: 0.61 };
    expect(compareEstimates(lastYear, thisYear).outcome).toBe('rise');
    expect(compareEstimates(lastYear, thisYear, { confidence: 0.99 }).outcome).toBe(
      'no-clear-change',
    );
  });

  it('are taken as the estimates of a stratified sample give them', () => {
    const stratum = (met: number, of: number) => ({
      id: 'all',
      populationSize: 120,
      values: Array.from({ length: of }, (_, index) => index < met),
    });
    const before = estimateShare([stratum(14, 30)]);
    const after = estimateShare([stratum(30, 30)]);
    if (!before.given || !after.given) throw new Error('an estimate was refused');
    expect(compareEstimates(before, after)).toMatchObject({
      outcome: 'rise',
      method: 'combined-intervals',
    });
  });
});

describe('an estimate of exactly 100%', () => {
  it('is compared by its exact interval, because its standard error of 0 is no certainty', () => {
    const before: PeriodEstimate = {
      estimate: 0.7,
      standardError: 0.07,
      degreesOfFreedom: 30,
      interval: { lower: 0.55, upper: 0.83 },
      respondents: 33,
    };
    const found = expectComparison(compareEstimates(before, allMet));
    expect(found).toMatchObject({ outcome: 'rise', method: 'combined-intervals', p: null });
    expect(found.interval.lower).toBeCloseTo(0.0872329110331914, 14);
    expect(found.interval.upper).toBeCloseTo(0.45, 14);
  });

  it('is not shown to differ from 90% of as many plans', () => {
    const before = { ...lastYear, estimate: 0.9, standardError: 0.067, degreesOfFreedom: 17 };
    expect(compareEstimates(before, allMet).outcome).toBe('no-clear-change');
  });

  it('twice is no clear change, with an interval to both sides', () => {
    const found = expectComparison(compareEstimates(allMet, allMet));
    expect(found.outcome).toBe('no-clear-change');
    expect(found.interval.upper).toBeCloseTo(0.1684334709830854, 14);
    expect(found.interval.lower).toBe(-found.interval.upper);
  });

  it('is treated as such when rounding leaves a trace of a standard error', () => {
    const trace = { ...allMet, standardError: 1e-17 };
    expect(compareEstimates(lastYear, trace)).toEqual(compareEstimates(lastYear, allMet));
  });
});

describe('periods that were reviewed in full', () => {
  const known: PeriodEstimate = {
    estimate: 0.6,
    standardError: 0,
    degreesOfFreedom: 39,
    interval: null,
    respondents: 40,
    withoutInterval: 'all-reviewed',
  };

  it('differ by what they differ', () => {
    const found = expectComparison(compareEstimates(known, { ...known, estimate: 0.625 }));
    expect(found).toMatchObject({ outcome: 'rise', method: 'every-plan-reviewed', p: null });
    expect(found.interval).toEqual({ lower: found.difference, upper: found.difference });
    expect(compareEstimates(known, known).outcome).toBe('no-clear-change');
  });

  it('leave the error, and its degrees of freedom, to the period that was sampled', () => {
    const found = expectComparison(compareEstimates(known, lastYear));
    const alone = differenceOfEstimates(
      { estimate: 0.6, standardError: 0, degreesOfFreedom: 0 },
      { estimate: 0.48, standardError: 0.04, degreesOfFreedom: 90 },
      0.95,
    );
    expect(found.interval).toEqual(alone.interval);
    expect(alone.degreesOfFreedom).toBe(90);
  });
});

describe('a comparison is refused', () => {
  it('by period and reason when a period rests on too few plans', () => {
    expect(compareEstimates({ ...lastYear, respondents: 4 }, lastYear)).toEqual({
      outcome: 'cannot-be-judged',
      obstacles: [{ period: 'first', reason: 'base-too-small' }],
    });
    expect(compareEstimates(lastYear, lastYear, { leastBase: 97 })).toMatchObject({
      obstacles: [{ period: 'first' }, { period: 'second' }],
    });
  });

  it('when neither a standard error nor an interval is known', () => {
    const sameGrades = estimateMean([{ id: 'all', populationSize: 90, values: Array(8).fill(3) }]);
    if (!sameGrades.given) throw new Error('the estimate was refused');
    expect(sameGrades.withoutInterval).toBe('no-variation');
    expect(compareEstimates(lastYear, sameGrades)).toEqual({
      outcome: 'cannot-be-judged',
      obstacles: [{ period: 'second', reason: 'no-standard-error' }],
    });
    const withoutFreedom = { ...lastYear, degreesOfFreedom: 0 };
    expect(compareEstimates(withoutFreedom, lastYear).outcome).toBe('cannot-be-judged');
  });

  it('when what it is given cannot be', () => {
    expect(() => compareEstimates({ ...lastYear, standardError: -1 }, lastYear)).toThrow(
      'first[standardError] must be 0 or more',
    );
    expect(() => compareEstimates(lastYear, { ...lastYear, estimate: Number.NaN })).toThrow(
      'second[estimate] must be a finite number',
    );
    expect(() =>
      compareEstimates(lastYear, { ...lastYear, interval: { lower: 0.5, upper: 0.6 } }),
    ).toThrow('second[interval] must hold the estimate');
    expect(() => compareEstimates(lastYear, { ...allMet, confidence: 0.9 })).toThrow(
      'second[confidence] must be that of the comparison or trend',
    );
  });
});

describe('any comparison', () => {
  it('is the same backwards with the opposite sign', () => {
    fc.assert(
      fc.property(anyEstimate, anyEstimate, (first, second) => {
        const there = expectComparison(compareEstimates(first, second));
        const back = expectComparison(compareEstimates(second, first));
        expect(back.difference + there.difference).toBe(0);
        expect(back.interval.lower).toBeCloseTo(-there.interval.upper, 14);
        expect(back.interval.upper).toBeCloseTo(-there.interval.lower, 14);
        expect(back.p).toBe(there.p);
      }),
      repeatable,
    );
  });

  it('never speaks of a rise or a fall when the interval holds 0', () => {
    fc.assert(
      fc.property(anyEstimate, anyEstimate, (first, second) => {
        const { outcome, interval } = expectComparison(compareEstimates(first, second));
        const holdsNoChange = interval.lower <= 0 && interval.upper >= 0;
        expect(outcome === 'no-clear-change').toBe(holdsNoChange);
      }),
      repeatable,
    );
  });

  it('by intervals stays between -100 and 100 points', () => {
    fc.assert(
      fc.property(anyEstimate, anyEstimate, (first, second) => {
        const without = { ...second, standardError: null };
        const { interval } = expectComparison(compareEstimates(first, without));
        expect(interval.lower).toBeGreaterThanOrEqual(-1);
        expect(interval.upper).toBeLessThanOrEqual(1);
      }),
      repeatable,
    );
  });
});

describe('the difference of independent estimates', () => {
  const of = (estimate: number, standardError: number, degreesOfFreedom: number | null) => ({
    estimate,
    standardError,
    degreesOfFreedom,
  });

  it('takes the normal distribution where a limit of the degrees of freedom is missing', () => {
    const found = differenceOfEstimates(of(0.5, 0.03, null), of(0.6, 0.04, 8), 0.95);
    expect(found.degreesOfFreedom).toBeNull();
    expect(found.p).toBeCloseTo(0.0455002638963584, 12);
    expect(found.interval?.lower).toBeCloseTo(0.1 - 1.959963984540054 * 0.05, 12);
    expect(differenceOfEstimates(of(0.5, 0.03, Infinity), of(0.6, 0.04, 8), 0.95)).toEqual(found);
  });

  it('has no t, p or interval without an error', () => {
    expect(differenceOfEstimates(of(0.5, 0, 8), of(0.75, 0, 8), 0.95)).toEqual({
      difference: 0.25,
      standardError: 0,
      t: null,
      degreesOfFreedom: 16,
      p: null,
      interval: null,
    });
  });

  it('has a t but no p or interval without a degree of freedom', () => {
    const found = differenceOfEstimates(of(0.5, 0.3, 0), of(0.75, 0.4, 0), 0.95);
    expect(found).toMatchObject({ t: 0.5, degreesOfFreedom: 0, p: null, interval: null });
  });
});
