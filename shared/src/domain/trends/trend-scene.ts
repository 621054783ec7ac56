import { quarterAfter, quarterInWords, yearOf, type QuarterKey } from '../calendar/index.js';
import { percent, percentRange, tooFewToShow } from '../statistics/index.js';
import {
  linearScale,
  type Placement,
  type Scene,
  type SceneItem,
  type SceneLine,
  type SceneText,
} from './chart-scene.js';
import type { MeasureSeries, SeriesPoint } from './measure-series.js';

export interface SceneSize {
  /** 640 for a page or a report, 320 for a narrow screen. */
  width: number;
}

const height = 260;
const edge = { top: 16, right: 44, bottom: 48, left: 52 };
/** No quarter gets less room than this, or its label would touch the next one. */
const narrowestQuarter = 30;
const gridShares = [0, 0.25, 0.5, 0.75, 1];

interface Placed extends SeriesPoint {
  x: number;
}

/**
 * A measure from quarter to quarter: a dot for each estimate with its interval as a bar, and a line
 * through dots that can be compared. Four quarters pooled are a square. A quarter that is too few to
 * show has a dash and breaks the line, as does a new version of the framework, which is marked. As
 * many of the latest quarters are drawn as there is room for.
 *
 * @example trendScene(series, { width: 640 }).items.filter(({ kind }) => kind === 'mark').length // 8
 */
export function trendScene(series: MeasureSeries, { width }: SceneSize): Scene {
  const room = width - edge.left - edge.right;
  const latest = series.points.at(-1)?.quarter ?? '';
  const all = quartersBetween(series.points[0]?.quarter ?? latest, latest);
  const quarters = all.slice(-Math.floor(room / narrowestQuarter));
  const along = linearScale([0, quarters.length || 1], [edge.left, width - edge.right]);
  const placeOf = (quarter: QuarterKey) => along(quarters.indexOf(quarter) + 0.5);
  const placed = series.points
    .filter(({ quarter }) => quarters.includes(quarter))
    .map((point) => ({ ...point, x: placeOf(point.quarter) }));
  const highest = Math.max(1, ...placed.map(({ point }) => point.share?.estimate ?? 0));
  const up = linearScale([0, highest], [height - edge.bottom, edge.top]);
  return {
    ...{ width, height, title: series.headline },
    description: describe(series.points),
    items: [
      ...grid(up, width),
      ...quarterLabels(quarters, placeOf),
      ...versionBreaks(placed),
      ...intervals(placed, up),
      ...joins(placed, up),
      ...marks(placed, up),
    ],
  };
}

function quartersBetween(from: QuarterKey, to: QuarterKey): QuarterKey[] {
  if (from === '') return [];
  const quarters = [from];
  while ((quarters.at(-1) ?? to) < to) quarters.push(quarterAfter(quarters.at(-1) ?? to, 1));
  return quarters;
}

function grid(up: Placement, width: number): SceneItem[] {
  return gridShares.flatMap((share) => [
    line(share === 0 ? 'axis' : 'grid', [
      [edge.left, up(share)],
      [width - edge.right, up(share)],
    ]),
    text('axis', [edge.left - 6, up(share) + 4], 'end', percent(share)),
  ]);
}

function quarterLabels(
  quarters: readonly QuarterKey[],
  placeOf: (quarter: QuarterKey) => number,
): SceneItem[] {
  return quarters.flatMap((quarter, at) => {
    const label = text(
      'axis',
      [placeOf(quarter), height - edge.bottom + 18],
      'middle',
      quarter.slice(-2),
    );
    const isFirstOfYear = at === 0 || quarter.endsWith('Q1');
    const nextYear = quarters.findIndex((other, after) => after > at && other.endsWith('Q1'));
    // A year of which one quarter is to be seen has no room for its name.
    const hasRoom = at > 0 || nextYear < 0 || nextYear - at > 1;
    if (!isFirstOfYear || !hasRoom) return [label];
    return [
      label,
      text('note', [placeOf(quarter), height - edge.bottom + 36], 'middle', yearOf(quarter)),
    ];
  });
}

function versionBreaks(placed: readonly Placed[]): SceneItem[] {
  return placed.flatMap((point, at) => {
    const before = placed[at - 1];
    if (!before || before.frameworkVersionId === point.frameworkVersionId) return [];
    const x = (before.x + point.x) / 2;
    return [
      line('break', [
        [x, edge.top],
        [x, height - edge.bottom],
      ]),
      text('note', [x, edge.top - 4], 'middle', 'new framework'),
    ];
  });
}

function intervals(placed: readonly Placed[], up: Placement): SceneItem[] {
  return placed.flatMap(({ x, point }) => {
    const interval = point.share?.interval;
    if (!interval) return [];
    return [
      line('interval', [
        [x, up(interval.lower)],
        [x, up(interval.upper)],
      ]),
    ];
  });
}

/** From dot to dot of neighbouring quarters of one framework version, each by itself. */
function joins(placed: readonly Placed[], up: Placement): SceneItem[] {
  return placed.flatMap((point, at) => {
    const before = placed[at - 1];
    const [from, to] = [before, point].map((one) => one?.point.share?.estimate ?? null);
    if (!before || from === null || from === undefined || to === null || to === undefined)
      return [];
    const areAlike =
      before.frameworkVersionId === point.frameworkVersionId &&
      !before.isPooled &&
      !point.isPooled &&
      quarterAfter(before.quarter, 1) === point.quarter;
    return areAlike
      ? [
          line('series', [
            [before.x, up(from)],
            [point.x, up(to)],
          ]),
        ]
      : [];
  });
}

function marks(placed: readonly Placed[], up: Placement): SceneItem[] {
  return placed.flatMap(({ x, point, isPooled }, at): SceneItem[] => {
    const estimate = point.share?.estimate ?? null;
    if (estimate === null) {
      return [text('note', [x, height - edge.bottom - 6], 'middle', '–')];
    }
    const mark: SceneItem = {
      ...{ kind: 'mark', shape: isPooled ? 'square' : 'circle' },
      ...{ x, y: up(estimate) },
    };
    const isLast = at === placed.length - 1;
    const label = text('value', [x + 10, up(estimate) + 5], 'start', percent(estimate));
    return isLast ? [mark, label] : [mark];
  });
}

function describe(points: readonly SeriesPoint[]): string {
  const quarters = points.map((one) => `${quarterInWords(one.quarter)}: ${figureOf(one)}`);
  return quarters.length === 0 ? 'No quarter yet.' : `${quarters.join('; ')}.`;
}

function figureOf({ point, isPooled }: SeriesPoint): string {
  if (point.share === null) return tooFewToShow;
  const { estimate, interval } = point.share;
  if (estimate === null) return 'no share';
  const range = interval ? ` (${percentRange(interval)})` : '';
  return `${percent(estimate)}${range}${isPooled ? ', the last four quarters together' : ''}`;
}

const line = (tone: SceneLine['tone'], points: SceneLine['points']): SceneLine => ({
  ...{ kind: 'line', tone, points },
});

const text = (
  tone: SceneText['tone'],
  [x, y]: [number, number],
  anchor: SceneText['anchor'],
  words: string,
): SceneText => ({ ...{ kind: 'text', tone, x, y }, anchor, text: words });
