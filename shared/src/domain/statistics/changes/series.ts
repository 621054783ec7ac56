import { requireCount, requireFinite, requireThat, sum } from '../numbers/index.js';
import type { CountedShare } from './counted-share.js';

/**
 * Refuses counts that cannot be, by their index.
 *
 * @throws InvalidInput as `requireCountedShare`
 * @example requireCountedShares('shares', [{ successes: 5, n: 4 }]);
 * // shares[0][successes] must not exceed n
 */
export function requireCountedShares(argument: string, shares: readonly CountedShare[]): void {
  shares.forEach((share, index) => {
    requireCountedShare(argument, share, [index]);
  });
}

/**
 * Refuses counts that cannot be.
 *
 * @throws InvalidInput when a count is not a whole number of at least 0, or successes exceed n
 * @example requireCountedShare('first', { successes: 5, n: 4 });
 * // first[successes] must not exceed n
 */
export function requireCountedShare(
  argument: string,
  { successes, n }: CountedShare,
  index: readonly (number | string)[] = [],
): void {
  requireCount(argument, successes, 0, [...index, 'successes']);
  requireCount(argument, n, 0, [...index, 'n']);
  requireThat(successes <= n, argument, 'must not exceed n', [...index, 'successes']);
}

/**
 * The share of all samples taken together.
 *
 * @returns from 0 to 1; `null` when no plan was judged
 * @example pooledShare([{ successes: 1, n: 4 }, { successes: 2, n: 8 }]) // 0.25
 */
export function pooledShare(shares: readonly CountedShare[]): number | null {
  const n = sum(shares.map((share) => share.n));
  return n === 0 ? null : sum(shares.map((share) => share.successes)) / n;
}

/** One sample of a series: its counts and where it stands on the time axis. */
export interface ScoredShare extends CountedShare {
  /** the quarter's number, a date or any other scale; only the spacing matters */
  score: number;
}

/**
 * The samples of a series that hold a plan, each with its score.
 *
 * @throws InvalidInput when the lists differ in length, a score is not finite, or as
 * `requireCountedShare`
 * @example scored([{ successes: 1, n: 2 }, { successes: 0, n: 0 }], [1, 2])
 * // [{ successes: 1, n: 2, score: 1 }]
 */
export function scored(shares: readonly CountedShare[], scores: readonly number[]): ScoredShare[] {
  requireCountedShares('shares', shares);
  requireFinite('scores', scores);
  requireThat(scores.length === shares.length, 'scores', 'must be as many as shares');
  return shares
    .map(({ successes, n }, index) => ({ successes, n, score: scores[index] ?? Number.NaN }))
    .filter(({ n }) => n > 0);
}

/**
 * Whether the samples stand at two scores at least.
 *
 * @example hasSpread([{ score: 2 }, { score: 2 }]) // false
 */
export function hasSpread(series: readonly { score: number }[]): boolean {
  return series.some(({ score }) => score !== series[0]?.score);
}
