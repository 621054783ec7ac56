import {
  type Interval,
  normalCdf,
  normalQuantile,
  requireConfidence,
  sum,
} from '../numbers/index.js';
import type { CountedShare } from './counted-share.js';
import { hasSpread, pooledShare, scored, type ScoredShare } from './series.js';
import { type ChiSquaredTest, chiSquaredTest } from './uncertainty.js';

/** A straight line through the log odds of shares. */
export interface LogisticTrend {
  /** log odds per unit of score */
  slope: number;
  standardError: number;
  /** slope divided by its standard error (Wald) */
  z: number;
  /** two-sided, of z */
  p: number;
  /** what the odds are multiplied by per unit of score */
  oddsRatio: number;
  /** of the odds ratio; `null` when `separated` */
  oddsRatioInterval: Interval | null;
  /** of the slope against no slope, on 1 degree of freedom; better than z when shares are extreme */
  likelihoodRatio: ChiSquaredTest;
  /**
   * A score divides successes from failures, so that no finite slope fits best: slope, standard
   * error, z, p and odds ratio are where the search happened to stop and must not be printed.
   */
  separated: boolean;
}

/** R's `glm.control()` and the 30 beyond which its logit link no longer computes exponentials. */
const epsilon = 1e-8;
const mostIterations = 25;
const largestLogit = 30;

/**
 * Logistic regression of shares on a score by iteratively reweighted least squares (Nelder &
 * Wedderburn 1972, J. R. Stat. Soc. A 135:370), for simple random samples. Start, stopping rule and
 * the weights behind the standard error are those of R 4.2.2
 * `glm(cbind(successes, n - successes) ~ score, binomial)`, so that the numbers agree even where
 * the data are separated and the search only stops because the fit no longer improves.
 *
 * @param confidence of the odds ratio's interval
 * @returns `null` when there are fewer than two scores with plans
 * @throws InvalidInput when a count cannot be, a score is not finite, the lists differ in length, or
 * the confidence is not between 0 and 1
 * @example logisticTrend([{ successes: 12, n: 40 }, { successes: 20, n: 41 }], [1, 2])?.oddsRatio
 * // 2.2222
 */
export function logisticTrend(
  shares: readonly CountedShare[],
  scores: readonly number[],
  confidence = 0.95,
): LogisticTrend | null {
  requireConfidence(confidence);
  const series = scored(shares, scores);
  if (!hasSpread(series)) return null;
  const { slope, standardError, deviance } = fitLine(series);
  const z = slope / standardError;
  const reach = normalQuantile((1 + confidence) / 2) * standardError;
  const separated = isSeparated(series);
  const pooled = pooledShare(series) ?? 0;
  const withoutSlope = devianceOf(
    series,
    series.map(() => pooled),
  );
  return {
    slope,
    standardError,
    z,
    p: 2 * normalCdf(-Math.abs(z)),
    oddsRatio: Math.exp(slope),
    oddsRatioInterval: separated
      ? null
      : { lower: Math.exp(slope - reach), upper: Math.exp(slope + reach) },
    likelihoodRatio: chiSquaredTest(Math.max(0, withoutSlope - deviance), 1),
    separated,
  };
}

interface Line {
  intercept: number;
  slope: number;
  standardError: number;
}

function fitLine(series: readonly ScoredShare[]): Line & { deviance: number } {
  // Half a success and half a failure are added to the start only: 0% and 100% have no logit.
  let fitted = series.map(({ successes, n }) => (successes + 0.5) / (n + 1));
  let logits = fitted.map((share) => Math.log(share / (1 - share)));
  let deviance = devianceOf(series, fitted);
  for (let iteration = 1; ; iteration++) {
    const line = weightedLine(series, fitted, logits);
    logits = series.map(({ score }) => line.intercept + line.slope * score);
    fitted = logits.map(shareOfLogit);
    const before = deviance;
    deviance = devianceOf(series, fitted);
    const settled = Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < epsilon;
    if (settled || iteration === mostIterations) return { ...line, deviance };
  }
}

/** One step: least squares of the working response, each sample by its working weight. */
function weightedLine(
  series: readonly ScoredShare[],
  fitted: readonly number[],
  logits: readonly number[],
): Line {
  const points = series.map(({ successes, n, score }, index) => {
    const logit = logits[index] ?? 0;
    const share = fitted[index] ?? 0;
    const steepness = steepnessAt(logit);
    return {
      score,
      response: logit + (successes / n - share) / steepness,
      weight: (n * steepness * steepness) / (share * (1 - share)),
    };
  });
  const total = sum(points.map(({ weight }) => weight));
  const weightedMean = (values: number[]) =>
    sum(values.map((value, index) => value * (points[index]?.weight ?? 0))) / total;
  const centre = weightedMean(points.map(({ score }) => score));
  const level = weightedMean(points.map(({ response }) => response));
  const spread = sum(points.map(({ weight, score }) => weight * (score - centre) ** 2));
  const rise = sum(
    points.map(({ weight, score, response }) => weight * (score - centre) * (response - level)),
  );
  const slope = rise / spread;
  return { intercept: level - slope * centre, slope, standardError: 1 / Math.sqrt(spread) };
}

function shareOfLogit(logit: number): number {
  if (logit < -largestLogit) return Number.EPSILON / (1 + Number.EPSILON);
  if (logit > largestLogit) return 1 / (1 + Number.EPSILON);
  return Math.exp(logit) / (1 + Math.exp(logit));
}

/** How fast the share grows with the logit. */
function steepnessAt(logit: number): number {
  if (Math.abs(logit) > largestLogit) return Number.EPSILON;
  return Math.exp(logit) / (1 + Math.exp(logit)) ** 2;
}

function devianceOf(series: readonly ScoredShare[], fitted: readonly number[]): number {
  const logRatio = (share: number, fit: number) =>
    share === 0 ? 0 : share * Math.log(share / fit);
  return sum(
    series.map(({ successes, n }, index) => {
      const share = successes / n;
      const fit = fitted[index] ?? 0;
      return 2 * n * (logRatio(share, fit) + logRatio(1 - share, 1 - fit));
    }),
  );
}

/** Whether all failures lie at or below one score and all successes at or above it, or reversed. */
function isSeparated(series: readonly ScoredShare[]): boolean {
  const succeeding = series.filter(({ successes }) => successes > 0).map(({ score }) => score);
  const failing = series.filter(({ successes, n }) => successes < n).map(({ score }) => score);
  return (
    Math.max(...failing) <= Math.min(...succeeding) ||
    Math.max(...succeeding) <= Math.min(...failing)
  );
}
