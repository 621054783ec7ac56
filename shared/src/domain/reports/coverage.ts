import type { FrameworkDefinition } from '../frameworks/index.js';
import { stratumTitle, type StratumKey } from '../programme/index.js';
import { count, decideTable, partnershipRules, plans } from '../statistics/index.js';
import { countFigure, decidedCount } from './figures.js';
import {
  figureCell,
  says,
  tabulates,
  type ReportSection,
  type ReportTable,
} from './learning-report.js';

/** What became of the plans that were drawn from one stratum. */
export interface StratumCoverage {
  stratum: StratumKey;
  /** Plans on the register on the day of the draw. */
  population: number;
  /** Audits closed with an overall grade. */
  graded: number;
  /** Audits closed without one, because too little could be graded. */
  partial: number;
  /** Audits not closed when the round was. */
  notCompleted: number;
  /** Plans withdrawn from the sample, whether or not another took their place. */
  withdrawn: number;
  /** Documents of the plans in the sample; null or left out where plans are audited, as the two below. */
  documents?: number | null;
  /** Plans of which no document was asked for. */
  noneAsked?: number | null;
  /** Plans of which no document was entered. */
  noneEntered?: number | null;
}

type Outcome = 'graded' | 'partial' | 'notCompleted' | 'withdrawn';

/** Columns of the table, from the finest division to the broadest. */
const divisions: { title: string; of: Outcome[] }[][] = [
  [
    { title: 'Graded', of: ['graded'] },
    { title: 'Partial', of: ['partial'] },
    { title: 'Not completed', of: ['notCompleted'] },
    { title: 'Withdrawn', of: ['withdrawn'] },
  ],
  [
    { title: 'Audited', of: ['graded', 'partial'] },
    { title: 'Not audited', of: ['notCompleted', 'withdrawn'] },
  ],
];

/**
 * Whom the figures speak of. The finest of four tables of which nothing has to be hidden is
 * printed: by stratum and outcome, by stratum, by outcome, or all plans in two numbers. Where even
 * that would give a small count away, it says how many were audited and not of how many drawn:
 * what was audited is the base of the whole report and known anyway.
 */
export function coverageSection(
  strata: readonly StratumCoverage[],
  { unit }: Pick<FrameworkDefinition, 'unit'>,
): ReportSection {
  if (unit === 'document') return documentCoverageSection(strata);
  const byStratum = strata.map((one) => ({ title: stratumTitle[one.stratum], of: [one] }));
  const together = [{ title: 'All plans', of: strata }];
  const tables = [byStratum, together].flatMap((rows) =>
    divisions.map((columns) => decidedCoverage(rows, columns)),
  );
  const table = tables.find(({ decided }) => decided.isComplete);
  const blocks = [
    sayAudited(strata),
    table
      ? tabulates(table.printed)
      : says('How many were drawn is not shown: it would tell how few of them were not audited.'),
  ];
  return { key: 'coverage', title: 'What was audited', blocks };
}

/**
 * The same of documents. Plans were drawn, so that plans and documents are told apart: how many
 * documents were audited, and how many plans had none. Where a table would give a small count away,
 * it is left out.
 */
function documentCoverageSection(strata: readonly StratumCoverage[]): ReportSection {
  const [audited, population] = auditedAndPopulation(strata);
  const all = strata.reduce((sum, { documents }) => sum + (documents ?? 0), 0);
  const text = `${count(audited)} ${audited === 1 ? 'document was' : 'documents were'} audited, of plans drawn at random within strata from ${count(population)} on the register.`;
  const tables = [
    lineTable('coverage', 'Documents of the drawn plans, and what became of them', [
      { title: 'Audited', value: audited },
      { title: 'Not audited', value: all - audited },
    ]),
    lineTable('plans-without', 'Drawn plans without a document', [
      { title: 'None was asked for', value: totalOf(strata, 'noneAsked') },
      {
        title: 'None was entered, so that nothing was audited',
        value: totalOf(strata, 'noneEntered'),
      },
    ]),
  ].flatMap((table) => table ?? []);
  const blocks = [
    says(text, [countFigure(audited), countFigure(population)]),
    ...tables.map(tabulates),
    ...(tables.length < 2
      ? [says('What is left out here would tell how few of them there were.')]
      : []),
  ];
  return { key: 'coverage', title: 'What was audited', blocks };
}

function totalOf(strata: readonly StratumCoverage[], key: 'noneAsked' | 'noneEntered'): number {
  return strata.reduce((sum, stratum) => sum + (stratum[key] ?? 0), 0);
}

/** A table of one count a row; null where anything of it would have to be hidden. */
function lineTable(
  key: string,
  caption: string,
  lines: readonly { title: string; value: number }[],
): ReportTable | null {
  const decided = decideTable({ cells: [lines.map(({ value }) => value)] }, partnershipRules);
  if (!decided.isComplete) return null;
  return {
    key,
    caption,
    columns: [
      { title: 'Outcome', isNumeric: false },
      { title: 'Number', isNumeric: true },
    ],
    rows: lines.map(({ title }, place) => ({
      title,
      cells: (decided.cells[0] ?? [])
        .slice(place, place + 1)
        .map((one) => figureCell(decidedCount(one))),
    })),
  };
}

/** How many audits closed, and of how many plans on the register. */
export function auditedAndPopulation(strata: readonly StratumCoverage[]): [number, number] {
  const population = strata.reduce((sum, { population }) => sum + population, 0);
  return [sumOf(strata, ['graded', 'partial']), population];
}

function sayAudited(strata: readonly StratumCoverage[]) {
  const [audited, population] = auditedAndPopulation(strata);
  const text =
    `${plans(audited)} of ${count(population)} on the register were audited. They were drawn at ` +
    'random within strata, so that what is found in them can be said of the register.';
  return says(text, [countFigure(audited), countFigure(population)]);
}

function decidedCoverage(
  rows: readonly { title: string; of: readonly StratumCoverage[] }[],
  columns: (typeof divisions)[number],
) {
  const cells = rows.map((row) => columns.map((column) => sumOf(row.of, column.of)));
  const decided = decideTable({ cells }, partnershipRules);
  const printed = {
    key: 'coverage',
    caption: 'Plans drawn, and what became of them',
    columns: [
      { title: rows.length > 1 ? 'Stratum' : 'Register', isNumeric: false },
      ...columns.map(({ title }) => ({ title, isNumeric: true })),
      { title: 'Drawn', isNumeric: true },
    ],
    rows: [
      ...rows.map(({ title }, row) => ({
        title,
        cells: [...(decided.cells[row] ?? []), ...(decided.rowTotals?.slice(row, row + 1) ?? [])],
      })),
      ...(decided.columnTotals && decided.grandTotal
        ? [{ title: 'All plans', cells: [...decided.columnTotals, decided.grandTotal] }]
        : []),
    ].map(({ title, cells: line }) => ({
      title,
      cells: line.map((one) => figureCell(decidedCount(one))),
    })),
  };
  return { decided, printed };
}

function sumOf(strata: readonly StratumCoverage[], outcomes: readonly Outcome[]): number {
  return strata.reduce(
    (sum, stratum) => sum + outcomes.reduce((part, outcome) => part + stratum[outcome], 0),
    0,
  );
}
