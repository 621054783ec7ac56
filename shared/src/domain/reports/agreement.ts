import type { AuditResult } from '../audits/index.js';
import type { Criterion, FrameworkDefinition } from '../frameworks/index.js';
import {
  agreementOnGrades,
  decideCount,
  decideOnBase,
  hiddenCounts,
  partnershipRules,
  type AgreementOnCriterion,
  type JudgedAgreement,
} from '../statistics/index.js';
import {
  baseFigure,
  coefficientFigure,
  decidedCount,
  hiddenFigure,
  shareFigure,
  type Figure,
} from './figures.js';
import {
  figureCell,
  says,
  tabulates,
  textCell,
  type Cell,
  type ReportSection,
} from './learning-report.js';
import { unitWords } from './unit-words.js';

interface AgreementRow {
  criterion: Criterion;
  agreement: AgreementOnCriterion;
}

/**
 * How far the agencies agreed on their own, before moderation: for each criterion that two or more
 * of them grade, Gwet's AC2 with ordinal weights and the share of equal grades. Audits with one
 * grade are left out (docs/statistics.md).
 */
export function agreementSection(
  { domains, scale, unit }: Pick<FrameworkDefinition, 'domains' | 'scale' | 'unit'>,
  results: readonly AuditResult[],
): ReportSection | null {
  const steps = scale.grades.map((_, place) => place + 1);
  const rows = domains
    .flatMap(({ criteria }) => criteria)
    .map((criterion, place) => ({
      criterion,
      agreement: agreementOnGrades(
        results.map(({ agencyGrades }) =>
          criterion.agencies.map((agency) => gradeOnly(agencyGrades[agency]?.[place])),
        ),
        steps,
      ),
    }))
    .filter(({ criterion }) => criterion.agencies.length > 1);
  if (rows.length === 0) return null;
  const isOfDocuments = unit === 'document';
  return {
    key: 'agreement',
    title: 'How far auditors agreed before moderation',
    blocks: [
      says(
        `Agencies graded on their own. Where two or more graded the same criterion, this is how far they agreed before a moderator looked at it. AC2 with ordinal weights is 1 for full agreement and 0 for what chance alone would give. ${isOfDocuments ? withoutInterval : 'The word is the best that the figure supports with 95% certainty.'}`,
      ),
      ...(isOfDocuments ? [] : [says(sayStrength(rows))]),
      tabulates({
        key: 'agreement',
        caption: 'Agreement on grades before moderation',
        columns: [
          { title: 'Criterion', isNumeric: false },
          { title: `${unitWords({ unit }).title} compared`, isNumeric: true },
          { title: 'Same grade', isNumeric: true },
          ...(isOfDocuments
            ? [{ title: 'AC2', isNumeric: true }]
            : [
                { title: 'AC2 (95% confidence interval)', isNumeric: true },
                { title: 'In words', isNumeric: false },
              ]),
        ],
        rows: rows.map(({ criterion, agreement }) => {
          const cells = cellsOf(agreement, results.length, isOfDocuments);
          // The word rests on an interval, and documents have none.
          return { title: criterion.title, cells: isOfDocuments ? cells.slice(0, 3) : cells };
        }),
      }),
    ],
  };
}

/** The interval of AC2 takes what was compared as independent. */
const withoutInterval =
  'Documents of one plan are not independent, so that no interval is given and the figure is put in no word.';

/** Not applicable and "cannot tell" are no grade, and agreement on grades is what is asked. */
const gradeOnly = (grade: number | null | undefined) =>
  grade !== null && grade !== undefined && grade > 0 ? grade : null;

function cellsOf(agreement: AgreementOnCriterion, audited: number, isOfDocuments: boolean): Cell[] {
  const { comparable } = agreement.plans;
  const plans = figureCell(comparedFigure(comparable, audited));
  const isShown = decideOnBase(null, comparable, partnershipRules).shown;
  if (!isShown) {
    const hidden = (kind: Figure['kind']) => figureCell(hiddenFigure(kind));
    return [plans, hidden('share'), hidden('coefficient'), textCell('')];
  }
  const same = agreement.judged ? agreement.sameAnswer.value : (agreement.sameAnswer ?? 0);
  const sameGrade = figureCell(shareFigure(asPrinted(same), null, null));
  if (!agreement.judged) return [plans, sameGrade, textCell('Cannot be judged'), textCell('')];
  const { value, interval } = agreement.coefficient;
  const range = !isOfDocuments &&
    interval && {
      ...{ lower: asPrinted(interval.lower), upper: asPrinted(interval.upper) },
    };
  return [
    plans,
    sameGrade,
    figureCell(coefficientFigure(asPrinted(value), range || null)),
    textCell(wordOf(agreement)),
  ];
}

/**
 * Everybody knows how many were audited. Where 1 to 4 of them could not be compared, the exact number
 * would give that away.
 */
function comparedFigure(comparable: number, audited: number): Figure {
  const { to: mostHidden } = hiddenCounts(partnershipRules);
  const left = audited - comparable;
  if (left === 0 || left > mostHidden) {
    return decidedCount(decideCount(comparable, partnershipRules));
  }
  return baseFigure({ plans: Math.max(0, audited - mostHidden), isExact: false });
}

/** In hundredths, as it is printed: the digits behind would tell of how many plans it is made. */
function asPrinted(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return value < 1 ? Math.min(0.99, rounded) : rounded;
}

function wordOf({ coefficient, benchmark }: JudgedAgreement): string {
  if (!coefficient.interval) return 'All plans alike';
  const [first = '', ...rest] = benchmark?.reached?.label ?? 'Not clear';
  return first + rest.join('').toLowerCase();
}

/** From here up the words are "substantial" and "almost perfect" (Landis and Koch 1977). */
const substantialFrom = 0.6;

function sayStrength(rows: readonly AgreementRow[]): string {
  const judged = rows.flatMap(({ agreement }) =>
    agreement.judged && decideOnBase(null, agreement.plans.comparable, partnershipRules).shown
      ? [agreement]
      : [],
  );
  const reached = judged.filter(
    ({ benchmark }) => (benchmark?.reached?.lower ?? -1) >= substantialFrom,
  );
  return `${rows.length} criteria are graded by two agencies or more. Agreement on them can be judged for ${judged.length}, and is substantial or better for ${reached.length} of these.`;
}
