import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  agreementFromCounts,
  agreementFromRatings,
  type AgreementAmongRaters,
} from './among-raters.js';
import type { AgreementEstimate } from './estimate.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { countsOf, placesOf } from './rated-units.js';
import { agreementOfTwo } from './two-raters.js';

const repeatable = { seed: 20261122, numRuns: 60 };
const coefficients = [
  'percentAgreement',
  'brennanPrediger',
  'gwet',
  'fleiss',
  'conger',
  'krippendorff',
] as const;

const scale = [1, 2, 3, 4];

/** Ratings of two to five raters, some missing. */
const someRatings = fc.integer({ min: 2, max: 5 }).chain((raters) =>
  fc.array(
    fc.array(fc.option(fc.constantFrom(...scale), { freq: 5 }), {
      minLength: raters,
      maxLength: raters,
    }),
    { minLength: 2, maxLength: 15 },
  ),
);
const twoCompleteRaters = fc.array(fc.tuple(fc.constantFrom(...scale), fc.constantFrom(...scale)), {
  minLength: 2,
  maxLength: 25,
});
const anyWeights = fc.constantFrom('identity', 'linear', 'quadratic', 'ordinal');

function expectSame(actual: AgreementEstimate, expected: AgreementEstimate): void {
  expectClose(actual.value, expected.value);
  expectClose(actual.standardError, expected.standardError);
}

function expectClose(actual: number | null, expected: number | null): void {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThan(1e-7 * Math.max(1, Math.abs(expected)));
}

describe('whatever the ratings', () => {
  const agreement = (ratings: Parameters<typeof agreementFromRatings>[0], options = {}) =>
    agreementFromRatings(ratings, { categories: scale, ...options });
  const expectAll = (actual: AgreementAmongRaters, expected: AgreementAmongRaters) => {
    for (const name of coefficients) expectSame(actual[name], expected[name]);
  };

  it('the order of units and raters does not matter', () => {
    fc.assert(
      fc.property(someRatings, anyWeights, (ratings, weights) => {
        const turned = ratings.toReversed().map((row) => row.toReversed());
        expectAll(agreement(turned, { weights }), agreement(ratings, { weights }));
      }),
      repeatable,
    );
  });

  it('without weights the order of the categories does not matter', () => {
    fc.assert(
      fc.property(someRatings, (ratings) => {
        const renamed = ratings.map((row) =>
          row.map((rating) => (rating === null ? null : 5 - rating)),
        );
        expectAll(agreement(renamed), agreement(ratings));
      }),
      repeatable,
    );
  });

  it('agreement is at most 1 and no interval ends above it', () => {
    fc.assert(
      fc.property(someRatings, anyWeights, (ratings, weights) => {
        const results = agreement(ratings, { weights });
        for (const name of coefficients) {
          expect(results[name].value ?? 0).toBeLessThanOrEqual(1 + 1e-12);
          expect(results[name].interval?.upper ?? 0).toBeLessThanOrEqual(1);
        }
      }),
      repeatable,
    );
  });

  it('counts lead to the same values and errors as the ratings they count', () => {
    fc.assert(
      fc.property(someRatings, anyWeights, (ratings, weights) => {
        const counts = countsOf(placesOf(ratings, scale), scale.length);
        const fromCounts = agreementFromCounts(counts, { categories: scale, weights });
        const fromRatings = agreement(ratings, { weights });
        for (const name of ['percentAgreement', 'brennanPrediger', 'gwet', 'fleiss'] as const) {
          expectSame(fromCounts[name], fromRatings[name]);
        }
        expectClose(fromCounts.krippendorff.value, fromRatings.krippendorff.value);
      }),
      repeatable,
    );
  });

  it('the table of two raters leads to the same values as their ratings', () => {
    fc.assert(
      fc.property(twoCompleteRaters, anyWeights, (ratings, weights) => {
        const table = scale.map((first) =>
          scale.map((second) => ratings.filter(([a, b]) => a === first && b === second).length),
        );
        const two = agreementOfTwo(table, { weights });
        const among = agreement(ratings, { weights });
        expectClose(two.cohen.value, among.conger.value);
        expectClose(two.scott.value, among.fleiss.value);
        for (const name of [
          'percentAgreement',
          'brennanPrediger',
          'gwet',
          'krippendorff',
        ] as const) {
          expectClose(two[name].value, among[name].value);
        }
      }),
      repeatable,
    );
  });

  it('Krippendorff’s own metrics meet the weights where both say the same', () => {
    fc.assert(
      fc.property(someRatings, (ratings) => {
        fc.pre(krippendorffAlpha(ratings, 'nominal').value !== null);
        const alpha = (weights: 'identity' | 'quadratic') =>
          agreement(ratings, { weights }).krippendorff.value;
        expectClose(alpha('identity'), krippendorffAlpha(ratings, 'nominal').value);
        expectClose(alpha('quadratic'), krippendorffAlpha(ratings, 'interval').value);
      }),
      repeatable,
    );
  });
});
