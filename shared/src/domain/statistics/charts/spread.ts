import { sideOf } from '../numbers/index.js';
import { allEqual, meanOrNull, observed, type Series } from './series.js';

/** A range of this many times the average is an outlier (Nelson 1982, J Qual Technol 14:172). */
const screeningFactor = 3.267;

/** What limits are made from: how far the values scatter around their centre. */
export interface Spread {
  /** in the unit of the values; `null` where nothing is left to average */
  width: number | null;
  /** how many ranges or periods it rests on, before screening */
  evidence: number;
}

/**
 * Whether there are limits, and why not:
 * `computed` they can be drawn and points judged against them;
 * `noVariation` every value is the same;
 * `collapsed` the values differ but the average range is 0, so every point would be outside;
 * `tooFewPoints` there are no two neighbouring values to compare;
 * `none` the chart has none by nature (run chart).
 */
export type LimitsStatus = 'computed' | 'noVariation' | 'collapsed' | 'tooFewPoints' | 'none';

/**
 * The average distance between neighbouring values. No range is formed across a missing value.
 * Screening drops, once, the ranges that are 3.267 times the average or more.
 *
 * @param screens whether outlying ranges are dropped
 * @example averageMovingRange([4, 6, 3], true) // { width: 2.5, evidence: 2 }
 */
export function averageMovingRange(values: Series, screens: boolean): Spread {
  const ranges = movingRanges(values);
  const average = meanOrNull(ranges);
  if (!screens || average === null) return { width: average, evidence: ranges.length };
  const ordinary = ranges.filter((range) => sideOf(range, screeningFactor * average) < 0);
  return { width: meanOrNull(ordinary), evidence: ranges.length };
}

function movingRanges(values: Series): number[] {
  const ranges: number[] = [];
  let previous: number | null = null;
  for (const value of values) {
    if (value !== null && previous !== null) {
      ranges.push(sideOf(value, previous) === 0 ? 0 : Math.abs(value - previous));
    }
    previous = value;
  }
  return ranges;
}

/**
 * Whether limits of this spread can be drawn, and why not.
 *
 * @param values all of the segment, the spread may come from its first values only
 * @example limitsStatus([4, 4, 4], { width: 0, evidence: 2 }) // 'noVariation'
 */
export function limitsStatus(values: Series, { width, evidence }: Spread): LimitsStatus {
  if (width !== null && width > 0) return 'computed';
  if (evidence === 0) return 'tooFewPoints';
  return allEqual(observed(values)) ? 'noVariation' : 'collapsed';
}
