import type { QuarterKey } from '../calendar/index.js';
import type { CompiledQuarter, PrintedMeasure, PrintedPoint } from './compiled-quarter.js';

/** One quarter of a series. */
export interface SeriesPoint {
  quarter: QuarterKey;
  frameworkVersionId: string;
  /** The last four quarters stand in for the quarter, which by itself is too few to show. */
  isPooled: boolean;
  point: PrintedPoint;
}

/** A measure from quarter to quarter, as it is shown. */
export interface MeasureSeries extends Omit<PrintedMeasure, 'point' | 'pooled'> {
  /** From the earliest on, the last being that of the headline. */
  points: SeriesPoint[];
}

/**
 * The measures of the latest quarter, each with all quarters that were compiled. One that only an
 * earlier version of the framework had is left to the reports of its quarters.
 *
 * @param compiled of one kind, from the earliest on
 * @example measureSeries([]) // []
 */
export function measureSeries(compiled: readonly CompiledQuarter[]): MeasureSeries[] {
  return (compiled.at(-1)?.measures ?? []).map(
    ({ key, kind, title, shortTitle, askedBy, headline, change }) => ({
      ...{ key, kind, title, shortTitle, askedBy, headline, change },
      points: compiled.flatMap((quarter) => pointIn(quarter, key)),
    }),
  );
}

function pointIn(
  { quarter, frameworkVersionId, measures }: CompiledQuarter,
  key: string,
): SeriesPoint[] {
  const found = measures.find((measure) => measure.key === key);
  if (!found) return [];
  const { point, pooled } = found;
  return [{ quarter, frameworkVersionId, isPooled: pooled !== null, point: pooled ?? point }];
}
