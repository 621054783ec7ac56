import { sideOf } from '../numbers/index.js';
import { stretches, type Series } from './series.js';

/** Points in a row that make a trend or a shift. */
const unusualLength = 7;

/** Where a point lies: `near` is inside a limit and beyond two thirds of the way to it. */
export type Position = 'inside' | 'near' | 'outside';

/** Why a point is unlikely to be chance, and to which side it points. */
export interface SpecialCause {
  /**
   * `outside` beyond a process limit; `trend` one of 7 points that only rise or only fall;
   * `twoInThree` one of 2 points of 3 in a row that are far out on the same side of the mean;
   * `shift` one of 7 points in a row on the same side of the mean
   */
  rule: 'outside' | 'trend' | 'twoInThree' | 'shift';
  direction: 'high' | 'low';
}

/**
 * Which points can be one of the two in "two in three": `near` only those inside the limits
 * (NHSRplotthedots 0.2.2), `nearOrOutside` those outside too (Making Data Count since late 2023).
 */
export type TwoInThree = 'near' | 'nearOrOutside';

/** One segment of an XmR chart, period by period. */
interface JudgedSegment {
  values: Series;
  /** 1 above the mean, -1 below, 0 on it or no value */
  sides: readonly number[];
  /** `null` without value or without limits */
  positions: readonly (Position | null)[];
}

interface RuleOptions {
  twoInThree: TwoInThree;
  /** the package's own direction of a trend, see `packageTrendSigns` */
  asPackage: boolean;
}

/**
 * The first rule that a point meets, in the order outside, trend, two in three, shift; `null` for
 * a point that meets none.
 *
 * @see NHSRplotthedots 0.2.2; Making Data Count, NHS England
 * @example
 * const segment = { values: [5, 9], sides: [-1, 1], positions: ['inside', 'outside'] };
 * specialCauses(segment, { twoInThree: 'near', asPackage: false })
 * // [null, { rule: 'outside', direction: 'high' }]
 */
export function specialCauses(
  segment: JudgedSegment,
  options: RuleOptions,
): (SpecialCause | null)[] {
  const { sides, positions } = segment;
  const trend = options.asPackage ? packageTrendSigns(segment.values) : trendSigns(segment.values);
  const twoInThree = twoInThreeMarks(segment, options.twoInThree);
  const shift = shiftMarks(sides);
  return sides.map((side, index) => {
    if (positions[index] === 'outside') return cause('outside', side);
    if (trend[index]) return cause('trend', trend[index]);
    if (twoInThree[index]) return cause('twoInThree', side);
    return shift[index] ? cause('shift', side) : null;
  });
}

function cause(rule: SpecialCause['rule'], sign: number): SpecialCause {
  return { rule, direction: sign > 0 ? 'high' : 'low' };
}

/** The sign of the move to the next point; 0 for a tie, next to a missing value and at the end. */
function leavingMoves(values: Series): number[] {
  return values.map((value, index) => {
    const next = values[index + 1] ?? null;
    return value === null || next === null ? 0 : sideOf(next, value);
  });
}

/** 1 in a rise of 7 points, -1 in a fall; the turning point of two trends belongs to the later. */
function trendSigns(values: Series): number[] {
  const signs = values.map(() => 0);
  for (const { from, to, sign } of stretches(leavingMoves(values), unusualLength - 1)) {
    signs.fill(sign, from, to + 2);
  }
  return signs;
}

/**
 * NHSRplotthedots takes the direction from the move that leaves a point whenever the next point
 * is in a trend too, even when that move belongs to neither: the end of a rise that is followed by
 * a tie, or by one step down and another rise, is called decreasing there.
 */
function packageTrendSigns(values: Series): number[] {
  const signs = trendSigns(values);
  const leaving = leavingMoves(values);
  return signs.map((sign, index) => {
    const nextIsInTrend = signs[index + 1] !== undefined && signs[index + 1] !== 0;
    if (sign === 0 || !nextIsInTrend) return sign;
    return leaving[index] === 1 ? 1 : -1;
  });
}

/**
 * Two points far out, next to each other or with one between, share a window of three whenever
 * their stretch on one side of the mean is three long.
 */
function twoInThreeMarks({ sides, positions }: JudgedSegment, counted: TwoInThree): boolean[] {
  const isFar = (index: number) =>
    positions[index] === 'near' || (counted === 'nearOrOutside' && positions[index] === 'outside');
  const marks = sides.map(() => false);
  for (const { from, to } of stretches(sides, 3)) {
    let previous = Number.NEGATIVE_INFINITY;
    for (let index = from; index <= to; index += 1) {
      if (!isFar(index)) continue;
      if (index - previous <= 2) marks[previous] = marks[index] = true;
      previous = index;
    }
  }
  return marks;
}

function shiftMarks(sides: readonly number[]): boolean[] {
  const marks = sides.map(() => false);
  for (const { from, to } of stretches(sides, unusualLength)) marks.fill(true, from, to + 1);
  return marks;
}
