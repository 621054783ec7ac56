import { wilsonInterval } from '../estimates/index.js';
import { type Interval, requireConfidence, requireCount, requireThat } from '../numbers/index.js';
import {
  combineIntervals,
  type Comparison,
  type ComparisonOptions,
  describeComparison,
  type NoComparison,
} from './comparison.js';
import { type CountedShare, heterogeneity } from './counted-share.js';
import { type PeriodObstacle, usualLeastBase } from './period-estimate.js';
import { requireCountedShare } from './series.js';

/**
 * The interval of the difference of two shares, second minus first, from their Wilson intervals
 * (Newcombe 1998, Stat. Med. 17:873, method 10, without continuity correction). It stays within
 * -1 to 1 and works at 0% and 100%, where the usual symmetric interval fails.
 *
 * @param confidence such as 0.95
 * @throws InvalidInput when a count cannot be, a sample holds no plan, or the confidence is not
 * between 0 and 1
 * @example newcombeInterval({ successes: 48, n: 96 }, { successes: 61, n: 97 }, 0.95)
 * // { lower: -0.0107, upper: 0.2616 }
 */
export function newcombeInterval(
  first: CountedShare,
  second: CountedShare,
  confidence: number,
): Interval {
  requireConfidence(confidence);
  requireSample('first', first);
  requireSample('second', second);
  const side = ({ successes, n }: CountedShare) => ({
    estimate: successes / n,
    interval: wilsonInterval(successes, n, confidence),
  });
  return combineIntervals(side(first), side(second));
}

/**
 * Whether a share changed between two periods, from counts of two independent simple random
 * samples. The outcome rests on Newcombe's interval. The p is that of the two-proportion test
 * without continuity correction (`heterogeneity`) and can fall on the other side of 5% in very
 * small samples, where it is the rougher of the two; it is `null` when all plans are alike.
 *
 * @throws InvalidInput when a count cannot be, or an option is out of its range
 * @example compareShares({ successes: 48, n: 96 }, { successes: 61, n: 97 })
 * // { outcome: 'no-clear-change', difference: 0.1289, p: 0.071, … }
 */
export function compareShares(
  first: CountedShare,
  second: CountedShare,
  { confidence = 0.95, leastBase = usualLeastBase }: ComparisonOptions = {},
): Comparison | NoComparison {
  requireConfidence(confidence);
  requireCount('leastBase', leastBase, 1);
  requireCountedShare('first', first);
  requireCountedShare('second', second);
  const reason: PeriodObstacle = 'base-too-small';
  const obstacles = [
    ...(first.n < leastBase ? [{ period: 'first' as const, reason }] : []),
    ...(second.n < leastBase ? [{ period: 'second' as const, reason }] : []),
  ];
  if (obstacles.length > 0) return { outcome: 'cannot-be-judged', obstacles };
  return describeComparison({
    difference: second.successes / second.n - first.successes / first.n,
    interval: newcombeInterval(first, second, confidence),
    confidence,
    method: 'newcombe',
    p: heterogeneity([first, second])?.p ?? null,
  });
}

function requireSample(argument: string, share: CountedShare): void {
  requireCountedShare(argument, share);
  requireThat(share.n > 0, argument, 'must hold at least one plan');
}
