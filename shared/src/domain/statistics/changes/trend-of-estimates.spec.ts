import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differenceOfEstimates } from './difference-of-estimates.js';
import { trendOfEstimates } from './trend-of-estimates.js';
import { weightedTrend } from './weighted-trend.js';

const repeatable = { seed: 20261122, numRuns: 200 };

const quarter = (time: number, estimate: number, standardError: number) => ({
  time,
  estimate,
  standardError,
  degreesOfFreedom: 22,
  interval: null,
  respondents: 24,
});

const slowRise = [
  quarter(1, 0.48, 0.05),
  quarter(2, 0.52, 0.06),
  quarter(3, 0.61, 0.045),
  quarter(4, 0.58, 0.055),
];

const steadyRise = [quarter(1, 0.5, 0.05), quarter(2, 0.55, 0.05), quarter(3, 0.66, 0.05)];

describe('estimates over the quarters', () => {
  it('rise when the whole interval of the slope lies above 0', () => {
    const found = trendOfEstimates(steadyRise, { confidence: 0.9 });
    expect(found).toMatchObject({ outcome: 'rising', leftOut: [], errorFromInterval: [] });
    const mirrored = steadyRise.map((each) => ({ ...each, estimate: 1 - each.estimate }));
    expect(trendOfEstimates(mirrored, { confidence: 0.9 }).outcome).toBe('falling');
  });

  it('show no clear trend when the errors explain the slope', () => {
    const found = trendOfEstimates(slowRise);
    if (found.outcome === 'cannot-be-judged') throw new Error(found.reason);
    expect(found.outcome).toBe('no-clear-trend');
    expect(found.slope).toBeCloseTo(0.04129661055252634, 14);
    expect(found.standardError).toBeCloseTo(0.023333599433251907, 14);
    expect(found.p).toBeCloseTo(0.08021849178280617, 12);
    expect(found.interval?.upper).toBeCloseTo(0.08766723621625816, 12);
    expect(found.heterogeneity.chiSquared).toBeCloseTo(4.278423408431761, 11);
    expect(found.heterogeneity.p).toBeCloseTo(0.23292656396082362, 12);
    expect(found.departureFromLine?.chiSquared).toBeCloseTo(1.146109058934229, 11);
    expect(found.departureFromLine?.p).toBeCloseTo(0.5638006601171655, 12);
  });

  it('that jump up and down lie further from a line than their errors explain', () => {
    const jumps = [2.1, 2.9, 2.2, 3, 2].map((mean, index) => ({
      ...quarter([1, 2, 3, 5, 8][index] ?? 0, mean, [0.1, 0.12, 0.11, 0.1, 0.15][index] ?? 0),
      degreesOfFreedom: null,
    }));
    const found = trendOfEstimates(jumps, { confidence: 0.9 });
    if (found.outcome === 'cannot-be-judged') throw new Error(found.reason);
    expect(found).toMatchObject({ outcome: 'no-clear-trend', degreesOfFreedom: null });
    expect(found.interval?.lower).toBeCloseTo(-0.014276655341479861, 12);
    expect(found.departureFromLine?.p).toBeLessThan(1e-14);
  });

  it('take the error of 100% from its exact interval', () => {
    const all = {
      ...quarter(3, 1, 0),
      respondents: 20,
      interval: { lower: 0.8315665290169146, upper: 1 },
    };
    const found = trendOfEstimates([
      { ...quarter(1, 0.7, 0.1), degreesOfFreedom: 18 },
      { ...quarter(2, 0.8, 0.09), degreesOfFreedom: 18 },
      all,
    ]);
    if (found.outcome === 'cannot-be-judged') throw new Error(found.reason);
    expect(found).toMatchObject({ outcome: 'rising', errorFromInterval: [2] });
    expect(found.degreesOfFreedom).toBe(55);
    expect(found.interval?.lower).toBeCloseTo(0.021029493786834108, 12);
  });

  it('leave out quarters on too few plans or without an error, and list them', () => {
    const found = trendOfEstimates([
      { ...quarter(0, 0.2, 0.3), respondents: 3 },
      ...steadyRise,
      quarter(4, 1, 0),
      { ...quarter(5, 0.7, 0), withoutInterval: 'all-reviewed' },
    ]);
    expect(found.outcome).toBe('rising');
    expect(found.outcome !== 'cannot-be-judged' && found.slope).toBeCloseTo(0.08, 12);
    expect('leftOut' in found && found.leftOut).toEqual([
      { index: 0, reason: 'base-too-small' },
      { index: 4, reason: 'no-standard-error' },
      { index: 5, reason: 'no-standard-error' },
    ]);
  });

  it('cannot be judged when fewer than three quarters are left', () => {
    expect(trendOfEstimates([...steadyRise.slice(0, 2), quarter(4, 1, 0)])).toEqual({
      outcome: 'cannot-be-judged',
      reason: 'too-few-periods',
      leftOut: [{ index: 2, reason: 'no-standard-error' }],
    });
    expect(trendOfEstimates([]).outcome).toBe('cannot-be-judged');
  });

  it('are refused out of order', () => {
    expect(() => trendOfEstimates(steadyRise.toReversed())).toThrow(
      'periods[1][time] must be later than the one before',
    );
  });
});

describe('a weighted line', () => {
  const anyPoint = fc.record({
    estimate: fc.double({ min: -5, max: 5, noNaN: true }),
    standardError: fc.double({ min: 0.01, max: 1, noNaN: true }),
    degreesOfFreedom: fc.integer({ min: 1, max: 50 }),
  });

  it('through two estimates is their difference', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, (first, second) => {
        const line = weightedTrend([first, second], [3, 4], 0.95);
        const difference = differenceOfEstimates(first, second, 0.95);
        expect(line.slope).toBeCloseTo(difference.difference, 8);
        expect(line.standardError).toBeCloseTo(difference.standardError, 8);
        expect(line.p).toBeCloseTo(difference.p ?? 0, 8);
        expect(line.heterogeneity.chiSquared).toBeCloseTo(line.t ** 2, 4);
        expect(line.departureFromLine).toBeNull();
      }),
      repeatable,
    );
  });

  it('splits the differences into the line and the departure from it', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { minLength: 3, maxLength: 8 }), (points) => {
        const line = weightedTrend(
          points,
          points.map((_, index) => index),
          0.95,
        );
        const parts = line.t ** 2 + (line.departureFromLine?.chiSquared ?? 0);
        expect(parts / Math.max(1, line.heterogeneity.chiSquared)).toBeCloseTo(
          line.heterogeneity.chiSquared / Math.max(1, line.heterogeneity.chiSquared),
          8,
        );
      }),
      repeatable,
    );
  });

  it('needs errors above 0 and two times', () => {
    expect(() => weightedTrend([quarter(1, 1, 0)], [1], 0.95)).toThrow(
      'estimates[0][standardError] must be more than 0',
    );
    expect(() => weightedTrend(steadyRise, [2, 2, 2], 0.95)).toThrow(
      'times must hold at least two different ones',
    );
    expect(() => weightedTrend(steadyRise, [1, 2], 0.95)).toThrow(
      'times must be as many as estimates',
    );
  });
});
