import { requireCount, type Interval } from '../numbers/index.js';
import { isOutside, limitsAround } from './limits.js';
import { runsAnalysis, type RunsAnalysis } from './runs.js';
import { cutAt, lengthOf, requireIndexes, type IndexRange, type Series } from './series.js';
import { limitsStatus, type LimitsStatus, type Spread } from './spread.js';

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

export interface BaselinePart extends IndexRange {
  centre: number | null;
  /** why there are limits or not */
  status: LimitsStatus;
  runs: RunsAnalysis;
}

export interface BaselineChart {
  points: BaselinePoint[];
  parts: BaselinePart[];
}

/** Centre and limits of one part; `sigmas` holds a standard deviation for each of its periods. */
export interface PartLines {
  centre: number | null;
  sigmas: readonly (number | null)[];
  spread: Spread | null;
}

/** The periods of one part; `baseline` lists those that set its lines, from 0 within the part. */
export type PartRule = (range: IndexRange, baseline: readonly number[]) => PartLines;

export interface ChartRule {
  values: Series;
  lines: PartRule;
  /** limits are not drawn below 0 or above 1 */
  isShare: boolean;
}

/** Draws a chart part by part: centre and limits, points beyond them, and the Anhøj rules. */
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

/** The same standard deviation for every period of a part. */
export function everyPeriod(range: IndexRange, sigma: number | null): (number | null)[] {
  return Array.from({ length: lengthOf(range) }, () => sigma);
}
