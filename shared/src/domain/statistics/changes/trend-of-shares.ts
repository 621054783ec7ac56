import { requireConfidence } from '../numbers/index.js';
import { type CochranArmitage, cochranArmitage } from './cochran-armitage.js';
import { type CountedShare, heterogeneity, type Heterogeneity } from './counted-share.js';
import { type LogisticTrend, logisticTrend } from './logistic-trend.js';
import { requireCountedShares } from './series.js';
import { fewestPeriods, type NoTrend, requireTimeOrder, type TrendOutcome } from './trend.js';
import { type ChiSquaredTest, chiSquaredTest } from './uncertainty.js';

/** The counts of one period of a series. */
export interface TimedShare extends CountedShare {
  /** where the period stands: the quarter's number, or any scale on which equal steps are equal */
  time: number;
}

/** The trend of a share over periods of simple random samples. */
export interface TrendOfShares extends CochranArmitage {
  /** `rising` or `falling` only when p is below 1 - confidence */
  outcome: TrendOutcome;
  confidence: number;
  /** whether the periods differ at all: print it next to the trend */
  heterogeneity: Heterogeneity;
  /** whether they differ in another way than along a line, as far as chance does not explain it */
  departureFromLine: ChiSquaredTest;
  /** how fast the odds change; `null` where no finite number exists (a time divides them) */
  logistic: LogisticTrend | null;
}

/**
 * Whether a share rises or falls over the quarters, from counts of simple random samples (for
 * strata with unequal weights see `trendOfEstimates`): Cochran-Armitage for the outcome, the
 * logistic slope for its size, and what the line does not explain. Periods without a plan take no
 * part.
 *
 * @throws InvalidInput when a count cannot be, times do not rise, or the confidence is not between
 * 0 and 1
 * @example trendOfShares([{ time: 1, successes: 11, n: 30 }, { time: 2, successes: 14, n: 31 },
 *   { time: 3, successes: 17, n: 30 }, { time: 4, successes: 19, n: 29 }])
 * // { outcome: 'rising', z: 2.387, p: 0.017, heterogeneity: { p: 0.126, … }, … }
 */
export function trendOfShares(
  periods: readonly TimedShare[],
  { confidence = 0.95 }: { confidence?: number } = {},
): TrendOfShares | NoTrend {
  requireConfidence(confidence);
  requireCountedShares('periods', periods);
  requireTimeOrder('periods', periods);
  const judged = periods.filter(({ n }) => n > 0);
  if (judged.length < fewestPeriods) {
    return { outcome: 'cannot-be-judged', reason: 'too-few-periods' };
  }
  const times = judged.map(({ time }) => time);
  const line = cochranArmitage(judged, times);
  const differences = heterogeneity(judged);
  if (!line || !differences) return { outcome: 'cannot-be-judged', reason: 'no-variation' };
  const logistic = logisticTrend(judged, times, confidence);
  const unexplained = Math.max(0, differences.chiSquared - line.chiSquared);
  return {
    outcome: outcomeOf(line, confidence),
    confidence,
    ...line,
    heterogeneity: differences,
    departureFromLine: chiSquaredTest(unexplained, judged.length - 2),
    logistic: logistic?.separated ? null : logistic,
  };
}

function outcomeOf({ z, p }: CochranArmitage, confidence: number): TrendOutcome {
  if (p >= 1 - confidence) return 'no-clear-trend';
  return z > 0 ? 'rising' : 'falling';
}
