import { type Interval, requireConfidence } from '../numbers/index.js';
import {
  criticalValue,
  type IndependentEstimate,
  pooledDegreesOfFreedom,
  requireIndependentEstimate,
  symmetricInterval,
  twoSidedChance,
} from './uncertainty.js';

export type { IndependentEstimate } from './uncertainty.js';

/** The difference of two independent estimates, second minus first, in their unit. */
export interface DifferenceOfEstimates {
  difference: number;
  standardError: number;
  /** difference divided by its standard error; `null` when that is 0 */
  t: number | null;
  /** of both samples together; `null` for no limit */
  degreesOfFreedom: number | null;
  /** two-sided; `null` when there is no t or no degree of freedom */
  p: number | null;
  /** `null` when the standard error is 0 or there is no degree of freedom */
  interval: Interval | null;
}

/**
 * The difference of two estimates from independent samples, such as two yearly stratified
 * estimates: the variances add up, the degrees of freedom too, and t with these gives p and
 * interval.
 *
 * @param confidence of the interval, such as 0.95
 * @throws InvalidInput when an estimate is not finite, a standard error or its degrees of freedom
 * lie below 0, or the confidence is not between 0 and 1
 * @example differenceOfEstimates(
 *   { estimate: 0.55, standardError: 0.035, degreesOfFreedom: 46 },
 *   { estimate: 0.63, standardError: 0.031, degreesOfFreedom: 52 }, 0.95).interval
 * // { lower: -0.0128, upper: 0.1728 }
 */
export function differenceOfEstimates(
  first: IndependentEstimate,
  second: IndependentEstimate,
  confidence: number,
): DifferenceOfEstimates {
  requireConfidence(confidence);
  requireIndependentEstimate('first', first);
  requireIndependentEstimate('second', second);
  const difference = second.estimate - first.estimate;
  const standardError = Math.hypot(first.standardError, second.standardError);
  const degreesOfFreedom = pooledDegreesOfFreedom([
    first.degreesOfFreedom,
    second.degreesOfFreedom,
  ]);
  const t = standardError === 0 ? null : difference / standardError;
  const rest = { difference, standardError, t, degreesOfFreedom };
  if (t === null || degreesOfFreedom === 0) return { ...rest, p: null, interval: null };
  const reach = criticalValue(confidence, degreesOfFreedom) * standardError;
  return {
    ...rest,
    p: twoSidedChance(t, degreesOfFreedom),
    interval: symmetricInterval(difference, reach),
  };
}
