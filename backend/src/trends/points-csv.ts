import { tooFewToShow, type MeasureSeries, type PrintedPoint } from '@app/shared/domain';
import { csvText } from '../platform/http/csv-text.js';

/** The points of one measure, one a row, as the page's table has them. */
export function pointsCsv({ key, title, points }: MeasureSeries): string {
  const header = [
    ...[
      'measure',
      'title',
      'quarter',
      'quarters_pooled',
      'framework_version',
      'audits',
      'meeting',
      'counted',
    ],
    ...['share', 'interval_from', 'interval_to', 'register'],
  ];
  const rows = points.map(({ quarter, frameworkVersionId, point }) => [
    ...[key, title, quarter, point.quarters.length, frameworkVersionId, base(point)],
    ...[orTooFew(point.share && (point.met ?? '')), point.counted ?? '', ...share(point)],
    point.population,
  ]);
  return csvText([header, ...rows]);
}

function base({ base: audits }: PrintedPoint): string | number {
  if (audits === null) return tooFewToShow;
  return audits.isExact ? audits.plans : `at least ${audits.plans}`;
}

function share({ share: shown }: PrintedPoint): (string | number)[] {
  if (shown === null) return [tooFewToShow, '', ''];
  const { estimate, interval } = shown;
  return [estimate, interval?.lower, interval?.upper].map((value) =>
    value === null || value === undefined ? '' : Number(value.toFixed(4)),
  );
}

const orTooFew = (value: string | number | null) => value ?? tooFewToShow;
