import { betaQuantile, requireConfidence, requireThat, tQuantile } from '../numbers/index.js';
import type { Interval } from '../numbers/index.js';

/** An estimate with its design-based error, such as `stratifiedMean` gives. */
export interface DesignEstimate {
  estimate: number;
  /** 0 or more, in the unit of the estimate. */
  standardError: number;
  /** Whole; below 1 no interval exists. */
  degreesOfFreedom: number;
}

/**
 * How many standard errors the interval reaches to either side: Student's t.
 *
 * @returns `null` when there are no degrees of freedom
 * @throws InvalidInput when the confidence does not lie between 0 and 1
 * @example reachInErrors(10, 0.95) // 2.22813885198627
 */
export function reachInErrors(degreesOfFreedom: number, confidence: number): number | null {
  requireConfidence(confidence);
  return degreesOfFreedom > 0 ? -tQuantile((1 - confidence) / 2, degreesOfFreedom) : null;
}

/**
 * The interval of a mean: the estimate and t standard errors to either side. Of a share it can
 * leave 0 to 1, so a share takes `xlogitInterval`.
 *
 * @returns `null` when there are no degrees of freedom
 * @throws InvalidInput when the confidence does not lie between 0 and 1
 * @example tInterval({ estimate: 3, standardError: 0.5, degreesOfFreedom: 10 })
 * // { lower: 1.885931, upper: 4.114069 }
 */
export function tInterval(
  { estimate, standardError, degreesOfFreedom }: DesignEstimate,
  confidence = 0.95,
): Interval | null {
  const reach = reachInErrors(degreesOfFreedom, confidence);
  if (reach === null) return null;
  return { lower: estimate - reach * standardError, upper: estimate + reach * standardError };
}

/**
 * The product's interval for a share from a stratified sample: symmetric on the log-odds scale,
 * logit p ± t se / (p (1 - p)), turned back, so that it stays inside 0 to 1 (R survey 4.1-1
 * `svyciprop(method = "xlogit")`; as SUDAAN and SPSS Complex Samples).
 *
 * @returns `null` where it does not exist: at 0, at 1, and without degrees of freedom
 * @throws InvalidInput when the estimate lies outside 0 to 1 or the confidence does not lie
 * between 0 and 1
 * @example xlogitInterval({ estimate: 0.6, standardError: 0.111145868891228, degreesOfFreedom: 14 })
 * // { lower: 0.357139, upper: 0.801983 }
 */
export function xlogitInterval(
  { estimate, standardError, degreesOfFreedom }: DesignEstimate,
  confidence = 0.95,
): Interval | null {
  requireThat(estimate >= 0 && estimate <= 1, 'estimate', 'must lie between 0 and 1');
  const reach = reachInErrors(degreesOfFreedom, confidence);
  if (reach === null || estimate === 0 || estimate === 1) return null;
  const logOdds = Math.log(estimate / (1 - estimate));
  const distance = (reach * standardError) / (estimate * (1 - estimate));
  return { lower: fromLogOdds(logOdds - distance), upper: fromLogOdds(logOdds + distance) };
}

function fromLogOdds(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * Clopper and Pearson's interval (1934), also for a number of successes that is not whole, as Korn
 * and Graubard (1998, Survey Methodology 24:193) use it with an effective sample size.
 *
 * @param share from 0 to 1
 * @param size units the share rests on, above 0, whole or effective
 * @throws InvalidInput when an argument is out of its range
 * @example exactInterval(1, 10) // { lower: 0.691503, upper: 1 }
 */
export function exactInterval(share: number, size: number, confidence = 0.95): Interval {
  requireThat(share >= 0 && share <= 1, 'share', 'must lie between 0 and 1');
  requireThat(Number.isFinite(size) && size > 0, 'size', 'must be more than 0');
  requireConfidence(confidence);
  const tail = (1 - confidence) / 2;
  const successes = size * share;
  const failures = size * (1 - share);
  return {
    lower: share === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    upper: share === 1 ? 1 : betaQuantile(1 - tail, successes + 1, failures),
  };
}

/**
 * Wilson's score interval (1927, J. Am. Stat. Assoc. 22:209) for any size and reach, such as an
 * effective size with t: centre (p + r²/2n) / (1 + r²/n), half-width
 * r / (1 + r²/n) × sqrt(p (1 - p) / n + r²/4n²).
 *
 * @param share from 0 to 1
 * @param size units the share rests on, above 0, whole or effective
 * @param reach in standard errors, 0 or more: 1.96 for 95%
 * @throws InvalidInput when an argument is out of its range
 * @example scoreInterval(0.5, 10, 1.959963984540054) // { lower: 0.236593, upper: 0.763407 }
 */
export function scoreInterval(share: number, size: number, reach: number): Interval {
  requireThat(share >= 0 && share <= 1, 'share', 'must lie between 0 and 1');
  requireThat(Number.isFinite(size) && size > 0, 'size', 'must be more than 0');
  requireThat(Number.isFinite(reach) && reach >= 0, 'reach', 'must be 0 or more');
  const square = reach ** 2;
  const shrinkage = 1 + square / size;
  const centre = (share + square / (2 * size)) / shrinkage;
  const spread = Math.sqrt((share * (1 - share)) / size + square / (4 * size ** 2));
  const half = (reach * spread) / shrinkage;
  // At 0 and 1 both terms are equal; rounding must not leave a trace beyond the end.
  return { lower: share === 0 ? 0 : centre - half, upper: share === 1 ? 1 : centre + half };
}
