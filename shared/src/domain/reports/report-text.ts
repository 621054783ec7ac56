import { calendarDayInWords } from '../calendar/index.js';
import type { Figure } from './figures.js';
import {
  cellText,
  type LearningReport,
  type ReportSection,
  type ReportTable,
  type Statement,
  type Summary,
} from './learning-report.js';

/** Every statement that stands, the first page's first. */
export function statementsOf(report: LearningReport): Statement[] {
  const parts = [report.headline, report.better, report.notBetter];
  return [
    report.base,
    ...parts.flatMap(({ statements }) => statements),
    ...report.sections.flatMap(({ blocks }) =>
      blocks.flatMap(({ statement }) => (statement ? [statement] : [])),
    ),
  ];
}

/** Every table, in the order in which they are printed. */
export function tablesOf({ sections }: LearningReport): ReportTable[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(({ table }) => (table ? [table] : [])));
}

/** Every figure of a report; each is printed by page and PDF, and no other is. */
export function figuresOf(report: LearningReport): Figure[] {
  const cells = tablesOf(report).flatMap(({ rows }) => rows.flatMap(({ cells: row }) => row));
  return [
    ...statementsOf(report).flatMap(({ figures }) => figures),
    ...cells.flatMap(({ figure }) => (figure ? [figure] : [])),
  ];
}

/** A table as rows of texts, its header first: for a file. */
export function tableRows({ columns, rows }: ReportTable): string[][] {
  return [
    columns.map(({ title }) => title),
    ...rows.map(({ title, cells }) => [title, ...cells.map(cellText)]),
  ];
}

/** A statement as one text, for whoever cannot print its lead in bold. */
export function statementText({ lead, text }: Statement): string {
  return lead === null ? text : `${lead} ${text}`;
}

/** The paragraphs of a part of the first page, and whose words they are. */
export function paragraphsOf({ statements, leadsWords }: Summary): string[] {
  return leadsWords ?? statements.map(statementText);
}

/** Printed under what the audit lead wrote in place of what was drawn from the numbers. */
export const leadsWordsNote = 'In the words of the audit lead.';

/** "3. The health and care gap": a section as headings and decisions name it. */
export function sectionTitle({ sections }: LearningReport, wanted: ReportSection): string {
  return `${sections.indexOf(wanted) + 1}. ${wanted.title}`;
}

/** "Edition 2", and "draft" while it is one. */
export function editionInWords({
  edition,
  publishedOn,
}: Pick<LearningReport, 'edition' | 'publishedOn'>): string {
  return publishedOn === null ? `Edition ${edition}, draft` : `Edition ${edition}`;
}

/** What stands under the title: which edition it is, and how much was audited. */
export function underTitle(report: LearningReport): string {
  const { publishedOn } = report;
  const published = publishedOn === null ? '' : `, published on ${calendarDayInWords(publishedOn)}`;
  return `${editionInWords(report)}${published}. ${report.base.text}.`;
}
