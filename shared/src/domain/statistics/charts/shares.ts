import { requireThat, sum } from '../numbers/index.js';
import type { IndexRange, Series } from './series.js';

/** What one period counted; `null` where it is missing. */
export type Share = { numerator: number; denominator: number } | null;

/**
 * The counts period by period, once they are known to be counts.
 *
 * @throws InvalidInput when the lists differ in length, or a count is negative, not finite or
 *   larger than its denominator
 * @example requireShares([3, null], [4, 5]) // [{ numerator: 3, denominator: 4 }, null]
 */
export function requireShares(numerators: Series, denominators: Series): Share[] {
  const sameLength = numerators.length === denominators.length;
  requireThat(sameLength, 'denominators', 'must be as many as the numerators');
  return numerators.map((numerator, index) => {
    const denominator = denominators[index] ?? null;
    requireCounted('numerators', numerator, index);
    requireCounted('denominators', denominator, index);
    if (numerator === null || denominator === null) return null;
    const isPart = numerator <= denominator;
    requireThat(isPart, 'numerators', 'must not be more than the denominator', [index]);
    return { numerator, denominator };
  });
}

function requireCounted(argument: string, count: number | null, index: number): void {
  const holds = count === null || (Number.isFinite(count) && count >= 0);
  requireThat(holds, argument, 'must be null or a finite number, 0 or more', [index]);
}

/**
 * The share of one period, from 0 to 1; `null` for a period without cases: that is not 0%.
 *
 * @example shareOf({ numerator: 3, denominator: 4 }) // 0.75
 */
export function shareOf(share: Share): number | null {
  if (share === null || share.denominator === 0) return null;
  return share.numerator / share.denominator;
}

/**
 * The share of each period, from 0 to 1; `null` where a count is missing or the denominator is 0.
 *
 * @throws InvalidInput when the lists differ in length, or a count is negative, not finite or
 *   larger than its denominator
 * @example sharesOfPeriods([3, 0], [4, 0]) // [0.75, null]
 */
export function sharesOfPeriods(numerators: Series, denominators: Series): (number | null)[] {
  return requireShares(numerators, denominators).map(shareOf);
}

/**
 * The pooled share of the baseline and the binomial standard deviation of each period of a part.
 *
 * @param baseline the periods that set the centre, from 0 within the part
 * @returns the centre from 0 to 1, `null` without cases; `sigmas` with `null` for a period without
 *   cases; and `periods`, how many of the baseline have cases
 * @example
 * const shares = [{ numerator: 1, denominator: 4 }, { numerator: 4, denominator: 16 }];
 * binomialLines(shares, { from: 0, to: 1 }, [0, 1]).centre // 0.25
 */
export function binomialLines(
  shares: readonly Share[],
  range: IndexRange,
  baseline: readonly number[],
) {
  const part = shares.slice(range.from, range.to + 1);
  const counted = baseline
    .map((index) => part[index] ?? null)
    .filter((share) => share !== null)
    .filter(({ denominator }) => denominator > 0);
  const centre =
    counted.length === 0
      ? null
      : sum(counted.map(({ numerator }) => numerator)) /
        sum(counted.map(({ denominator }) => denominator));
  const sigmas = part.map((share) =>
    centre === null || share === null || share.denominator === 0
      ? null
      : Math.sqrt((centre * (1 - centre)) / share.denominator),
  );
  return { centre, sigmas, periods: counted.length };
}

/**
 * How many standard deviations a share lies from the centre; `null` where there are none.
 *
 * @example standardScore(0.75, 0.5, 0.125) // 2
 */
export function standardScore(
  value: number | null,
  centre: number | null,
  sigma: number | null,
): number | null {
  if (value === null || centre === null || sigma === null || sigma === 0) return null;
  return (value - centre) / sigma;
}
