import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { apportion } from './apportionment.js';

const repeatable = { seed: 20261122, numRuns: 300 };
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('sharing out whole units by weight', () => {
  it('gives the seats of the House of Representatives of 1790 as Hamilton published them', () => {
    const states = [
      630560, 475327, 432879, 353523, 331589, 278514, 236841, 206236, 179570, 141822, 85533, 70835,
      68705, 68446, 55540,
    ];
    expect(apportion(120, states).sizes).toEqual([
      21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2,
    ]);
  });

  it('adds up where rounding each share by itself gives 11 for 10', () => {
    // 4.5, 1.5, 1.5, 1, 0.8, 0.7: rounded half to even 4, 2, 2, 1, 1, 1.
    expect(apportion(10, [45, 15, 15, 10, 8, 7])).toMatchObject({
      sizes: [5, 1, 1, 1, 1, 1],
      tieAtCut: true,
    });
  });

  it('gives a tie to the first listed and says that the order decided', () => {
    expect(apportion(10, [50, 50, 50, 50])).toEqual({
      shares: [2.5, 2.5, 2.5, 2.5],
      sizes: [3, 3, 2, 2],
      tieAtCut: true,
    });
  });

  it('sees a tie that rounding in the computer would hide', () => {
    // 30 x 0.1 and 10 x 0.3 are both 3, but 0.1 + 0.2 style arithmetic says otherwise.
    expect(apportion(1, [3 * 0.1, 0.3])).toMatchObject({ sizes: [1, 0], tieAtCut: true });
    expect(apportion(3, [1 / 3, 1 - 2 / 3])).toMatchObject({ sizes: [2, 1], tieAtCut: true });
  });

  it('does not call it a tie when everything came out whole', () => {
    expect(apportion(4, [5, 5])).toMatchObject({ sizes: [2, 2], tieAtCut: false });
    expect(apportion(0, [5, 5])).toEqual({ shares: [0, 0], sizes: [0, 0], tieAtCut: false });
    expect(apportion(3, [0, 7])).toMatchObject({ sizes: [0, 3], tieAtCut: false });
  });

  it('takes weights of any magnitude', () => {
    expect(apportion(3, [1e-300, 2e-300]).shares).toEqual([1, 2]);
    expect(apportion(2, [1e-300, 1e300])).toMatchObject({ shares: [0, 2], sizes: [0, 2] });
  });

  it('refuses to share out by nothing', () => {
    expect(() => apportion(3, [0, 0])).toThrow('weights must not all be 0');
    expect(() => apportion(3, [])).toThrow('weights must not all be 0');
    expect(() => apportion(3, [1, -1])).toThrow('weights[1] must be a finite number, 0 or more');
    expect(() => apportion(3, [Number.NaN])).toThrow('weights[0]');
    expect(() => apportion(0.5, [1])).toThrow('units must be a whole number');
  });

  it('adds up and stays within one unit of every share', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.nat(500), weights, (units, list) => {
        fc.pre(total(list) > 0);
        const { shares, sizes } = apportion(units, list);
        expect(total(sizes)).toBe(units);
        expect(total(shares)).toBeCloseTo(units, 8);
        sizes.forEach((size, index) => {
          expect(Math.abs(size - (shares[index] ?? 0))).toBeLessThan(1);
        });
      }),
      repeatable,
    );
  });

  it('does not depend on the unit of the weights', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.nat(200), weights, (units, list) => {
        const scaled = apportion(
          units,
          list.map((weight) => weight * 0.01),
        );
        expect(scaled.sizes).toEqual(apportion(units, list).sizes);
      }),
      repeatable,
    );
  });
});
