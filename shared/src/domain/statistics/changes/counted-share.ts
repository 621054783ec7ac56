import { sum } from '../numbers/index.js';
import { pooledShare, requireCountedShares } from './series.js';
import { type ChiSquaredTest, chiSquaredTest } from './uncertainty.js';

export type { ChiSquaredTest } from './uncertainty.js';

/** So many of so many plans of a simple random sample: 48 of 96 met the standard. */
export interface CountedShare {
  /** whole number from 0 to n */
  successes: number;
  /** plans judged; whole number, 0 or more */
  n: number;
}

/** A chi-squared test of counts, which is only as good as its expected counts are large. */
export interface Heterogeneity extends ChiSquaredTest {
  /** Some period expects fewer than 5 plans on a side: the p is rough (R warns of the same). */
  expectsUnderFive: boolean;
}

/**
 * Pearson's chi-squared test of whether shares differ at all, in whatever pattern, without
 * continuity correction. Between two samples it is the two-proportion test. Samples without a plan
 * take no part. Equal to R 4.2.2 `prop.test(successes, n, correct = FALSE)`.
 *
 * @returns `null` when it does not exist: fewer than two samples with plans, or all plans alike
 * @throws InvalidInput when a count is not a whole number of at least 0, or successes exceed n
 * @example heterogeneity([{ successes: 12, n: 40 }, { successes: 20, n: 41 }])?.chiSquared // 2.988
 */
export function heterogeneity(shares: readonly CountedShare[]): Heterogeneity | null {
  requireCountedShares('shares', shares);
  const judged = shares.filter(({ n }) => n > 0);
  const pooled = pooledShare(judged);
  if (judged.length < 2 || pooled === null || pooled === 0 || pooled === 1) return null;
  const squares = judged.map(({ successes, n }) => (successes - n * pooled) ** 2 / n);
  const chiSquared = sum(squares) / (pooled * (1 - pooled));
  const smallestExpected = Math.min(...judged.map(({ n }) => n)) * Math.min(pooled, 1 - pooled);
  return {
    ...chiSquaredTest(chiSquared, judged.length - 1),
    expectsUnderFive: smallestExpected < 5,
  };
}
