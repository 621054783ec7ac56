import { sum } from '../numbers/index.js';
import { chanceOfEach } from './chance-corrected.js';
import { estimateOf, type AgreementEstimate, type Sampling } from './estimate.js';
import { dot, quadraticForm, type Matrix } from './matrix.js';
import { isComparable, meanShares, ratingsOf, weightedPairs } from './rated-units.js';

/**
 * Krippendorff's alpha for fixed weights after Gwet (Handbook, 4th ed., section 2.8 and 5.3). Units
 * rated once are left out of the coefficient, but irrCAC counts them in the share of the population
 * and, for ratings, in the degrees of freedom.
 */
interface AlphaParts {
  /** What each comparable unit adds to the observed agreement, before the small-sample correction. */
  agreements: readonly number[];
  /** What each comparable unit adds to chance agreement. */
  chances: readonly number[];
  /** Ratings of each comparable unit above the mean, which is `meanRatings`. */
  surplus: readonly number[];
  meanRatings: number;
  uncorrected: number;
  corrected: number;
  chance: number;
  /** One over the number of ratings. */
  correction: number;
}

/**
 * Alpha with the error of `krippen.alpha.raw` of irrCAC 1.4: influences around the value before the
 * small-sample correction.
 *
 * @example
 * const endless = { fraction: 0, confidence: 0.95 };
 * alphaOfRatings([[2, 0], [1, 1], [0, 2]], [[1, 0], [0, 1]], endless).value // 4/9
 */
export function alphaOfRatings(
  counts: Matrix,
  weights: Matrix,
  sampling: Sampling,
): AgreementEstimate {
  const parts = alphaParts(counts, weights);
  const { uncorrected, chance, meanRatings } = parts;
  const centre = (uncorrected - chance) / (1 - chance);
  const squares = parts.agreements.map((agreement, unit) => {
    const surplus = parts.surplus[unit] ?? 0;
    const own = (agreement - (uncorrected * surplus) / meanRatings - chance) / (1 - chance);
    const excess = (parts.chances[unit] ?? 0) - (chance * surplus) / meanRatings - chance;
    return (own - (2 * (1 - centre) * excess) / (1 - chance) - centre) ** 2;
  });
  return alphaFrom(parts, squares, counts.length - 1, sampling);
}

/**
 * Alpha with the error of `krippen.alpha.dist` of irrCAC 1.4, which differs: influences around
 * the corrected value, chance weighed once and not twice, n - 1 of the comparable units.
 *
 * @example
 * const endless = { fraction: 0, confidence: 0.95 };
 * alphaOfCounts([[2, 0], [1, 1], [0, 2]], [[1, 0], [0, 1]], endless).degreesOfFreedom // 2
 */
export function alphaOfCounts(
  counts: Matrix,
  weights: Matrix,
  sampling: Sampling,
): AgreementEstimate {
  const parts = alphaParts(counts, weights);
  const { uncorrected, corrected, chance, correction, meanRatings } = parts;
  const centre = (corrected - chance) / (1 - chance);
  const squares = parts.agreements.map((agreement, unit) => {
    const surplus = parts.surplus[unit] ?? 0;
    const even = agreement - (uncorrected * surplus) / meanRatings;
    const own = ((1 - correction) * even + correction - chance) / (1 - chance);
    const excess = (parts.chances[unit] ?? 0) - surplus / meanRatings - chance;
    return (own - ((1 - centre) * excess) / (1 - chance) - centre) ** 2;
  });
  return alphaFrom(parts, squares, parts.agreements.length - 1, sampling);
}

function alphaParts(allCounts: Matrix, weights: Matrix): AlphaParts {
  const counts = allCounts.filter(isComparable);
  const ratings = counts.map(ratingsOf);
  const meanRatings = sum(ratings) / counts.length;
  const agreements = counts.map(
    (unit) => weightedPairs(unit, weights) / (meanRatings * (ratingsOf(unit) - 1)),
  );
  const shares = meanShares(counts, weights.length, () => meanRatings);
  const agreeing = chanceOfEach(weights, shares);
  const correction = 1 / sum(ratings);
  const uncorrected = sum(agreements) / counts.length;
  return {
    agreements,
    chances: counts.map((unit) => dot(unit, agreeing) / meanRatings),
    surplus: ratings.map((count) => count - meanRatings),
    meanRatings,
    uncorrected,
    corrected: (1 - correction) * uncorrected + correction,
    chance: quadraticForm(shares, weights, shares),
    correction,
  };
}

function alphaFrom(
  { corrected, chance }: AlphaParts,
  squares: readonly number[],
  degreesOfFreedom: number,
  { fraction, confidence }: Sampling,
): AgreementEstimate {
  const units = squares.length;
  const variance = ((1 - fraction) / (units * (units - 1))) * sum(squares);
  const value = (corrected - chance) / (1 - chance);
  return estimateOf({ observed: corrected, chance, value, variance }, degreesOfFreedom, confidence);
}
