import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareShares, newcombeInterval } from './compare-shares.js';
import { type CountedShare, heterogeneity } from './counted-share.js';

const repeatable = { seed: 20261122, numRuns: 300 };

const anyShare: fc.Arbitrary<CountedShare> = fc
  .tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 80 }))
  .filter(([met, notMet]) => met + notMet >= 5)
  .map(([successes, failures]) => ({ successes, n: successes + failures }));

describe('counts of two simple samples', () => {
  it('that differ by 13 points on 96 plans show no clear change', () => {
    const found = compareShares({ successes: 48, n: 96 }, { successes: 61, n: 97 });
    expect(found).toMatchObject({ outcome: 'no-clear-change', method: 'newcombe' });
  });

  it('are judged by the interval where the rough p says more than it may', () => {
    const found = compareShares({ successes: 0, n: 15 }, { successes: 4, n: 16 });
    expect(found).toMatchObject({ outcome: 'no-clear-change', difference: 0.25 });
    expect(found.outcome !== 'cannot-be-judged' && found.p).toBeCloseTo(0.0379880856728283, 12);
  });

  it('keep an interval where every plan met the standard in both', () => {
    const all = { successes: 10, n: 10 };
    const found = compareShares(all, { successes: 12, n: 12 });
    expect(found).toMatchObject({ outcome: 'no-clear-change', difference: 0, p: null });
    expect(newcombeInterval(all, all, 0.95).upper).toBeCloseTo(0.277532799862889, 12);
  });

  it('span the whole range at most', () => {
    const rise = newcombeInterval({ successes: 0, n: 9 }, { successes: 9, n: 9 }, 0.95);
    expect(rise.upper).toBe(1);
  });

  it('are refused on too few plans and on counts that cannot be', () => {
    expect(compareShares({ successes: 0, n: 0 }, { successes: 3, n: 9 })).toEqual({
      outcome: 'cannot-be-judged',
      obstacles: [{ period: 'first', reason: 'base-too-small' }],
    });
    expect(() => compareShares({ successes: 3, n: 9 }, { successes: 10, n: 9 })).toThrow(
      'second[successes] must not exceed n',
    );
    expect(() => newcombeInterval({ successes: 0, n: 0 }, { successes: 3, n: 9 }, 0.95)).toThrow(
      'first must hold at least one plan',
    );
  });
});

describe('any comparison of two shares', () => {
  it('stays between -100 and 100 points around the difference', () => {
    fc.assert(
      fc.property(anyShare, anyShare, (first, second) => {
        const { lower, upper } = newcombeInterval(first, second, 0.95);
        const difference = second.successes / second.n - first.successes / first.n;
        expect(lower).toBeGreaterThanOrEqual(-1);
        expect(upper).toBeLessThanOrEqual(1);
        expect(difference).toBeGreaterThanOrEqual(lower);
        expect(difference).toBeLessThanOrEqual(upper);
      }),
      repeatable,
    );
  });

  it('changes its sign when the periods, or met and not met, change places', () => {
    const notMet = ({ successes, n }: CountedShare) => ({ successes: n - successes, n });
    fc.assert(
      fc.property(anyShare, anyShare, (first, second) => {
        const { lower, upper } = newcombeInterval(first, second, 0.95);
        const back = newcombeInterval(second, first, 0.95);
        expect(back.lower).toBeCloseTo(-upper, 12);
        expect(back.upper).toBeCloseTo(-lower, 12);
        const relabelled = newcombeInterval(notMet(first), notMet(second), 0.95);
        expect(relabelled.lower).toBeCloseTo(-upper, 12);
        expect(relabelled.upper).toBeCloseTo(-lower, 12);
      }),
      repeatable,
    );
  });
});

describe('whether shares differ at all', () => {
  it('does not depend on periods without plans', () => {
    const shares = [
      { successes: 8, n: 25 },
      { successes: 18, n: 24 },
      { successes: 19, n: 26 },
    ];
    expect(heterogeneity([...shares, { successes: 0, n: 0 }])).toEqual(heterogeneity(shares));
  });

  it('cannot be asked of plans that are all alike, or of one period', () => {
    expect(
      heterogeneity([
        { successes: 0, n: 8 },
        { successes: 0, n: 9 },
      ]),
    ).toBeNull();
    expect(
      heterogeneity([
        { successes: 8, n: 8 },
        { successes: 9, n: 9 },
      ]),
    ).toBeNull();
    expect(heterogeneity([{ successes: 3, n: 8 }])).toBeNull();
    expect(heterogeneity([])).toBeNull();
  });

  it('is a rough answer where fewer than five plans are expected on a side', () => {
    const large = { successes: 20, n: 40 };
    expect(heterogeneity([large, { successes: 5, n: 10 }])?.expectsUnderFive).toBe(false);
    expect(heterogeneity([large, { successes: 4, n: 9 }])?.expectsUnderFive).toBe(true);
  });
});
