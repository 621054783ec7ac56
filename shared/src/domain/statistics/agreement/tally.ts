import type { Matrix } from './matrix.js';
import { isComparable, ratingsOf } from './rated-units.js';

/** Why agreement beyond chance cannot be judged. */
export type AgreementObstacle =
  'no-ratings' | 'no-unit-rated-twice' | 'only-one-unit-rated-twice' | 'one-category-throughout';

/** How many units show agreement, and how many do not. */
export interface UnitTally {
  /** All units handed in. */
  given: number;
  /** Units that nobody rated. */
  unrated: number;
  /** Units with a single rating, which cannot show agreement. */
  ratedOnce: number;
  /** Units with two ratings or more: the only ones that show agreement. */
  comparable: number;
}

/**
 * Counts the units by the number of their ratings.
 *
 * @example tallyOf([[2, 0], [1, 0]]) // { given: 2, unrated: 0, ratedOnce: 1, comparable: 1 }
 */
export function tallyOf(counts: Matrix): UnitTally {
  return {
    given: counts.length,
    unrated: counts.filter((unit) => ratingsOf(unit) === 0).length,
    ratedOnce: counts.filter((unit) => ratingsOf(unit) === 1).length,
    comparable: counts.filter(isComparable).length,
  };
}

/**
 * What stands in the way of judging agreement beyond chance; `null` when nothing does.
 *
 * @example obstacleIn([[2, 0], [3, 0]]) // 'one-category-throughout'
 */
export function obstacleIn(counts: Matrix): AgreementObstacle | null {
  const comparable = counts.filter(isComparable);
  if (comparable.length > 1) return usesOneCategory(comparable) ? 'one-category-throughout' : null;
  if (comparable.length === 1) return 'only-one-unit-rated-twice';
  return counts.every((unit) => ratingsOf(unit) === 0) ? 'no-ratings' : 'no-unit-rated-twice';
}

function usesOneCategory(counts: Matrix): boolean {
  const first = counts[0]?.findIndex((count) => count > 0);
  return counts.every((unit) => unit.every((count, category) => count === 0 || category === first));
}
