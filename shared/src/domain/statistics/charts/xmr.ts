import { requireCount, requireThat, sideOf, type Interval } from '../numbers/index.js';
import { assuranceOf, meaningOf, variationOf } from './judgement.js';
import type { Assurance, ImprovementDirection, PointMeaning, Variation } from './judgement.js';
import { isOutside, limitsAround } from './limits.js';
import { cutAt, lengthOf, meanOrNull, observed, requireIndexes, requireSeries } from './series.js';
import type { IndexRange, Series } from './series.js';
import { specialCauses } from './special-causes.js';
import type { Position, SpecialCause, TwoInThree } from './special-causes.js';
import { averageMovingRange, limitsStatus, type LimitsStatus } from './spread.js';

/** Three standard deviations in average moving ranges, as the NHS rounds 3 / 1.128. */
const limitDistance = 2.66;
const nearDistance = 2 * (limitDistance / 3);

/** Limits that rest on fewer points than this are trial limits. */
export const firmLimitsFrom = 13;

/** How an XmR chart is drawn and judged; only the direction must be given. */
export interface XmrOptions {
  /** which way is better; `neutral` where neither is */
  improvementDirection: ImprovementDirection;
  /** the value to be reached, in the unit of the values */
  target?: number | null;
  /** indexes at which mean, limits and rules start afresh */
  rebaseAt?: readonly number[];
  /** how many periods at the start of each segment set its limits, 12 or more; all by default */
  fixAfter?: number | null;
  /** drops outlying moving ranges once (default), as the R package and unlike the Excel tool */
  screensMovingRanges?: boolean;
  /** `near` by default */
  twoInThree?: TwoInThree;
  /**
   * `recommended` (default, what the product uses) judges no point of a segment without limits
   * that have a width. `NHSRplotthedots` does as version 0.2.2: it draws limits of no width and
   * judges against them, judges shifts and trends without limits, and takes a trend's direction
   * from the next move even where that move is not part of the trend.
   */
  behaviour?: 'recommended' | 'NHSRplotthedots';
}

/** One period: where it lies and what it says. */
export interface XmrPoint {
  value: number | null;
  /** which segment, from 0 */
  segment: number;
  /** 1 above the mean, -1 below, 0 on it; `null` without a value */
  side: -1 | 0 | 1 | null;
  /** `null` without a value or without limits */
  position: Position | null;
  specialCause: SpecialCause | null;
  /** `null` where the point cannot be judged */
  meaning: PointMeaning | null;
}

/** Periods with one mean and limits, in the unit of the values; no rule runs across segments. */
export interface XmrSegment extends IndexRange {
  /** periods with a value */
  count: number;
  /** `null` when no period of the baseline has a value */
  mean: number | null;
  limits: Interval | null;
  /** two thirds of the way to the limits */
  nearLimits: Interval | null;
  /** why there are limits or not */
  status: LimitsStatus;
  /** fewer than 13 values: limits and judgements may still move with every further value */
  isTrial: boolean;
}

/** What is drawn: a point for each period, in the order of time, its segments and two icons. */
export interface XmrChart {
  points: XmrPoint[];
  segments: XmrSegment[];
  /** what the last value says */
  variation: Variation;
  /** whether the target will be met while nothing changes */
  assurance: Assurance;
}

type Settings = Required<XmrOptions>;

/**
 * An XmR chart by the rules of NHS England's Making Data Count ("plot the dots"): a line at the
 * mean, limits at mean -/+ 2.66 average moving ranges, four rules for what is unlikely to be
 * chance, and the two icons.
 *
 * A missing value breaks the line: no moving range is formed across it and no rule runs over it.
 * Numbers that differ by rounding alone (1e-12 of the larger) count as equal. That dates are in
 * order and not repeated is the caller's care.
 *
 * @param values in the order of time, in any unit; `null` for a period without a value
 * @throws InvalidInput when a value or the target is not finite, a rebase is not at a period of
 *   the data, or `fixAfter` is not a whole number of at least 12
 * @see NHSRplotthedots 0.2.2 (nhs-r-community); Nelson 1982, J Qual Technol 14:172
 * @example
 * xmrChart([4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6], { improvementDirection: 'increase' })
 *   .segments[0].limits // { lower: -0.3200000000000003, upper: 10.32 }
 */
export function xmrChart(values: Series, options: XmrOptions): XmrChart {
  const settings = checked(values, options);
  const judged = cutAt(values.length, settings.rebaseAt).map((range, segment) =>
    judgeSegment(values.slice(range.from, range.to + 1), range, segment, settings),
  );
  const segments = judged.map(({ segment }) => segment);
  const points = judged.flatMap((each) => each.points);
  const last = points.findLast(({ value }) => value !== null);
  const lastSegment = last && segments[last.segment];
  const judgesAlways = settings.behaviour === 'NHSRplotthedots';
  return {
    points,
    segments,
    variation: variationOf(last, lastSegment),
    assurance: assuranceOf(settings, lastSegment, judgesAlways),
  };
}

function checked(values: Series, options: XmrOptions): Settings {
  requireSeries('values', values);
  const { target = null, rebaseAt = [], fixAfter = null } = options;
  requireThat(target === null || Number.isFinite(target), 'target', 'must be a finite number');
  requireIndexes('rebaseAt', rebaseAt, values.length);
  if (fixAfter !== null) requireCount('fixAfter', fixAfter, 12);
  return {
    improvementDirection: options.improvementDirection,
    target,
    rebaseAt,
    fixAfter,
    screensMovingRanges: options.screensMovingRanges ?? true,
    twoInThree: options.twoInThree ?? 'near',
    behaviour: options.behaviour ?? 'recommended',
  };
}

function judgeSegment(values: Series, range: IndexRange, index: number, settings: Settings) {
  const segment = measureSegment(values, range, settings);
  const { mean } = segment;
  const asPackage = settings.behaviour === 'NHSRplotthedots';
  const isJudged = asPackage || segment.status === 'computed';
  const sides = values.map((value) => (value === null || mean === null ? 0 : sideOf(value, mean)));
  const positions = values.map((value) => positionOf(value, segment));
  const causes = isJudged
    ? specialCauses({ values, sides, positions }, { twoInThree: settings.twoInThree, asPackage })
    : [];
  const points = values.map((value, period): XmrPoint => {
    const specialCause = causes[period] ?? null;
    const meaning =
      isJudged && value !== null ? meaningOf(specialCause, settings.improvementDirection) : null;
    return {
      value,
      segment: index,
      side: value === null || mean === null ? null : (sides[period] ?? null),
      position: positions[period] ?? null,
      specialCause,
      meaning,
    };
  });
  return { segment, points };
}

function measureSegment(values: Series, range: IndexRange, settings: Settings): XmrSegment {
  const baseline = values.slice(0, settings.fixAfter ?? lengthOf(range));
  const mean = meanOrNull(observed(baseline));
  const spread = averageMovingRange(baseline, settings.screensMovingRanges);
  const status = limitsStatus(values, spread);
  const isDrawn = status === 'computed' || settings.behaviour === 'NHSRplotthedots';
  const width = isDrawn ? spread.width : null;
  const count = observed(values).length;
  return {
    ...range,
    count,
    mean,
    limits: limitsAround(mean, width && limitDistance * width),
    nearLimits: limitsAround(mean, width && nearDistance * width),
    status,
    isTrial: count < firmLimitsFrom,
  };
}

function positionOf(value: number | null, segment: XmrSegment): Position | null {
  const { mean, limits, nearLimits } = segment;
  if (value === null || mean === null || limits === null || nearLimits === null) return null;
  if (isOutside(value, limits, mean)) return 'outside';
  return isOutside(value, nearLimits, mean) ? 'near' : 'inside';
}
