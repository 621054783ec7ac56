import type { Interval } from '../numbers/index.js';
import { sideOfLimits } from './limits.js';
import type { SpecialCause } from './special-causes.js';
import type { LimitsStatus } from './spread.js';

/** Which way a measure gets better; `neutral` where neither way is better. */
export type ImprovementDirection = 'increase' | 'decrease' | 'neutral';

/** What a point says; `neutral` is a special cause where neither way is better. */
export type PointMeaning = 'commonCause' | 'improvement' | 'concern' | 'neutral';

/** The seven variation icons of Making Data Count; common cause is not the same as good. */
export type VariationIcon =
  | 'commonCause'
  | 'improvementHigh'
  | 'improvementLow'
  | 'concernHigh'
  | 'concernLow'
  | 'neutralHigh'
  | 'neutralLow';

/** Why a chart says nothing about its last value. */
export type NotJudged = 'noValues' | Exclude<LimitsStatus, 'computed' | 'none'>;

/** What the last value says, as the icon beside the chart. */
export type Variation =
  | { outcome: 'judged'; icon: VariationIcon; isTrial: boolean }
  | { outcome: 'cannotBeJudged'; reason: NotJudged };

/**
 * Whether a target is met while the process stays as it is: `pass` always, `fail` never,
 * `hitAndMiss` by chance. Judged from the limits alone, whatever the points do.
 */
export type Assurance =
  | { outcome: 'judged'; result: 'pass' | 'fail' | 'hitAndMiss'; isTrial: boolean }
  | { outcome: 'cannotBeJudged'; reason: NotJudged | 'noTarget' | 'noDirection' };

/** What the icons need to know about the segment of the last value. */
interface LastSegment {
  mean: number | null;
  limits: Interval | null;
  status: LimitsStatus;
  isTrial: boolean;
}

/**
 * What a special cause means for a measure that gets better in this direction.
 *
 * @example meaningOf({ rule: 'shift', direction: 'low' }, 'decrease') // 'improvement'
 */
export function meaningOf(
  specialCause: SpecialCause | null,
  improvementDirection: ImprovementDirection,
): PointMeaning {
  if (specialCause === null) return 'commonCause';
  if (improvementDirection === 'neutral') return 'neutral';
  const isBetter = (specialCause.direction === 'high') === (improvementDirection === 'increase');
  return isBetter ? 'improvement' : 'concern';
}

/**
 * The variation icon. It follows the last value alone, so an older signal no longer shows in it.
 *
 * @param last the last period with a value; `undefined` when no period has one
 * @param segment the one that it lies in
 * @example
 * const segment = { mean: 5, limits: { lower: 2, upper: 8 }, status: 'computed', isTrial: false };
 * const last = { meaning: 'concern', specialCause: { rule: 'outside', direction: 'high' } };
 * variationOf(last, segment) // { outcome: 'judged', icon: 'concernHigh', isTrial: false }
 */
export function variationOf(
  last: { meaning: PointMeaning | null; specialCause: SpecialCause | null } | undefined,
  segment: LastSegment | undefined,
): Variation {
  if (!last || !segment || last.meaning === null) return notJudged(segment);
  return {
    outcome: 'judged',
    icon: iconOf(last.meaning, last.specialCause),
    isTrial: segment.isTrial,
  };
}

function iconOf(meaning: PointMeaning, specialCause: SpecialCause | null): VariationIcon {
  if (meaning === 'commonCause' || specialCause === null) return 'commonCause';
  return `${meaning}${specialCause.direction === 'high' ? 'High' : 'Low'}`;
}

/**
 * The assurance icon. A target on a limit, or within rounding of it, counts as between the limits.
 *
 * @param segment the one of the last value; `undefined` when no period has a value
 * @param judgesAlways without limits, `hitAndMiss` as NHSRplotthedots 0.2.2 has it
 * @example
 * const segment = { mean: 5, limits: { lower: 2, upper: 8 }, status: 'computed', isTrial: false };
 * assuranceOf({ target: 1, improvementDirection: 'increase' }, segment, false)
 * // { outcome: 'judged', result: 'pass', isTrial: false }
 */
export function assuranceOf(
  { target, improvementDirection }: Target,
  segment: LastSegment | undefined,
  judgesAlways: boolean,
): Assurance {
  if (target === null) return { outcome: 'cannotBeJudged', reason: 'noTarget' };
  if (improvementDirection === 'neutral') {
    return { outcome: 'cannotBeJudged', reason: 'noDirection' };
  }
  if (!segment || (segment.limits === null && !judgesAlways)) return notJudged(segment);
  const { mean, limits, isTrial } = segment;
  const hasLimits = mean !== null && limits !== null;
  const side = hasLimits ? sideOfLimits(target, limits, mean) : 'between';
  if (side === 'between') return { outcome: 'judged', result: 'hitAndMiss', isTrial };
  const isPassed = (side === 'below') === (improvementDirection === 'increase');
  return { outcome: 'judged', result: isPassed ? 'pass' : 'fail', isTrial };
}

interface Target {
  target: number | null;
  improvementDirection: ImprovementDirection;
}

function notJudged(segment: LastSegment | undefined) {
  const status = segment?.status;
  const reason: NotJudged =
    status === undefined || status === 'computed' || status === 'none' ? 'noValues' : status;
  return { outcome: 'cannotBeJudged' as const, reason };
}
