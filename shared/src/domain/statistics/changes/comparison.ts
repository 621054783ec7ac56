import type { Interval } from '../numbers/index.js';
import type { PeriodObstacle } from './period-estimate.js';

/** What may be said of a change between two periods. */
export type ChangeOutcome = 'rise' | 'fall' | 'no-clear-change';

/** Where the interval of a difference comes from. */
export type ComparisonMethod =
  /** both standard errors, with the degrees of freedom of both samples */
  | 'student-t'
  /** both printed intervals, because an estimate has no usable standard error (0%, 100%) */
  | 'combined-intervals'
  /** the two Wilson intervals of simple random samples */
  | 'newcombe'
  /** both periods were reviewed in full: nothing is estimated */
  | 'every-plan-reviewed';

/** A comparison that can be printed. Differences are second minus first, in the estimates' unit. */
export interface Comparison {
  /** `rise` or `fall` only when the whole interval lies on that side of 0 */
  outcome: ChangeOutcome;
  difference: number;
  /** of the difference */
  interval: Interval;
  confidence: number;
  method: ComparisonMethod;
  /** two-sided; `null` where the method gives none. The outcome rests on the interval alone */
  p: number | null;
  /** half the interval's width: a true change of this size shows about every second time */
  smallestDetectable: number;
  /** the end of the interval further from 0: a change up to this size cannot be excluded */
  largestNotExcluded: number;
}

/** Two periods of which no comparison may be printed, and what stands in the way. */
export interface NoComparison {
  outcome: 'cannot-be-judged';
  /** one for each period that stands in the way, at least one */
  obstacles: { period: 'first' | 'second'; reason: PeriodObstacle }[];
}

/** What a comparison is asked for; the defaults are those that the product prints. */
export interface ComparisonOptions {
  /** of the interval of the difference; 0.95 when left out */
  confidence?: number;
  /** the fewest plans a period may rest on; 5 when left out */
  leastBase?: number;
}

/**
 * Draws from the interval what may be said.
 *
 * @example describeComparison({ difference: 0.05, interval: { lower: -0.06, upper: 0.16 },
 *   confidence: 0.95, method: 'newcombe', p: 0.37 })
 * // { outcome: 'no-clear-change', smallestDetectable: 0.11, largestNotExcluded: 0.16, … }
 */
export function describeComparison(
  found: Pick<Comparison, 'difference' | 'interval' | 'confidence' | 'method' | 'p'>,
): Comparison {
  const { lower, upper } = found.interval;
  return {
    outcome: changeShownBy(found.interval),
    ...found,
    smallestDetectable: (upper - lower) / 2,
    largestNotExcluded: Math.max(Math.abs(lower), Math.abs(upper)),
  };
}

function changeShownBy({ lower, upper }: Interval): ChangeOutcome {
  if (lower > 0) return 'rise';
  return upper < 0 ? 'fall' : 'no-clear-change';
}

/**
 * The interval of a difference from the intervals of its two sides: each end takes the errors that
 * would bring it about (Newcombe 1998, Stat. Med. 17:873, method 10; in general Zou & Donner 2008,
 * Stat. Med. 27:1693). It needs no standard error, keeps lopsided intervals lopsided and never
 * takes the difference of two shares beyond -1 or 1.
 *
 * @example combineIntervals({ estimate: 0.5, interval: { lower: 0.4, upper: 0.6 } },
 *   { estimate: 1, interval: { lower: 0.8, upper: 1 } }) // { lower: 0.2764, upper: 0.6 }
 */
export function combineIntervals(
  first: { estimate: number; interval: Interval },
  second: { estimate: number; interval: Interval },
): Interval {
  const difference = second.estimate - first.estimate;
  const below = ({ estimate, interval }: typeof first) => estimate - interval.lower;
  const above = ({ estimate, interval }: typeof first) => interval.upper - estimate;
  return {
    lower: difference - Math.hypot(below(second), above(first)),
    upper: difference + Math.hypot(above(second), below(first)),
  };
}
