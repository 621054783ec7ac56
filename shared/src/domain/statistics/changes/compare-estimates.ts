import { requireConfidence, requireCount } from '../numbers/index.js';
import {
  combineIntervals,
  type Comparison,
  type ComparisonOptions,
  describeComparison,
  type NoComparison,
} from './comparison.js';
import { differenceOfEstimates } from './difference-of-estimates.js';
import {
  errorOf,
  intervalOf,
  isReviewedInFull,
  obstacleOf,
  type PeriodEstimate,
  requirePeriodEstimate,
  usualLeastBase,
} from './period-estimate.js';
import { type IndependentEstimate, symmetricInterval } from './uncertainty.js';

/**
 * Whether something changed between two periods, from the estimates that are printed for them.
 * The samples must be independent; for overlapping panels the interval is too wide.
 *
 * Two usable standard errors are compared by `differenceOfEstimates`. An estimate of exactly 0% or
 * 100% has a standard error of 0 by arithmetic and not because it is certain: then the two printed
 * intervals are combined, each end of the difference taking the errors that would bring it about
 * (Zou & Donner 2008, Stat. Med. 27:1693). A period that was reviewed in full brings no error.
 * To speak about the service rather than about these plans, compare estimates that were made
 * without finite population correction.
 *
 * @throws InvalidInput when an estimate, error, interval, number of respondents or option is out
 * of its range, an interval does not hold its estimate or has another confidence
 * @example compareEstimates(
 *   { estimate: 0.48, standardError: 0.04, degreesOfFreedom: 90, interval: null, respondents: 96 },
 *   { estimate: 0.61, standardError: 0.038, degreesOfFreedom: 92, interval: null, respondents: 97 })
 * // { outcome: 'rise', difference: 0.13, interval: { lower: 0.0211, upper: 0.2389 }, … }
 */
export function compareEstimates(
  first: PeriodEstimate,
  second: PeriodEstimate,
  { confidence = 0.95, leastBase = usualLeastBase }: ComparisonOptions = {},
): Comparison | NoComparison {
  requireConfidence(confidence);
  requireCount('leastBase', leastBase, 1);
  requirePeriodEstimate('first', first, confidence);
  requirePeriodEstimate('second', second, confidence);
  const firstInterval = intervalOf(first, confidence);
  const secondInterval = intervalOf(second, confidence);
  const obstacles = [
    { period: 'first' as const, reason: obstacleOf(first, firstInterval, leastBase) },
    { period: 'second' as const, reason: obstacleOf(second, secondInterval, leastBase) },
  ].flatMap(({ period, reason }) => (reason ? [{ period, reason }] : []));
  if (obstacles.length > 0 || !firstInterval || !secondInterval) {
    return { outcome: 'cannot-be-judged', obstacles };
  }
  return (
    compareKnown(first, second, confidence) ??
    compareByErrors(first, second, confidence) ??
    describeComparison({
      difference: second.estimate - first.estimate,
      interval: combineIntervals(
        { estimate: first.estimate, interval: firstInterval },
        { estimate: second.estimate, interval: secondInterval },
      ),
      confidence,
      method: 'combined-intervals',
      p: null,
    })
  );
}

function compareKnown(
  first: PeriodEstimate,
  second: PeriodEstimate,
  confidence: number,
): Comparison | null {
  if (!isReviewedInFull(first) || !isReviewedInFull(second)) return null;
  const difference = second.estimate - first.estimate;
  const interval = symmetricInterval(difference, 0);
  const method = 'every-plan-reviewed';
  return describeComparison({ difference, interval, confidence, method, p: null });
}

function compareByErrors(
  first: PeriodEstimate,
  second: PeriodEstimate,
  confidence: number,
): Comparison | null {
  const firstError = knownOrError(first);
  const secondError = knownOrError(second);
  if (!firstError || !secondError) return null;
  const { difference, interval, p } = differenceOfEstimates(firstError, secondError, confidence);
  if (!interval) return null;
  return describeComparison({ difference, interval, confidence, method: 'student-t', p });
}

/** A period reviewed in full adds neither error nor degrees of freedom. */
function knownOrError(period: PeriodEstimate): IndependentEstimate | null {
  if (!isReviewedInFull(period)) return errorOf(period);
  return { estimate: period.estimate, standardError: 0, degreesOfFreedom: 0 };
}
