import type { NoTrend, TrendObstacle, TrendOfEstimates } from '../changes/index.js';
import { exactPercent, pointRange, points } from '../numbers/index.js';

/** Below this chance the periods differ in a way that a straight line does not explain. */
const notALine = 0.05;

/**
 * Whether a share rises or falls over the periods: only when the whole interval of the slope lies
 * on that side of 0. Where the periods depart from a line, that is said too, because a line hides
 * a rise that is followed by a fall.
 *
 * @param trend what `trendOfEstimates` returns for shares, with periods numbered one by one
 * @param period what one step in time is called: `quarter`
 * @example
 * const quarters = [0.5, 0.55, 0.66].map((estimate, index) => ({ time: index + 1, estimate,
 *   standardError: 0.05, degreesOfFreedom: 28, interval: null, respondents: 30 }));
 * sayTrend(trendOfEstimates(quarters), 'quarter')
 * // 'A clear rise of 8 points a quarter (95% confidence interval 1 to 15 points), over 3 quarters.'
 */
export function sayTrend(trend: TrendOfEstimates | NoTrend, period: string): string {
  if (trend.outcome === 'cannot-be-judged') {
    return `No trend is given: ${obstacles[trend.reason]}.`;
  }
  const over = `over ${trend.heterogeneity.degreesOfFreedom + 1} ${period}s`;
  const departs = trend.departureFromLine !== null && trend.departureFromLine.p < notALine;
  const note = departs
    ? ` The ${period}s differ in a way that a straight line does not explain.`
    : '';
  if (trend.outcome === 'no-clear-trend' || trend.interval === null) {
    const range = trend.interval ? ` (slope ${pointRange(trend.interval)} a ${period})` : '';
    return `No clear trend ${over}${range}.${note}`;
  }
  const direction = trend.outcome === 'rising' ? 'rise' : 'fall';
  const range = `${exactPercent(trend.confidence)} confidence interval ${pointRange(trend.interval)}`;
  return `A clear ${direction} of ${points(trend.slope)} a ${period} (${range}), ${over}.${note}`;
}

const obstacles: Readonly<Record<TrendObstacle, string>> = {
  'too-few-periods': 'fewer than three periods can be used',
  'no-variation': 'all plans of all periods were judged alike',
};
