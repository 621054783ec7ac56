import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { adjustHolm } from './holm.js';

const repeatable = { seed: 20261122, numRuns: 300 };
const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 25 });

describe('p values of many criteria', () => {
  it('are raised step by step (values of R p.adjust)', () => {
    const adjusted = adjustHolm([0.01, 0.02, 0.03, 0.04, 0.05]);
    [0.05, 0.08, 0.09, 0.09, 0.09].forEach((value, index) => {
      expect(adjusted[index]).toBeCloseTo(value, 14);
    });
  });

  it('stay at 1 and stay tied', () => {
    expect(adjustHolm([1, 0.5, 0.5])).toEqual([1, 1, 1]);
    expect(adjustHolm([0.125, 0.125, 0.25])).toEqual([0.375, 0.375, 0.375]);
  });

  it('do not count a criterion that could not be tested', () => {
    expect(adjustHolm([0.04, null, 0.01])).toEqual([0.04, null, 0.02]);
    expect(adjustHolm([null, 0.3])).toEqual([null, 0.3]);
    expect(adjustHolm([null])).toEqual([null]);
    expect(adjustHolm([])).toEqual([]);
  });

  it('are refused outside 0 to 1', () => {
    expect(() => adjustHolm([0.5, 1.1])).toThrow('pValues[1] must be from 0 to 1, or null');
    expect(() => adjustHolm([Number.NaN])).toThrow('pValues[0] must be from 0 to 1, or null');
  });

  it('never become smaller and keep their order', () => {
    fc.assert(
      fc.property(chances, (pValues) => {
        const pairs = pValues.map((p, index) => ({ p, adjusted: adjustHolm(pValues)[index] ?? 2 }));
        for (const { p, adjusted } of pairs) {
          expect(adjusted).toBeGreaterThanOrEqual(p);
          expect(adjusted).toBeLessThanOrEqual(1);
        }
        const sorted = pairs.toSorted((a, b) => a.p - b.p).map(({ adjusted }) => adjusted);
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
      }),
      repeatable,
    );
  });

  it('are the same in whatever order the criteria come', () => {
    fc.assert(
      fc.property(chances, (pValues) => {
        expect(adjustHolm(pValues.toReversed())).toEqual(adjustHolm(pValues).toReversed());
      }),
      repeatable,
    );
  });
});
