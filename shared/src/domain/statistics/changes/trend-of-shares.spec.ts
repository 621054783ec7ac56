import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cochranArmitage } from './cochran-armitage.js';
import type { CountedShare } from './counted-share.js';
import { logisticTrend } from './logistic-trend.js';
import { trendOfShares } from './trend-of-shares.js';

const repeatable = { seed: 20261122, numRuns: 200 };

const quarters = (...counts: [number, number][]) =>
  counts.map(([successes, n], index) => ({ time: index + 1, successes, n }));

const anySeries: fc.Arbitrary<CountedShare[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
    .map(([successes, failures]) => ({ successes, n: successes + failures })),
  { minLength: 3, maxLength: 10 },
);

const zOf = (series: CountedShare[], scores: number[]) => cochranArmitage(series, scores)?.z ?? 0;

describe('a share over the quarters', () => {
  it('rises when more plans meet the standard from quarter to quarter', () => {
    const found = trendOfShares(quarters([11, 30], [14, 31], [17, 30], [19, 29]));
    expect(found).toMatchObject({ outcome: 'rising', departureFromLine: { degreesOfFreedom: 2 } });
    const strict = trendOfShares(quarters([11, 30], [14, 31], [17, 30], [19, 29]), {
      confidence: 0.99,
    });
    expect(strict.outcome).toBe('no-clear-trend');
  });

  it('falls when fewer do', () => {
    expect(trendOfShares(quarters([19, 29], [17, 30], [14, 31], [11, 30])).outcome).toBe('falling');
  });

  it('that goes up and down again has no line, and yet its quarters differ', () => {
    const found = trendOfShares(quarters([8, 25], [18, 25], [19, 25], [9, 25]));
    if (found.outcome === 'cannot-be-judged') throw new Error(found.reason);
    expect(found.outcome).toBe('no-clear-trend');
    expect(found.p).toBeCloseTo(0.719653988707198, 12);
    expect(found.heterogeneity.p).toBeCloseTo(0.0010010144661741032, 12);
    expect(found.departureFromLine.p).toBeCloseTo(0.00031352456295040957, 12);
  });

  it('leaves out quarters without a plan but keeps their place in time', () => {
    const found = trendOfShares(quarters([5, 20], [0, 0], [9, 22], [13, 21]));
    const without = cochranArmitage(quarters([5, 20], [9, 22], [13, 21]), [1, 3, 4]);
    expect(found).toMatchObject({ z: without?.z, heterogeneity: { degreesOfFreedom: 2 } });
  });

  it('cannot be judged on two quarters, or where all plans are alike', () => {
    expect(trendOfShares(quarters([5, 20], [0, 0], [9, 22]))).toEqual({
      outcome: 'cannot-be-judged',
      reason: 'too-few-periods',
    });
    expect(trendOfShares(quarters([9, 9], [8, 8], [7, 7]))).toEqual({
      outcome: 'cannot-be-judged',
      reason: 'no-variation',
    });
  });

  it('prints no odds where a date divides met from not met', () => {
    const found = trendOfShares(quarters([0, 10], [0, 10], [10, 10], [10, 10]));
    expect(found).toMatchObject({ outcome: 'rising', logistic: null });
  });

  it('is refused when quarters are out of order or counts cannot be', () => {
    expect(() => trendOfShares(quarters([5, 20], [9, 22]).toReversed())).toThrow(
      'periods[1][time] must be later than the one before',
    );
    expect(() => trendOfShares(quarters([5, 20], [23, 22]))).toThrow(
      'periods[1][successes] must not exceed n',
    );
    expect(() => cochranArmitage(quarters([5, 20]), [1, 2])).toThrow(
      'scores must be as many as shares',
    );
  });
});

describe('the Cochran-Armitage test', () => {
  it('does not care where the scores begin or in what unit they are', () => {
    const shift = fc.integer({ min: -1000, max: 1000 });
    const unit = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(anySeries, shift, unit, (series, by, times) => {
        const scores = series.map((_, index) => index * index);
        const moved = scores.map((score) => by + times * score);
        expect(zOf(series, moved)).toBeCloseTo(zOf(series, scores), 8);
      }),
      repeatable,
    );
  });

  it('turns its sign when time runs backwards or met and not met change places', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const scores = series.map((_, index) => index);
        const z = zOf(series, scores);
        const backwards = scores.map((score) => -score);
        const notMet = series.map(({ successes, n }) => ({ successes: n - successes, n }));
        expect(zOf(series, backwards)).toBeCloseTo(-z, 10);
        expect(zOf(notMet, scores)).toBeCloseTo(-z, 10);
      }),
      repeatable,
    );
  });

  it('does not exist on one score', () => {
    expect(cochranArmitage(quarters([5, 20], [9, 22]), [2, 2])).toBeNull();
    expect(cochranArmitage([], [])).toBeNull();
  });
});

describe('the logistic slope', () => {
  it('of two samples is the logarithm of their odds ratio', () => {
    const found = logisticTrend(quarters([12, 40], [20, 41]), [1, 2]);
    expect(found?.oddsRatio).toBeCloseTo((20 * 28) / (12 * 21), 10);
    expect(found?.standardError).toBeCloseTo(Math.sqrt(1 / 12 + 1 / 28 + 1 / 20 + 1 / 21), 6);
    expect(found?.oddsRatioInterval?.lower).toBeCloseTo(0.8924311697557029, 6);
    expect(found?.oddsRatioInterval?.upper).toBeCloseTo(5.533504176338989, 6);
  });

  it('turns its sign when met and not met change places', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const scores = series.map((_, index) => index);
        const found = logisticTrend(series, scores);
        const notMet = series.map(({ successes, n }) => ({ successes: n - successes, n }));
        const turned = logisticTrend(notMet, scores);
        expect(turned?.separated).toBe(found?.separated);
        if (!found || !turned || found.separated) return;
        expect(turned.slope).toBeCloseTo(-found.slope, 6);
        expect(turned.likelihoodRatio.chiSquared).toBeCloseTo(found.likelihoodRatio.chiSquared, 6);
      }),
      repeatable,
    );
  });

  it('stops where R stops when a score divides met from not met, and says so', () => {
    const found = logisticTrend(quarters([0, 10], [3, 10], [10, 10], [10, 10]), [1, 2, 3, 4]);
    expect(found).toMatchObject({ separated: true, oddsRatioInterval: null });
    expect(found?.slope).toBeCloseTo(26.0341949, 5);
    expect(found?.likelihoodRatio.chiSquared).toBeCloseTo(42.33108265709207, 7);
  });

  it('is flat, without evidence, where all plans are alike', () => {
    const found = logisticTrend(quarters([0, 10], [0, 11], [0, 12]), [1, 2, 3]);
    expect(found).toMatchObject({ separated: true, likelihoodRatio: { chiSquared: 0, p: 1 } });
  });

  it('does not exist on one score', () => {
    expect(logisticTrend(quarters([5, 20], [9, 22], [0, 0]), [2, 2, 3])).toBeNull();
  });
});
