import { normalCdf, sum } from '../numbers/index.js';
import type { CountedShare } from './counted-share.js';
import { hasSpread, pooledShare, scored } from './series.js';

/** A test of whether shares rise or fall in a line with the scores. */
export interface CochranArmitage {
  /** z squared, on 1 degree of freedom */
  chiSquared: number;
  /** above 0 when the share rises with the score, below 0 when it falls */
  z: number;
  /** two-sided */
  p: number;
}

/**
 * The Cochran-Armitage test for a trend in shares of simple random samples (Cochran 1954,
 * Biometrics 10:417; Armitage 1955, Biometrics 11:375), without continuity correction. Shifting or
 * stretching the scores changes nothing; their spacing does. Equal to R 4.2.2 `prop.trend.test`.
 *
 * It looks for a line and nothing else: print `heterogeneity` next to it.
 *
 * @returns `null` when there is none: all plans alike, or fewer than two scores with plans
 * @throws InvalidInput when a count cannot be, a score is not finite or the lists differ in length
 * @example cochranArmitage([{ successes: 12, n: 40 }, { successes: 20, n: 41 }], [1, 2])?.z // 1.7286
 */
export function cochranArmitage(
  shares: readonly CountedShare[],
  scores: readonly number[],
): CochranArmitage | null {
  const series = scored(shares, scores);
  const pooled = pooledShare(series);
  if (pooled === null || pooled === 0 || pooled === 1 || !hasSpread(series)) return null;
  // Deviations from the mean score: dates make scores that are large and close together.
  const centre = sum(series.map(({ n, score }) => n * score)) / sum(series.map(({ n }) => n));
  const slope = sum(
    series.map(({ successes, n, score }) => (score - centre) * (successes - n * pooled)),
  );
  const variance =
    pooled * (1 - pooled) * sum(series.map(({ n, score }) => n * (score - centre) ** 2));
  const z = slope / Math.sqrt(variance);
  return { chiSquared: z * z, z, p: 2 * normalCdf(-Math.abs(z)) };
}
