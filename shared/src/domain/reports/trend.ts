import {
  measureSeries,
  type CompiledQuarter,
  type PrintedChange,
  type PrintedMeasure,
} from '../trends/index.js';
import { trendChart } from './charts.js';
import { pointsFigure, rangeFigure, type Figure } from './figures.js';
import {
  draws,
  states,
  type ReportBlock,
  type ReportSection,
  type Statement,
} from './learning-report.js';

/** More would be a list that nobody reads; the page of trends has them all. */
const chartsMax = 4;

/**
 * The overall share from quarter to quarter, and each measure of which a clear change may be
 * claimed. The sentences and charts are those of the page of trends.
 *
 * @param quarters as compiled for readers, the earliest first; the last is the report's own
 */
export function trendSection(quarters: readonly CompiledQuarter[]): ReportSection | null {
  const measures = measureSeries(quarters);
  const told = [
    ...measures.filter(({ kind }) => kind === 'overall'),
    ...measures.filter(({ kind, change }) => kind !== 'overall' && isClear(change)),
  ].slice(0, chartsMax);
  if (told.length === 0) return null;
  const blocks = told.flatMap((measure): ReportBlock[] => [
    draws(trendChart(measure)),
    states(sayChange(measure)),
  ]);
  return { key: 'trend', title: 'From quarter to quarter', blocks };
}

export const isClear = ({ outcome }: PrintedChange): boolean =>
  outcome === 'rise' || outcome === 'fall';

/** What may be said of a measure's change. */
export function sayChange({
  headline,
  change,
}: Pick<PrintedMeasure, 'headline' | 'change'>): Statement {
  return { lead: `${headline}.`, text: change.sentence, figures: changeFigures(change) };
}

/** The figures that a change's sentence prints. */
export function changeFigures({ outcome, difference, interval }: PrintedChange): Figure[] {
  if (difference === null || interval === null) return [];
  const range = rangeFigure('point-range', interval);
  return outcome === 'no-clear-change' ? [range] : [pointsFigure(difference), range];
}
