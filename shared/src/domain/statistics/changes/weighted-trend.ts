import {
  type Interval,
  requireConfidence,
  requireFinite,
  requireThat,
  sum,
} from '../numbers/index.js';
import {
  type ChiSquaredTest,
  chiSquaredTest,
  criticalValue,
  type IndependentEstimate,
  pooledDegreesOfFreedom,
  requireIndependentEstimate,
  symmetricInterval,
  twoSidedChance,
} from './uncertainty.js';

/** A straight line through estimates whose errors are known. */
export interface WeightedTrend {
  /** in the estimates' unit per unit of time; above 0 when they rise */
  slope: number;
  standardError: number;
  /** slope divided by its standard error */
  t: number;
  /** of all samples together; `null` for no limit */
  degreesOfFreedom: number | null;
  /** two-sided; `null` when there is no degree of freedom */
  p: number | null;
  /** of the slope; `null` when there is no degree of freedom */
  interval: Interval | null;
  /** whether the estimates differ at all, in whatever pattern */
  heterogeneity: ChiSquaredTest;
  /** whether they lie further from the line than their errors explain; `null` for two estimates */
  departureFromLine: ChiSquaredTest | null;
}

/**
 * The line through independent estimates by least squares with weights 1 / standard error², for
 * samples with unequal weights, where counts cannot be compared. The errors are taken as known, so
 * that the slope's own follows from them and not from how the estimates scatter (fixed-effect
 * regression of estimates; Cochran 1954, Biometrics 10:101 for the chi-squared tests). For two
 * estimates it is `differenceOfEstimates`.
 *
 * @param times where each estimate stands, in its order; at least two different ones
 * @param confidence of the slope's interval
 * @throws InvalidInput when lists differ in length, all times are the same, a time or an estimate
 * is not finite, a standard error is not above 0, or the confidence is not between 0 and 1
 * @example weightedTrend([
 *   { estimate: 0.5, standardError: 0.05, degreesOfFreedom: 28 },
 *   { estimate: 0.55, standardError: 0.05, degreesOfFreedom: 28 },
 *   { estimate: 0.66, standardError: 0.05, degreesOfFreedom: 28 }], [1, 2, 3], 0.95)
 * // { slope: 0.08, standardError: 0.0354, t: 2.263, … }
 */
export function weightedTrend(
  estimates: readonly IndependentEstimate[],
  times: readonly number[],
  confidence: number,
): WeightedTrend {
  requireConfidence(confidence);
  requireEstimates(estimates, times);
  const points = estimates.map(({ estimate, standardError }, index) => ({
    time: times[index] ?? 0,
    estimate,
    weight: standardError ** -2,
  }));
  const total = sum(points.map(({ weight }) => weight));
  const centre = sum(points.map(({ weight, time }) => weight * time)) / total;
  const level = sum(points.map(({ weight, estimate }) => weight * estimate)) / total;
  const spread = sum(points.map(({ weight, time }) => weight * (time - centre) ** 2));
  const slope =
    sum(points.map(({ weight, time, estimate }) => weight * (time - centre) * (estimate - level))) /
    spread;
  const squaresAround = (line: (time: number) => number) =>
    sum(points.map(({ weight, time, estimate }) => weight * (estimate - line(time)) ** 2));
  const aroundLine = squaresAround((time) => level + slope * (time - centre));
  const k = points.length;
  return {
    ...describeSlope(slope, 1 / Math.sqrt(spread), estimates, confidence),
    heterogeneity: chiSquaredTest(
      squaresAround(() => level),
      k - 1,
    ),
    departureFromLine: k > 2 ? chiSquaredTest(aroundLine, k - 2) : null,
  };
}

function describeSlope(
  slope: number,
  standardError: number,
  estimates: readonly IndependentEstimate[],
  confidence: number,
) {
  const t = slope / standardError;
  const degreesOfFreedom = pooledDegreesOfFreedom(estimates.map((each) => each.degreesOfFreedom));
  const rest = { slope, standardError, t, degreesOfFreedom };
  if (degreesOfFreedom === 0) return { ...rest, p: null, interval: null };
  const reach = criticalValue(confidence, degreesOfFreedom) * standardError;
  return {
    ...rest,
    p: twoSidedChance(t, degreesOfFreedom),
    interval: symmetricInterval(slope, reach),
  };
}

function requireEstimates(
  estimates: readonly IndependentEstimate[],
  times: readonly number[],
): void {
  estimates.forEach((estimate, index) => {
    requireIndependentEstimate('estimates', estimate, [index]);
    const hasError = estimate.standardError > 0;
    requireThat(hasError, 'estimates', 'must be more than 0', [index, 'standardError']);
  });
  requireThat(times.length === estimates.length, 'times', 'must be as many as estimates');
  requireFinite('times', times);
  requireThat(new Set(times).size > 1, 'times', 'must hold at least two different ones');
}
