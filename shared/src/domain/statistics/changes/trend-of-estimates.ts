import { normalQuantile, requireConfidence, requireCount } from '../numbers/index.js';
import type { ComparisonOptions } from './comparison.js';
import {
  errorOf,
  isReviewedInFull,
  obstacleOf,
  type PeriodEstimate,
  type PeriodObstacle,
  requirePeriodEstimate,
  usualLeastBase,
} from './period-estimate.js';
import {
  fewestPeriods,
  type NoTrend,
  requireTimeOrder,
  type TrendOutcome,
  trendShownBy,
} from './trend.js';
import type { IndependentEstimate } from './uncertainty.js';
import { weightedTrend, type WeightedTrend } from './weighted-trend.js';

/** The estimate of one period of a series. */
export interface TimedEstimate extends PeriodEstimate {
  /** where the period stands: the quarter's number, or any scale on which equal steps are equal */
  time: number;
}

/** Periods that a trend does without, by their index, and why. */
export interface LeftOut {
  index: number;
  reason: PeriodObstacle;
}

/** The trend of an estimate over periods. */
export interface TrendOfEstimates extends WeightedTrend {
  /** `rising` or `falling` only when the whole interval of the slope lies on that side of 0 */
  outcome: TrendOutcome;
  confidence: number;
  leftOut: LeftOut[];
  /** indexes of the periods whose error was read from their interval, having none of their own */
  errorFromInterval: number[];
}

/**
 * Whether an estimate rises or falls over the quarters, whatever the samples' design: a weighted
 * line (`weightedTrend`). Periods that rest on too few plans or carry no error are left out and
 * listed. An estimate of exactly 0% or 100%, whose standard error is 0 by arithmetic, gets the
 * error that its printed interval stands for: the longer side, divided by the normal quantile, with
 * one degree of freedom less than it has plans. A period that was reviewed in full has no error
 * and would outweigh all others: estimate it without finite population correction.
 *
 * @throws InvalidInput as `compareEstimates`, or when times do not rise
 * @example trendOfEstimates([
 *   { time: 1, estimate: 0.5, standardError: 0.05, degreesOfFreedom: 28, interval: null, respondents: 30 },
 *   { time: 2, estimate: 0.55, standardError: 0.05, degreesOfFreedom: 28, interval: null, respondents: 30 },
 *   { time: 3, estimate: 0.66, standardError: 0.05, degreesOfFreedom: 28, interval: null, respondents: 30 }])
 * // { outcome: 'rising', slope: 0.08, interval: { lower: 0.0097, upper: 0.1503 }, … }
 */
export function trendOfEstimates(
  periods: readonly TimedEstimate[],
  { confidence = 0.95, leastBase = usualLeastBase }: ComparisonOptions = {},
): TrendOfEstimates | (NoTrend & { leftOut: LeftOut[] }) {
  requireConfidence(confidence);
  requireCount('leastBase', leastBase, 1);
  periods.forEach((period, index) => {
    requirePeriodEstimate('periods', period, confidence, [index]);
  });
  requireTimeOrder('periods', periods);
  const weighed = periods.map((period, index) => {
    const own = errorOf(period);
    const error = own ?? errorFromInterval(period, confidence);
    return { index, time: period.time, own, error, reason: obstacleOf(period, error, leastBase) };
  });
  const leftOut = weighed.flatMap(({ index, reason }) => (reason ? [{ index, reason }] : []));
  const used = weighed.flatMap(({ error, reason, ...period }) =>
    error && !reason ? [{ ...period, error }] : [],
  );
  if (used.length < fewestPeriods) {
    return { outcome: 'cannot-be-judged', reason: 'too-few-periods', leftOut };
  }
  const line = weightedTrend(
    used.map(({ error }) => error),
    used.map(({ time }) => time),
    confidence,
  );
  return {
    outcome: line.interval ? trendShownBy(line.interval) : 'no-clear-trend',
    confidence,
    ...line,
    leftOut,
    errorFromInterval: used.flatMap(({ own, index }) => (own ? [] : [index])),
  };
}

function errorFromInterval(period: PeriodEstimate, confidence: number): IndependentEstimate | null {
  const { estimate, interval, respondents } = period;
  if (!interval || isReviewedInFull(period)) return null;
  const reach = Math.max(estimate - interval.lower, interval.upper - estimate);
  const standardError = reach / normalQuantile((1 + confidence) / 2);
  const degreesOfFreedom = respondents - 1;
  return errorOf({ ...period, standardError, degreesOfFreedom });
}
