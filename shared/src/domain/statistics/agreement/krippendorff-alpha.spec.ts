import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { krippendorffAlpha } from './krippendorff-alpha.js';

const repeatable = { seed: 20261122, numRuns: 100 };
const metrics = ['nominal', 'ordinal', 'interval'] as const;
const someRatings = fc.array(
  fc.array(fc.option(fc.constantFrom(0.5, 1.25, 3, 7.5)), { minLength: 3, maxLength: 3 }),
  { minLength: 1, maxLength: 15 },
);

describe('Krippendorff’s alpha', () => {
  const fractions = [
    [0.5, 0.5, 1.25],
    [null, 3, 3],
    [7.5, null, 3],
    [1.25, 1.25, 0.5],
    [9, null, null],
  ];

  it.each([
    ['nominal', 0.25],
    ['ordinal', 0.7411764705882353],
    ['interval', 0.5351155414589941],
  ] as const)('%s, with ratings missing and values that are no whole numbers', (metric, value) => {
    const alpha = krippendorffAlpha(fractions, metric);
    expect(alpha.value).toBeCloseTo(value, 12);
    expect([alpha.units, alpha.ratings]).toEqual([4, 10]);
  });

  it('has no number when all answers that can be compared are one', () => {
    for (const metric of metrics) {
      expect(
        krippendorffAlpha(
          [
            [2, 2],
            [2, 2],
            [3, null],
          ],
          metric,
        ).value,
      ).toBeNull();
    }
  });

  it('has no number when nobody rated the same unit', () => {
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        'ordinal',
      ),
    ).toEqual({
      metric: 'ordinal',
      value: null,
      units: 0,
      ratings: 0,
    });
  });

  it('a single unit on which raters differ is no better than chance', () => {
    expect(krippendorffAlpha([[1, 2]], 'nominal').value).toBe(0);
    expect(krippendorffAlpha([[1, 2, 1]], 'interval').value).toBeCloseTo(0, 12);
  });

  it('refuses what is no number', () => {
    expect(() => krippendorffAlpha([[1, Number.NaN]], 'interval')).toThrow(
      'ratings[0][1] must be a finite number or null',
    );
    expect(() => krippendorffAlpha([], 'interval')).toThrow('ratings must hold at least one row');
  });

  it('units rated once change nothing', () => {
    fc.assert(
      fc.property(someRatings, fc.constantFrom(...metrics), (ratings, metric) => {
        const more = [...ratings, [100, null, null], [null, null, 0.5]];
        expect(krippendorffAlpha(more, metric)).toEqual(krippendorffAlpha(ratings, metric));
      }),
      repeatable,
    );
  });

  it('the ordinal metric sees the order of answers and not their values', () => {
    fc.assert(
      fc.property(someRatings, (ratings) => {
        const stretched = ratings.map((row) =>
          row.map((value) => (value === null ? null : value ** 3)),
        );
        expect(krippendorffAlpha(stretched, 'ordinal')).toEqual(
          krippendorffAlpha(ratings, 'ordinal'),
        );
      }),
      repeatable,
    );
  });

  it('the interval metric does not care for unit and origin', () => {
    fc.assert(
      fc.property(someRatings, (ratings) => {
        const moved = ratings.map((row) =>
          row.map((value) => (value === null ? null : 8 - 4 * value)),
        );
        const { value } = krippendorffAlpha(ratings, 'interval');
        expect(krippendorffAlpha(moved, 'interval').value ?? 9).toBeCloseTo(value ?? 9, 12);
      }),
      repeatable,
    );
  });

  it('with two answers all metrics are one', () => {
    const twoAnswers = fc.array(
      fc.array(fc.option(fc.constantFrom(1, 2)), { minLength: 4, maxLength: 4 }),
      { minLength: 1, maxLength: 15 },
    );
    fc.assert(
      fc.property(twoAnswers, (ratings) => {
        const [nominal, ordinal, interval] = metrics.map(
          (metric) => krippendorffAlpha(ratings, metric).value ?? 9,
        );
        expect(ordinal).toBeCloseTo(nominal ?? Number.NaN, 12);
        expect(interval).toBeCloseTo(nominal ?? Number.NaN, 12);
      }),
      repeatable,
    );
  });
});
