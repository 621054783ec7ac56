import { stratumTitle, type StratumKey } from '../programme/index.js';
import { count, decideTable, partnershipRules, plans } from '../statistics/index.js';
import { countFigure, decidedCount } from './figures.js';
import { figureCell, says, tabulates, type ReportSection } from './learning-report.js';

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
}

type Outcome = Exclude<keyof StratumCoverage, 'stratum' | 'population'>;

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
export function coverageSection(strata: readonly StratumCoverage[]): ReportSection {
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
