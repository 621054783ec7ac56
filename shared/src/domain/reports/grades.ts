import type { AuditResult } from '../audits/index.js';
import type { FrameworkDefinition } from '../frameworks/index.js';
import {
  decideTable,
  mergeLines,
  partnershipRules,
  type DecidedTable,
} from '../statistics/index.js';
import { standardTitle, type PrintedMeasure } from '../trends/index.js';
import { decidedCount, hiddenFigure } from './figures.js';
import { figureCell, says, tabulates, type Cell, type ReportSection } from './learning-report.js';
import { measureTable } from './measure-table.js';

interface GradeRow {
  title: string;
  /** Audits by grade, the best first, and last those without one. */
  counts: number[];
}

/**
 * How the audited plans were graded, overall and by domain, and what that says of the register.
 *
 * Grades are counted by label where no row would show a small count, otherwise as meeting the
 * standard or not, in all rows alike. A row of which anything would have to be hidden is hidden
 * whole: everybody knows how many were audited, and the table below gives the shares.
 */
export function gradesSection(
  definition: FrameworkDefinition,
  results: readonly AuditResult[],
  measures: readonly PrintedMeasure[],
): ReportSection {
  const standard = standardTitle(definition.scale);
  const { labels, rows } = decidedGrades(definition, results);
  const isByLabel = labels.length > 2;
  const together = isByLabel
    ? ''
    : ' Single grades are put together, because some would be too few to show.';
  return {
    key: 'grades',
    title: 'Overall and domain grades',
    blocks: [
      says(`The plans that were audited, by the grade they closed with.${together}`),
      tabulates({
        key: 'grades',
        caption: 'Audited plans by grade',
        columns: [
          { title: 'Domain', isNumeric: false },
          ...[...labels, 'No grade', 'Audited'].map((title) => ({ title, isNumeric: true })),
        ],
        rows: rows.map(({ title, decided }) => ({ title, cells: cellsOf(decided) })),
      }),
      says(`What that says of all plans on the register: the share that would be ${standard}.`),
      tabulates(
        measureTable(
          { key: 'standard', caption: `Share of plans that are ${standard}` },
          measures.filter(({ kind }) => kind !== 'indicator'),
        ),
      ),
    ],
  };
}

function decidedGrades(definition: FrameworkDefinition, results: readonly AuditResult[]) {
  const { grades, meetsFrom } = definition.scale;
  const rows = gradeRows(definition, results);
  const meeting = grades.findIndex(({ key }) => key === meetsFrom) + 1;
  const places = [...grades.keys()];
  const broad = [places.slice(0, meeting), places.slice(meeting), [grades.length]];
  const decide = (columns?: number[][]) =>
    rows.map(({ title, counts }) => {
      const table = { cells: [counts] };
      return {
        title,
        decided: decideTable(columns ? mergeLines(table, { columns }) : table, partnershipRules),
      };
    });
  const byLabel = decide();
  return byLabel.every(({ decided }) => decided.isComplete)
    ? { labels: grades.map(({ label }) => label), rows: byLabel }
    : { labels: [standardTitle(definition.scale), 'Below'], rows: decide(broad) };
}

function gradeRows({ domains, scale }: FrameworkDefinition, results: readonly AuditResult[]) {
  const counted = (title: string, gradeOf: (result: AuditResult) => number | null): GradeRow => {
    const grades = results.map(gradeOf);
    const wanted = [...scale.grades.map((_, place) => scale.grades.length - place), null];
    return { title, counts: wanted.map((one) => grades.filter((grade) => grade === one).length) };
  };
  return [
    counted('Overall', ({ finalGrade }) => finalGrade),
    ...domains.map(({ shortTitle }, domain) =>
      counted(shortTitle, ({ domainGrades }) => domainGrades[domain] ?? null),
    ),
  ];
}

function cellsOf({ cells, rowTotals, isComplete }: DecidedTable): Cell[] {
  const counts = cells
    .flat()
    .map((one) => (isComplete ? decidedCount(one) : hiddenFigure('count')));
  return [...counts, ...(rowTotals ?? []).map(decidedCount)].map(figureCell);
}
