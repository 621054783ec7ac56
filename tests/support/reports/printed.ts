import {
  decisionsTable,
  figuresOf,
  figureText,
  lastDecisionsTable,
  sectionTitle,
  tableRows,
  tablesOf,
  underTitle,
  type LearningReport,
} from '@app/shared/domain';

/** Without what line breaks and spaces of a page or a PDF make of a text. */
export const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '');

/** Every number of a text: "1,500", "38", "0.71", "2026". */
export const numbersIn = (text: string): string[] =>
  text.match(/\d(?:[\d,.]*\d)?/gu)?.map((number) => number) ?? [];

/** Figures that a text does not have. */
export function figuresMissingIn(text: string, report: LearningReport): string[] {
  const found = squeezed(text);
  return figuresOf(report)
    .map(figureText)
    .filter((figure) => !found.includes(squeezed(figure)));
}

/** Numbers of a text that no part of the report has. */
export function numbersBeyond(text: string, report: LearningReport): string[] {
  const own = new Set(numbersIn(textOf(report)));
  return numbersIn(text).filter((number) => !own.has(number));
}

/** Every text and figure of a report, in no order. */
function textOf(report: LearningReport): string {
  const tables = [
    ...tablesOf(report),
    ...[decisionsTable(report), report.lastDecisions && lastDecisionsTable(report.lastDecisions)],
  ].flatMap((table) => (table ? [table] : []));
  return [
    ...stringsIn(report),
    ...tables.flatMap((table) => tableRows(table).flat()),
    ...report.sections.map((section) => sectionTitle(report, section)),
    underTitle(report),
  ].join('\n');
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsIn);
}
