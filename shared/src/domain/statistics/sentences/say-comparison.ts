import type { Comparison, NoComparison, PeriodObstacle } from '../changes/index.js';
import { exactPercent, percent, pointRange, points } from '../numbers/index.js';

/** Two shares and what their comparison found: what `compareEstimates` or `compareShares` returns. */
export interface ComparedShares {
  /** The share of the earlier period, from 0 to 1. */
  earlier: number;
  later: number;
  comparison: Comparison | NoComparison;
  /**
   * Where several measures are read together and the comparison's own confidence allows for it: how
   * many they are, and the confidence for all of them together.
   */
  readTogether?: { measures: number; confidence: number };
}

/**
 * What may be said of two periods: a rise or a fall only when the whole interval of the difference
 * lies on that side of 0, otherwise "no clear change" with the size that may have been missed.
 *
 * @example
 * const comparison = compareShares({ successes: 48, n: 100 }, { successes: 53, n: 100 });
 * sayComparison({ earlier: 0.48, later: 0.53, comparison })
 * // '53% against 48%: no clear change (difference -9 to +18 points; a change smaller than about
 * // 18 points could have been missed).'
 */
export function sayComparison({
  earlier,
  later,
  comparison,
  readTogether = { measures: 1, confidence: 0 },
}: ComparedShares): string {
  if (comparison.outcome === 'cannot-be-judged') return sayWhyNot(comparison);
  const shares = `${percent(later)} against ${percent(earlier)}`;
  const { outcome, difference, interval } = comparison;
  if (comparison.method === 'every-plan-reviewed') {
    return `${shares}: ${sayKnown(difference)}; every plan was reviewed in both periods.`;
  }
  const isOneOfMany = readTogether.measures > 1;
  const allowance = isOneOfMany
    ? `, allowing for ${readTogether.measures} measures read together`
    : '';
  if (outcome === 'no-clear-change') {
    return (
      `${shares}: no clear change (difference ${pointRange(interval)}${allowance}; a change smaller than ` +
      `about ${points(comparison.largestNotExcluded)} could have been missed).`
    );
  }
  const confidence = isOneOfMany ? readTogether.confidence : comparison.confidence;
  const range = `${exactPercent(confidence)} confidence interval ${pointRange(interval)}${allowance}`;
  return `${shares}: a clear ${outcome} of ${points(difference)} (${range}).`;
}

function sayKnown(difference: number): string {
  if (difference === 0) return 'no change';
  return `a ${difference > 0 ? 'rise' : 'fall'} of ${points(difference)}`;
}

const obstacles: Readonly<Record<PeriodObstacle, string>> = {
  'base-too-small': 'rests on too few plans',
  'no-standard-error': 'has no interval',
};

function sayWhyNot({ obstacles: found }: NoComparison): string {
  const reasons = found.map(({ period, reason }) => {
    const name = period === 'first' ? 'the earlier period' : 'the later period';
    return `${name} ${obstacles[reason]}`;
  });
  return `No comparison: ${reasons.join(' and ')}.`;
}
