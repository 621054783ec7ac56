import { requireCount, type Interval } from '../numbers/index.js';
import { isOutside, limitsAround } from './limits.js';
import { runsAnalysis, type RunsAnalysis } from './runs.js';
import { cutAt, lengthOf, requireIndexes, type IndexRange, type Series } from './series.js';
import { limitsStatus, type LimitsStatus, type Spread } from './spread.js';

/** Which periods set centre and limits, and where both start afresh; by default all, in one part. */
export interface BaselineOptions {
  /** how many periods at the start set centre and limits; ignored when there are new parts */
  baselineFirst?: number | null;
  /** indexes left out of centre, limits and runs; they are still compared with the limits */
  excluded?: readonly number[];
  /** indexes at which a new part with its own centre and limits starts */
  newPartsAt?: readonly number[];
  /**
   * `recommended` (default, what the product uses) withholds limits of no width and the signals
   * they would give; `qicharts2` draws them as version 0.8.1 does.
   */
  behaviour?: 'recommended' | 'qicharts2';
}

/** One period with the lines it is compared with, in the unit of the values. */
export interface BaselinePoint {
  /** a share from 0 to 1 on p and p-prime charts; `null` when the period has no value */
  value: number | null;
  /** which part, from 0 */
  part: number;
  centre: number | null;
  /** three standard deviations from the centre */
  limits: Interval | null;
  /** two standard deviations from the centre */
  nearLimits: Interval | null;
  /** strictly beyond a limit */
  isOutside: boolean;
  isExcluded: boolean;
}

/** Periods with one centre, and what their runs say; runs are not counted across parts. */
export interface BaselinePart extends IndexRange {
  centre: number | null;
  /** why there are limits or not */
  status: LimitsStatus;
  runs: RunsAnalysis;
}

/** What is drawn: a point for each period, in the order of time, and the parts they lie in. */
export interface BaselineChart {
  points: BaselinePoint[];
  parts: BaselinePart[];
}

/** Centre and limits of one part; `sigmas` holds a standard deviation for each of its periods. */
interface PartLines {
  centre: number | null;
  sigmas: readonly (number | null)[];
  spread: Spread | null;
}

/** The periods of one part; `baseline` lists those that set its lines, from 0 within the part. */
export type PartRule = (range: IndexRange, baseline: readonly number[]) => PartLines;

/** All by which one kind of chart differs from another. */
interface ChartRule {
  values: Series;
  lines: PartRule;
  /** limits are not drawn below 0 or above 1 */
  isShare: boolean;
}

/**
 * Draws a chart part by part: centre and limits, points beyond them, and the Anhøj rules.
 *
 * @param rule its `lines` are asked once for each part
 * @throws InvalidInput when `baselineFirst` is not a whole number of at least 1, or an index of
 *   the options is not one of the data
 * @see qicharts2 0.8.1
 * @example
 * const lines = () => ({ centre: 5, sigmas: [1, 1], spread: { width: 1, evidence: 1 } });
 * baselineChart({ values: [4, 9], lines, isShare: false }, {}).points[1].isOutside // true
 */
export function baselineChart(rule: ChartRule, options: BaselineOptions): BaselineChart {
  const { values } = rule;
  const { baselineFirst = null, newPartsAt = [], excluded = [] } = options;
  if (baselineFirst !== null) requireCount('baselineFirst', baselineFirst, 1);
  requireIndexes('newPartsAt', newPartsAt, values.length);
  requireIndexes('excluded', excluded, values.length);
  const settings: Settings = {
    excluded: new Set(excluded),
    baselineEnd: newPartsAt.length === 0 ? (baselineFirst ?? values.length) : values.length,
    asPackage: options.behaviour === 'qicharts2',
  };
  const drawn = cutAt(values.length, newPartsAt).map((range, part) =>
    drawPart(rule, range, part, settings),
  );
  return { points: drawn.flatMap(({ points }) => points), parts: drawn.map(({ part }) => part) };
}

interface Settings {
  excluded: ReadonlySet<number>;
  /** the index at which the baseline is over */
  baselineEnd: number;
  asPackage: boolean;
}

function drawPart(rule: ChartRule, range: IndexRange, part: number, settings: Settings) {
  const values = rule.values.slice(range.from, range.to + 1);
  const isExcluded = (index: number) => settings.excluded.has(range.from + index);
  const included = [...values.keys()].filter((index) => !isExcluded(index));
  const baseline = included.filter((index) => range.from + index < settings.baselineEnd);
  const { centre, sigmas, spread } = rule.lines(range, baseline);
  const status = spread === null ? 'none' : limitsStatus(values, spread);
  const isDrawn = settings.asPackage || status === 'computed';
  const limitsAt = (distance: number, sigma: number | null) => {
    const limits = limitsAround(centre, sigma && distance * sigma);
    return rule.isShare ? cutToShares(limits) : limits;
  };
  const points = values.map((value, index): BaselinePoint => {
    const sigma = isDrawn ? (sigmas[index] ?? null) : null;
    const limits = limitsAt(3, sigma);
    return {
      value,
      part,
      centre,
      limits,
      nearLimits: limitsAt(2, sigma),
      isOutside:
        value !== null && centre !== null && limits !== null && isOutside(value, limits, centre),
      isExcluded: isExcluded(index),
    };
  });
  const runs = runsAnalysis(
    included.map((index) => values[index] ?? null),
    centre,
  );
  return { points, part: { ...range, centre, status, runs } };
}

/** Shares cannot lie outside 0 to 1, so their limits are cut there. */
function cutToShares(limits: Interval | null): Interval | null {
  return limits && { lower: Math.max(limits.lower, 0), upper: Math.min(limits.upper, 1) };
}

/**
 * The same standard deviation for every period of a part.
 *
 * @example everyPeriod({ from: 3, to: 5 }, 0.2) // [0.2, 0.2, 0.2]
 */
export function everyPeriod(range: IndexRange, sigma: number | null): (number | null)[] {
  return Array.from({ length: lengthOf(range) }, () => sigma);
}
