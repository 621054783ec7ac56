import { requireCount, requireThat, sum } from '../numbers/index.js';
import { dot, times, type Matrix } from './matrix.js';
import type { Category } from './weights.js';

/** One row per unit, one column per rater; `null` where a rater gave no rating. */
export type Ratings<Rating extends Category = Category> = readonly (readonly (Rating | null)[])[];

/** Ratings with each category replaced by its place in the scale, from 0. */
export type Places = readonly (readonly (number | null)[])[];

/**
 * @throws InvalidInput when there is no unit, rows differ in length or a rating is not in the scale
 * @example placesOf([['B', null]], ['A', 'B']) // [[1, null]]
 */
export function placesOf(ratings: Ratings, categories: readonly Category[]): Places {
  requireRectangle('ratings', ratings);
  const placeOf = new Map(categories.map((category, place) => [category, place]));
  return ratings.map((row, unit) =>
    row.map((rating, rater) => {
      if (rating === null) return null;
      const place = placeOf.get(rating);
      requireThat(place !== undefined, 'ratings', 'must be one of the categories', [unit, rater]);
      return place;
    }),
  );
}

/**
 * For each unit and category, how many raters chose it.
 *
 * @example countsOf([[1, 1, null]], 3) // [[0, 2, 0]]
 */
export function countsOf(places: Places, categories: number): number[][] {
  return places.map((row) => {
    const counts = new Array<number>(categories).fill(0);
    for (const place of row) if (place !== null) counts[place] = (counts[place] ?? 0) + 1;
    return counts;
  });
}

/**
 * @throws InvalidInput when there is no row, a row has not that many columns or a count is not whole
 * @example requireCountTable('counts', [[1, 0.5]], 2);
 * // counts[0][1] must be a whole number, 0 or more
 */
export function requireCountTable(argument: string, counts: Matrix, columns: number): void {
  requireThat(counts.length > 0, argument, 'must hold at least one row');
  counts.forEach((row, index) => {
    requireThat(row.length === columns, argument, `must have ${columns} columns`, [index]);
    row.forEach((count, column) => {
      requireCount(argument, count, 0, [index, column]);
    });
  });
}

/**
 * @throws InvalidInput when there is no row or no column, or rows differ in length
 * @example requireRectangle('ratings', [[1, 2], [1]]); // ratings[1] must be as long as the first row
 */
export function requireRectangle(argument: string, rows: readonly (readonly unknown[])[]): void {
  requireThat(rows.length > 0, argument, 'must hold at least one row');
  const columns = rows[0]?.length ?? 0;
  requireThat(columns > 0, argument, 'must hold at least one column');
  rows.forEach((row, index) => {
    requireThat(row.length === columns, argument, 'must be as long as the first row', [index]);
  });
}

/**
 * How many raters rated the unit.
 *
 * @example ratingsOf([0, 2, 1]) // 3
 */
export const ratingsOf = (unit: readonly number[]) =>
  unit.reduce((total, count) => total + count, 0);

/**
 * Whether two raters can be compared on the unit.
 *
 * @example isComparable([0, 1, 0]) // false
 */
export const isComparable = (unit: readonly number[]) => ratingsOf(unit) >= 2;

/**
 * The weights of all ordered pairs of different raters of a unit, added up.
 *
 * @example weightedPairs([2, 1], [[1, 0], [0, 1]]) // 2: the two who agree, both ways round
 */
export function weightedPairs(unit: readonly number[], weights: Matrix): number {
  const agreeing = times(weights, unit);
  return dot(
    unit,
    agreeing.map((count) => count - 1),
  );
}

/**
 * The mean over the units of the shares in which raters chose each category.
 *
 * @param raters what a unit's counts are divided by
 * @example meanShares([[2, 0], [1, 1]], 2, ratingsOf) // [0.75, 0.25]
 */
export function meanShares(
  counts: Matrix,
  categories: number,
  raters: (unit: readonly number[]) => number,
): number[] {
  return Array.from({ length: categories }, (_, category) => {
    const shares = counts.map((unit) => (unit[category] ?? 0) / raters(unit));
    return sum(shares) / counts.length;
  });
}
