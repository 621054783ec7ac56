import type { WithoutInterval } from '../estimates/index.js';
import {
  type Interval,
  relativeTolerance,
  requireCount,
  requireFinite,
  requireThat,
} from '../numbers/index.js';
import {
  criticalValue,
  type IndependentEstimate,
  requireIndependentEstimate,
  symmetricInterval,
} from './uncertainty.js';

/**
 * The estimate of one period, with what a comparison or a trend needs to know of its error. What
 * `estimateShare` and `estimateMean` give is one as it stands.
 */
export interface PeriodEstimate {
  /** a share from 0 to 1, or a mean in points */
  estimate: number;
  /** 0 or more; `null` where none exists. 0 is not believed: see `compareEstimates` */
  standardError: number | null;
  /** 0 or more; `null` for no limit (a large-sample error) */
  degreesOfFreedom: number | null;
  /** the interval printed with the estimate; `null` without one */
  interval: Interval | null;
  /** the interval's; must be that of the comparison or trend. Not checked when left out */
  confidence?: number;
  /** plans the estimate rests on */
  respondents: number;
  /** why there is no interval: `all-reviewed` says that the estimate has no sampling error */
  withoutInterval?: WithoutInterval | null;
}

/** Why a period takes no part in a comparison or a trend. */
export type PeriodObstacle =
  /** it rests on fewer plans than the least base */
  | 'base-too-small'
  /** it carries no error that could be believed: neither a standard error nor an interval */
  | 'no-standard-error';

/** The fewest plans behind a figure that is printed inside the partnership. */
export const usualLeastBase = 5;

/**
 * @param confidence of the comparison or trend
 * @throws InvalidInput when a field is out of its range, or the interval does not hold the estimate
 * or has another confidence
 * @example requirePeriodEstimate('first', { estimate: 1, standardError: 0, degreesOfFreedom: 4,
 *   interval: { lower: 0.2, upper: 0.9 }, respondents: 5 }, 0.95)
 * // first[interval] must hold the estimate
 */
export function requirePeriodEstimate(
  argument: string,
  period: PeriodEstimate,
  confidence: number,
  index: readonly (number | string)[] = [],
): void {
  const { estimate, degreesOfFreedom, interval, respondents } = period;
  const standardError = period.standardError ?? 0;
  requireIndependentEstimate(argument, { estimate, standardError, degreesOfFreedom }, index);
  requireCount(argument, respondents, 0, [...index, 'respondents']);
  const sameConfidence = (period.confidence ?? confidence) === confidence;
  const ofTheWhole = 'must be that of the comparison or trend';
  requireThat(sameConfidence, argument, ofTheWhole, [...index, 'confidence']);
  if (interval === null) return;
  requireFinite(argument, [interval.lower, interval.upper]);
  const slack = roundingOf(estimate);
  const holdsEstimate = interval.lower <= estimate + slack && estimate - slack <= interval.upper;
  requireThat(holdsEstimate, argument, 'must hold the estimate', [...index, 'interval']);
}

/**
 * What stands in the way of printing anything that rests on this period; `null` for nothing.
 *
 * @param error what is known of the estimate's error, in either form
 * @example obstacleOf({ estimate: 0.5, standardError: 0.2, degreesOfFreedom: 3, interval: null,
 *   respondents: 4 }, null, 5) // 'base-too-small'
 */
export function obstacleOf(
  period: PeriodEstimate,
  error: Interval | IndependentEstimate | null,
  leastBase: number,
): PeriodObstacle | null {
  if (period.respondents < leastBase) return 'base-too-small';
  return error === null ? 'no-standard-error' : null;
}

/**
 * Whether nothing is estimated, because every plan of the period was reviewed.
 *
 * @example isReviewedInFull({ estimate: 0.5, standardError: 0, degreesOfFreedom: 3, interval: null,
 *   respondents: 4, withoutInterval: 'all-reviewed' }) // true
 */
export function isReviewedInFull(period: PeriodEstimate): boolean {
  return period.withoutInterval === 'all-reviewed';
}

/**
 * The standard error to reckon with; `null` where it is not known, or 0 by arithmetic alone.
 *
 * @example errorOf({ estimate: 1, standardError: 0, degreesOfFreedom: 9, interval: null,
 *   respondents: 10 }) // null
 */
export function errorOf(period: PeriodEstimate): IndependentEstimate | null {
  const { estimate, standardError, degreesOfFreedom } = period;
  const believed = standardError !== null && standardError > roundingOf(estimate);
  if (!believed || degreesOfFreedom === 0) return null;
  return { estimate, standardError, degreesOfFreedom };
}

/**
 * The interval to reckon with: the printed one, or else the one that the error gives.
 *
 * @returns `null` when there is neither
 * @example intervalOf({ estimate: 2, standardError: 0.5, degreesOfFreedom: 10, interval: null,
 *   respondents: 12 }, 0.95) // { lower: 0.8859, upper: 3.1141 }
 */
export function intervalOf(period: PeriodEstimate, confidence: number): Interval | null {
  if (isReviewedInFull(period)) return symmetricInterval(period.estimate, 0);
  if (period.interval) return period.interval;
  const error = errorOf(period);
  if (!error) return null;
  const reach = criticalValue(confidence, error.degreesOfFreedom) * error.standardError;
  return symmetricInterval(error.estimate, reach);
}

/** What rounding alone may leave where 0 ought to be. */
function roundingOf(estimate: number): number {
  return relativeTolerance * Math.max(1, Math.abs(estimate));
}
