import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { agreementOfTwo } from './two-raters.js';

describe('the table of two raters', () => {
  it('Cohen 1960: kappa of a two by two table', () => {
    const { cohen } = agreementOfTwo([
      [20, 5],
      [10, 15],
    ]);
    expect(cohen.observed).toBeCloseTo(0.7, 12);
    expect(cohen.chance).toBeCloseTo(0.5, 12);
    expect(cohen.value).toBeCloseTo(0.4, 12);
  });

  it('a category that nobody used keeps its place in the weights', () => {
    const table = [
      [5, 0, 1],
      [0, 0, 0],
      [2, 0, 4],
    ];
    const { cohen } = agreementOfTwo(table, { weights: 'linear' });
    expect(cohen.value).toBeCloseTo(0.5, 12);
    expect(cohen.standardError).toBeCloseTo(0.2465033242958173, 12);
    expect(cohen.degreesOfFreedom).toBe(11);
  });

  it('raters of whom one knows a single answer agree as chance would', () => {
    const { cohen, scott, gwet } = agreementOfTwo([
      [3, 1],
      [0, 0],
    ]);
    expect([cohen.value, cohen.standardError]).toEqual([0, 0]);
    expect(scott.value).toBeCloseTo(-0.14285714285714285, 12);
    expect(scott.standardError).toBeCloseTo(0.14139190265868828, 12);
    expect(gwet.value).toBeCloseTo(0.68, 12);
    expect(gwet.standardError).toBeCloseTo(0.3436388802216653, 12);
  });

  it('raters who gave one answer throughout have no kappa', () => {
    const { cohen, percentAgreement } = agreementOfTwo([
      [9, 0],
      [0, 0],
    ]);
    expect([cohen.value, cohen.standardError, cohen.interval]).toEqual([null, null, null]);
    expect(percentAgreement.value).toBe(1);
  });

  it('one unit has no interval', () => {
    const { brennanPrediger } = agreementOfTwo([
      [0, 1],
      [0, 0],
    ]);
    expect(brennanPrediger.value).toBe(-1);
    expect(brennanPrediger.interval).toBeNull();
  });

  it('unequal steps weigh as unequal as they are', () => {
    const table = [
      [4, 1, 0],
      [1, 3, 1],
      [0, 2, 5],
    ];
    const byValue = agreementOfTwo(table, { weights: 'linear', categories: [1, 2, 10] });
    const byPlace = agreementOfTwo(table, { weights: 'linear' });
    expect(byValue.cohen.observed).toBeCloseTo((12 + 2 * (8 / 9) + 3 * (1 / 9)) / 17, 12);
    expect(byPlace.cohen.observed).toBeCloseTo((12 + 5 * 0.5) / 17, 12);
  });

  it('who is first does not matter', () => {
    const anyTable = fc
      .array(fc.array(fc.nat({ max: 9 }), { minLength: 3, maxLength: 3 }), {
        minLength: 3,
        maxLength: 3,
      })
      .filter((table) => table.flat().some((count) => count > 0));
    fc.assert(
      fc.property(anyTable, (table) => {
        const turned = table.map((_, row) => table.map((line) => line[row] ?? 0));
        const one = agreementOfTwo(table, { weights: 'ordinal' }).cohen;
        const other = agreementOfTwo(turned, { weights: 'ordinal' }).cohen;
        expect(other.value ?? 9).toBeCloseTo(one.value ?? 9, 10);
        expect(other.standardError ?? 9).toBeCloseTo(one.standardError ?? 9, 6);
      }),
      { seed: 20261122, numRuns: 100 },
    );
  });

  it.each([
    [
      'table[0] must have 2 columns',
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
    ],
    [
      'table must count at least one unit',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'table[1][0] must be a whole number, 0 or more',
      [
        [1, 0],
        [0.5, 1],
      ],
    ],
    ['categories must hold at least one category', []],
  ])('refuses: %s', (message, table) => {
    expect(() => agreementOfTwo(table)).toThrow(message);
  });

  it('refuses categories that are not those of the table', () => {
    expect(() => agreementOfTwo([[1]], { categories: [1, 2] })).toThrow(
      'table must have a row for each category',
    );
  });
});
