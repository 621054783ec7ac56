import { describe, expect, it } from '@jest/globals';
import { compareEstimates } from './compare-estimates.js';
import { plannedComparison } from './planned-comparison.js';

const points = (share: number) => Math.round(share * 1000) / 10;

describe('a planned comparison of two years', () => {
  it('of 50, 100 and 200 plans a year sees 20, 14 and 10 points, and needs 28, 20 and 14', () => {
    const plans = [50, 100, 200].map((n) => plannedComparison({ sampleSizes: [n, n] }));
    expect(plans.map(({ halfWidth }) => points(halfWidth))).toEqual([19.6, 13.9, 9.8]);
    expect(plans.map(({ detectableChange }) => points(detectableChange))).toEqual([28, 19.8, 14]);
  });

  it('sees a little more when a quarter of the plans is sampled', () => {
    const plans = [50, 100, 200].map((n) =>
      plannedComparison({ sampleSizes: [n, n], populationSizes: [4 * n, 4 * n] }),
    );
    expect(plans.map(({ halfWidth }) => points(halfWidth))).toEqual([17, 12, 8.5]);
  });

  it('sees everything when all plans are reviewed', () => {
    const all = plannedComparison({ sampleSizes: [40, 1], populationSizes: [40, 1] });
    expect(all).toEqual({ halfWidth: 0, detectableChange: 0 });
  });

  it('promises the half-width that the comparison will have', () => {
    const year = { degreesOfFreedom: null, interval: null, respondents: 80 };
    const made = compareEstimates(
      { ...year, estimate: 0.3, standardError: Math.sqrt(0.21 / 80) },
      { ...year, estimate: 0.4, standardError: Math.sqrt(0.21 / 120) },
      { confidence: 0.9 },
    );
    const planned = plannedComparison({
      sampleSizes: [80, 120],
      anticipatedShare: 0.3,
      confidence: 0.9,
    });
    const half = made.outcome === 'cannot-be-judged' ? 0 : made.smallestDetectable;
    expect(planned.halfWidth).toBeCloseTo(half, 12);
  });

  it('is refused where it cannot be', () => {
    expect(() => plannedComparison({ sampleSizes: [0, 5] })).toThrow(
      'sampleSizes[0] must be a whole number, 1 or more',
    );
    expect(() => plannedComparison({ sampleSizes: [5, 9], populationSizes: [8, 8] })).toThrow(
      'sampleSizes[1] must not exceed the population',
    );
    expect(() => plannedComparison({ sampleSizes: [5, 9], anticipatedShare: 60 })).toThrow(
      'anticipatedShare must be from 0 to 1',
    );
    expect(() => plannedComparison({ sampleSizes: [5, 9], power: 80 })).toThrow('power must be');
  });
});
