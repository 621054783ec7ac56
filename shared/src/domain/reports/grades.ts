import type { AuditResult } from '../audits/index.js';
import type { FrameworkDefinition } from '../frameworks/index.js';
import {
  decideTable,
  hiddenCounts,
  mergeLines,
  partnershipRules,
  type DecidedTable,
} from '../statistics/index.js';
import { standardTitle, type PrintedMeasure } from '../trends/index.js';
import { decidedCount, hiddenFigure } from './figures.js';
import { figureCell, says, tabulates, type Cell, type ReportSection } from './learning-report.js';
import { measureTable } from './measure-table.js';
import { unitWords } from './unit-words.js';

interface GradeRow {
  title: string;
  /** Audits by grade, the best first, and last those without one. */
  counts: number[];
  /** The audits behind each of the counts. */
  of: (readonly AuditResult[])[];
}

/**
 * How the audited plans were graded, overall and by domain, and what that says of the register.
 *
 * Grades are counted by label where no row would show a small count, otherwise as meeting the
 * standard or not, in all rows alike. A row of which anything would have to be hidden is hidden
 * whole: everybody knows how many were audited, and the table below gives the shares. Of documents
 * the plans behind them count too.
 */
export function gradesSection(
  definition: FrameworkDefinition,
  results: readonly AuditResult[],
  measures: readonly PrintedMeasure[],
): ReportSection {
  const standard = standardTitle(definition.scale);
  const unit = unitWords(definition);
  const { labels, rows } = decidedGrades(definition, results);
  const isByLabel = labels.length > 2;
  const together = isByLabel
    ? ''
    : ' Single grades are put together, because some would be too few to show.';
  return {
    key: 'grades',
    title: 'Overall and domain grades',
    blocks: [
      says(`The ${unit.many} that were audited, by the grade they closed with.${together}`),
      tabulates({
        key: 'grades',
        caption: `Audited ${unit.many} by grade`,
        columns: [
          { title: 'Domain', isNumeric: false },
          ...[...labels, 'No grade', 'Audited'].map((title) => ({ title, isNumeric: true })),
        ],
        rows: rows.map(({ title, decided }) => ({ title, cells: cellsOf(decided) })),
      }),
      says(`What that says of all ${ofRegister(definition)}: the share that would be ${standard}.`),
      tabulates(
        measureTable(
          { key: 'standard', caption: `Share of ${unit.many} that are ${standard}`, unit },
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
  const all = [...places, grades.length].map((place) => [place]);
  const broad = [places.slice(0, meeting), places.slice(meeting), [grades.length]];
  const decide = (columns?: number[][]) =>
    rows.map(({ title, counts, of }) => {
      const table = { cells: [counts] };
      const decided = decideTable(
        columns ? mergeLines(table, { columns }) : table,
        partnershipRules,
      );
      const isOfFew = (columns ?? all).some((places) => isSmall(plansOf(of, places)));
      return { title, decided: { ...decided, isComplete: decided.isComplete && !isOfFew } };
    });
  const byLabel = decide();
  return byLabel.every(({ decided }) => decided.isComplete)
    ? { labels: grades.map(({ label }) => label), rows: byLabel }
    : { labels: [standardTitle(definition.scale), 'Below'], rows: decide(broad) };
}

const { from: fewest, to: mostHidden } = hiddenCounts(partnershipRules);
const isSmall = (plans: number) => plans >= fewest && plans <= mostHidden;

/** How many plans stand behind some counts: of several documents it may be one. */
function plansOf(of: GradeRow['of'], places: readonly number[]): number {
  const results = places.flatMap((place) => of[place] ?? []);
  return new Set(results.map((result) => result.documentPlanId ?? result)).size;
}

/** "plans on the register", "documents of plans on the register" */
export function ofRegister({ unit }: Pick<FrameworkDefinition, 'unit'>): string {
  return unit === 'document' ? 'documents of plans on the register' : 'plans on the register';
}

function gradeRows({ domains, scale }: FrameworkDefinition, results: readonly AuditResult[]) {
  const counted = (title: string, gradeOf: (result: AuditResult) => number | null): GradeRow => {
    const wanted = [...scale.grades.map((_, place) => scale.grades.length - place), null];
    const of = wanted.map((one) => results.filter((result) => gradeOf(result) === one));
    return { title, counts: of.map((some) => some.length), of };
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
