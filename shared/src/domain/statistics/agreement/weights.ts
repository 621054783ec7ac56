import { requireThat } from '../numbers/index.js';
import type { Matrix } from './matrix.js';

/** A grade, a letter or any other answer a rater may choose. */
export type Category = number | string;

/**
 * How much two different answers count as agreement, by name:
 * `identity` 0; `linear` less by the distance; `quadratic` less by the distance squared; `ordinal`
 * (Gwet) less by the number of pairs of categories between them. Equal answers always count 1.
 */
export type WeightSet = 'identity' | 'linear' | 'quadratic' | 'ordinal';

/** A named set, or a weight from 0 to 1 for each pair of categories, in their order. */
export type AgreementWeights = WeightSet | Matrix;

/** What a pair of categories counts, given their distance and that of the two ends. */
const partialAgreement: Record<WeightSet, (distance: number, range: number) => number> = {
  identity: (distance) => (distance === 0 ? 1 : 0),
  linear: (distance, range) => 1 - distance / range,
  quadratic: (distance, range) => 1 - distance ** 2 / range ** 2,
  ordinal: (distance, range) => 1 - pairsWithin(distance) / pairsWithin(range),
};

/** Pairs that can be formed of a run of categories whose ends are this far apart. */
const pairsWithin = (distance: number) => ((distance + 1) * distance) / 2;

/**
 * The weight of each pair of categories (Gwet, Handbook of Inter-Rater Reliability, 4th ed., ch. 4;
 * irrCAC 1.4). Numbers are as far apart as their values, all else as its places in the list;
 * `ordinal` always goes by places. Not to be confused with Krippendorff's ordinal metric, which
 * depends on how often each category was used.
 *
 * @param categories the whole scale, at least one, all different; numbers in rising order
 * @returns q rows of q weights, 1 on the diagonal
 * @throws InvalidInput when categories repeat or fall, or a matrix is not q by q with weights from
 *   0 to 1 and a diagonal of 1
 * @example agreementWeights('ordinal', [1, 2, 3, 4])[0] // [1, 5/6, 1/2, 0]
 */
export function agreementWeights(
  weights: AgreementWeights,
  categories: readonly Category[],
): Matrix {
  requireScale(categories);
  if (typeof weights !== 'string') {
    requireWeightMatrix(weights, categories.length);
    return weights;
  }
  const places = weights === 'ordinal' ? categories.map((_, place) => place) : valuesOf(categories);
  const range = (places.at(-1) ?? 0) - (places[0] ?? 0);
  const weigh = partialAgreement[weights];
  return places.map((from) =>
    places.map((to) => (from === to ? 1 : weigh(Math.abs(from - to), range))),
  );
}

function valuesOf(categories: readonly Category[]): number[] {
  return isNumeric(categories) ? [...categories] : categories.map((_, place) => place);
}

function isNumeric(categories: readonly Category[]): categories is readonly number[] {
  return categories.every((category) => typeof category === 'number');
}

function requireScale(categories: readonly Category[]): void {
  requireThat(categories.length > 0, 'categories', 'must hold at least one category');
  const known = new Set<Category>();
  categories.forEach((category, index) => {
    requireThat(!known.has(category), 'categories', 'must not repeat an earlier one', [index]);
    known.add(category);
  });
  if (!isNumeric(categories)) return;
  categories.forEach((category, index) => {
    const above = index === 0 ? -Infinity : (categories[index - 1] ?? 0);
    const rule = 'must be a finite number above the one before';
    requireThat(Number.isFinite(category) && category > above, 'categories', rule, [index]);
  });
}

function requireWeightMatrix(weights: Matrix, size: number): void {
  const shape = `must have ${size} rows of ${size} weights, one for each category`;
  requireThat(weights.length === size, 'weights', shape);
  weights.forEach((row, from) => {
    requireThat(row.length === size, 'weights', shape, [from]);
    row.forEach((weight, to) => {
      requireThat(weight >= 0 && weight <= 1, 'weights', 'must lie from 0 to 1', [from, to]);
    });
    requireThat(row[from] === 1, 'weights', 'must be 1: equal answers agree', [from, from]);
  });
}
