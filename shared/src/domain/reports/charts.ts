import { percent, percentRange, tooFewToShow } from '../statistics/index.js';
import {
  linearScale,
  trendScene,
  type MeasureSeries,
  type PrintedMeasure,
  type Scene,
  type SceneItem,
  type SceneText,
} from '../trends/index.js';
import type { ReportChart } from './learning-report.js';

const widths = { wide: 640, narrow: 320 };

const inBothWidths = (scene: (width: number) => Scene): ReportChart => ({
  wide: scene(widths.wide),
  narrow: scene(widths.narrow),
});

/** A measure from quarter to quarter, as the page of trends draws it. */
export const trendChart = (series: MeasureSeries): ReportChart =>
  inBothWidths((width) => trendScene(series, { width }));

const edge = { top: 8, right: 64, bottom: 24 };
const gridShares = [0, 0.25, 0.5, 0.75, 1];
/** What a letter of a row's name takes at most on the average, with the spacing of WCAG 1.4.12. */
const letterWidth = 8.8;

/** Where the rows and their names stand: beside the bars, or above them where there is no room. */
function rowsOf(measures: readonly PrintedMeasure[], width: number) {
  if (width < widths.wide) return { height: 36, left: 16, areNamesAbove: true };
  const longest = Math.max(...measures.map(({ shortTitle }) => shortTitle.length));
  return { height: 18, left: 16 + longest * letterWidth, areNamesAbove: false };
}

/**
 * The share of each measure with its interval, a row each, in their own order: a dot between the
 * ends of its interval. What may not be shown has a dash in its place.
 */
export function dotChart(title: string, measures: readonly PrintedMeasure[]): ReportChart {
  return inBothWidths((width) => dotScene(title, measures, width));
}

function dotScene(title: string, measures: readonly PrintedMeasure[], width: number): Scene {
  const rows = rowsOf(measures, width);
  const height = edge.top + measures.length * rows.height + edge.bottom;
  const along = linearScale([0, 1], [rows.left, width - edge.right]);
  const foot = height - edge.bottom;
  const grid = gridShares.flatMap((share): SceneItem[] => [
    {
      kind: 'line',
      tone: share === 0 ? 'axis' : 'grid',
      points: [
        [along(share), edge.top],
        [along(share), foot],
      ],
    },
    {
      ...{ kind: 'text', tone: 'axis', x: along(share), y: foot + 16 },
      ...{ anchor: 'middle', text: percent(share) },
    },
  ]);
  const dots = measures.flatMap((measure, row) => {
    const bottom = edge.top + (row + 1) * rows.height;
    const name: SceneItem = rows.areNamesAbove
      ? nameAt(measure, { x: rows.left + 6, y: bottom - 20, anchor: 'start' })
      : nameAt(measure, { x: rows.left - 8, y: bottom - 5, anchor: 'end' });
    return [name, ...dotRow(measure, along, bottom - 9, width)];
  });
  return { width, height, title, description: describe(measures), items: [...grid, ...dots] };
}

const nameAt = (
  { shortTitle }: PrintedMeasure,
  at: Pick<SceneText, 'x' | 'y' | 'anchor'>,
): SceneText => ({ kind: 'text', tone: 'axis', text: shortTitle, ...at });

function dotRow(
  { point }: PrintedMeasure,
  along: (share: number) => number,
  y: number,
  width: number,
): SceneItem[] {
  const estimate = point.share?.estimate ?? null;
  const interval = point.share?.interval ?? null;
  const value: SceneItem = {
    ...{ kind: 'text', tone: 'value', x: width - edge.right + 10, y: y + 4 },
    ...{ anchor: 'start', text: estimate === null ? '–' : percent(estimate) },
  };
  if (estimate === null) return [value];
  const bar: SceneItem[] = interval
    ? [
        {
          kind: 'line',
          tone: 'interval',
          points: [
            [along(interval.lower), y],
            [along(interval.upper), y],
          ],
        },
      ]
    : [];
  return [...bar, { kind: 'mark', shape: 'circle', x: along(estimate), y }, value];
}

function describe(measures: readonly PrintedMeasure[]): string {
  const rows = measures.map(({ shortTitle, point: { share } }) => {
    if (share === null) return `${shortTitle} ${tooFewToShow}`;
    if (share.estimate === null) return `${shortTitle} no share`;
    const range = share.interval ? ` (${percentRange(share.interval)})` : '';
    return `${shortTitle} ${percent(share.estimate)}${range}`;
  });
  return `${rows.join('; ')}.`;
}
