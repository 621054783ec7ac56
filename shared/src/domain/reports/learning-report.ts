import type { QuarterKey } from '../calendar/index.js';
import { figureText, type Figure } from './figures.js';
import type { Scene } from '../trends/index.js';
import type { DecisionAsked, LastDecisions } from './decisions.js';

/*
 * The learning report of a quarter as one typed object: everything that is printed and nothing else.
 * Page, PDF and CSV are drawn from it alone, so they cannot say different things, and once it is
 * published it is kept whole (docs/adr/0030).
 */

/** A sentence drawn from the numbers, with the figures that it prints. */
export interface Statement {
  /** What it is about, printed in bold before it. */
  lead: string | null;
  text: string;
  figures: Figure[];
}

/** A cell of a table: words or a figure. */
export interface Cell {
  text: string | null;
  figure: Figure | null;
}

export interface ReportColumn {
  title: string;
  isNumeric: boolean;
}

export interface ReportRow {
  title: string;
  /** One for each column but the first, in which the row's title stands. */
  cells: Cell[];
}

export interface ReportTable {
  key: string;
  caption: string;
  /** The first is that of the rows' titles. */
  columns: ReportColumn[];
  rows: ReportRow[];
}

/** A chart as it was laid out when the report was compiled, for a page and for a narrow screen. */
export interface ReportChart {
  wide: Scene;
  narrow: Scene;
}

/** A paragraph, a table or a chart: one of the three, the others null. */
export interface ReportBlock {
  statement: Statement | null;
  table: ReportTable | null;
  chart: ReportChart | null;
}

export interface ReportSection {
  key: string;
  title: string;
  blocks: ReportBlock[];
}

/** A part of the first page: drawn from the numbers, or what the audit lead wrote in their place. */
export interface Summary {
  statements: Statement[];
  /** Paragraphs; null while the statements stand. */
  leadsWords: string[] | null;
}

/** A criterion among the weakest, and for how many reports in a row. */
export interface RepeatedFinding {
  key: string;
  inARow: number;
}

export interface LearningReport {
  title: string;
  partnership: { name: string; colour: string };
  frameworkKind: string;
  frameworkTitle: string;
  quarter: QuarterKey;
  /** 1 for the first; a correction of a published report is the next. */
  edition: number;
  /** What this edition puts right; null in the first. */
  whatChanged: string | null;
  /** YYYY-MM-DD, London; null while it is a draft. */
  publishedOn: string | null;
  /** What stands under the title: how much was audited. */
  base: Statement;
  headline: Summary;
  better: Summary;
  notBetter: Summary;
  decisionsAsked: DecisionAsked[];
  lastDecisions: LastDecisions | null;
  /** On the first page. */
  frontChart: ReportChart | null;
  /** Keys of the weakest criteria, from which the next report counts on. */
  weakest: RepeatedFinding[];
  sections: ReportSection[];
}

export const says = (text: string, figures: Figure[] = []): ReportBlock => ({
  statement: { lead: null, text, figures },
  table: null,
  chart: null,
});

export const states = (statement: Statement): ReportBlock => ({
  statement,
  table: null,
  chart: null,
});

export const tabulates = (table: ReportTable): ReportBlock => ({
  statement: null,
  table,
  chart: null,
});

export const draws = (chart: ReportChart): ReportBlock => ({
  statement: null,
  table: null,
  chart,
});

export const textCell = (text: string): Cell => ({ text, figure: null });

export const figureCell = (figure: Figure): Cell => ({ text: null, figure });

/** What a cell prints. */
export function cellText({ text, figure }: Cell): string {
  return figure ? figureText(figure) : (text ?? '');
}
