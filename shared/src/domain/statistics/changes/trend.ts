import { type Interval, requireFinite, requireThat } from '../numbers/index.js';

/** What may be said of a series of periods. */
export type TrendOutcome = 'rising' | 'falling' | 'no-clear-trend';

/** A series of which no trend may be printed. */
export interface NoTrend {
  outcome: 'cannot-be-judged';
  reason: TrendObstacle;
}

/** Why a series shows no trend that may be printed. */
export type TrendObstacle =
  /** fewer than three periods can be used: two are a comparison */
  | 'too-few-periods'
  /** all plans of all periods were judged alike */
  | 'no-variation';

/** The fewest periods that show a trend. */
export const fewestPeriods = 3;

/**
 * What the interval of a slope shows.
 *
 * @example trendShownBy({ lower: -0.01, upper: 0.05 }) // 'no-clear-trend'
 */
export function trendShownBy({ lower, upper }: Interval): TrendOutcome {
  if (lower > 0) return 'rising';
  return upper < 0 ? 'falling' : 'no-clear-trend';
}

/**
 * Refuses periods that are out of order: a slope would hide the mistake.
 *
 * @throws InvalidInput at the first time that is not finite or not later than the one before
 * @example requireTimeOrder('periods', [{ time: 2 }, { time: 1 }]);
 * // periods[1][time] must be later than the one before
 */
export function requireTimeOrder(argument: string, periods: readonly { time: number }[]): void {
  requireFinite(
    argument,
    periods.map(({ time }) => time),
  );
  periods.forEach(({ time }, index) => {
    const before = periods[index - 1]?.time ?? -Infinity;
    requireThat(time > before, argument, 'must be later than the one before', [index, 'time']);
  });
}
