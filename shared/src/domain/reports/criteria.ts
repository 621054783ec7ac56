import type { FrameworkDefinition } from '../frameworks/index.js';
import {
  printedPointsOf,
  standardTitle,
  type Measure,
  type PrintedPoint,
  type RoundResults,
} from '../trends/index.js';
import { baseFigure } from './figures.js';
import {
  figureCell,
  says,
  tabulates,
  textCell,
  type RepeatedFinding,
  type ReportSection,
  type ReportTable,
} from './learning-report.js';
import { ofRegister } from './grades.js';
import { shareCell } from './measure-table.js';
import { unitWords, type UnitWords } from './unit-words.js';

/** As many as a meeting takes in. */
const listed = 5;

/** A criterion whose share may be shown, as the report lists it. */
export interface RankedCriterion {
  key: string;
  title: string;
  domain: string;
  point: PrintedPoint;
  /** Estimated share of plans that meet the standard, 0 to 1. */
  share: number;
  /** Reports in a row, this one included, in which it was among the weakest; 0 for a strong one. */
  inARow: number;
}

export interface RankedCriteria {
  strongest: RankedCriterion[];
  weakest: RankedCriterion[];
  /** Criteria left out because their share is too few to show or could not be estimated. */
  leftOut: number;
}

/**
 * The five criteria met by the most plans and the five met by the fewest, by the estimate that is
 * printed; of equals the first in the framework's order. What may not be shown has no place: an
 * order tells too. None is listed on both sides.
 *
 * @param before the weakest of the report of the quarter before; none when there was no such report
 */
export function rankCriteria(
  definition: FrameworkDefinition,
  round: RoundResults,
  before: readonly RepeatedFinding[],
): RankedCriteria {
  const criteria = definition.domains.flatMap((domain) =>
    domain.criteria.map((criterion) => ({ domain, criterion })),
  );
  const ranked = criteria
    .flatMap(({ domain, criterion: { key, title } }, place) => {
      const point = pointOfCriterion(definition, round, place);
      const share = point.share?.estimate ?? null;
      return share === null
        ? []
        : [{ key, title, domain: domain.shortTitle, point, share, inARow: 0 }];
    })
    .toSorted((one, other) => other.share - one.share);
  const size = Math.min(listed, Math.floor(ranked.length / 2));
  const earlier = new Map(before.map(({ key, inARow }) => [key, inARow]));
  return {
    strongest: ranked.slice(0, size),
    weakest: ranked
      .slice(ranked.length - size)
      .toReversed()
      .map((one) => ({ ...one, inARow: (earlier.get(one.key) ?? 0) + 1 })),
    leftOut: criteria.length - ranked.length,
  };
}

/** The share of plans that meet the standard on a criterion, as readers may see it. */
function pointOfCriterion(
  { scale }: FrameworkDefinition,
  round: RoundResults,
  criterion: number,
): PrintedPoint {
  const place = scale.grades.findIndex(({ key }) => key === scale.meetsFrom);
  const measure: Measure = {
    ...{ key: `criterion-${criterion}`, kind: 'domain', title: '', shortTitle: '', askedBy: null },
    rule: { of: 'criterion-grade', criterion, atLeast: scale.grades.length - place },
  };
  return printedPointsOf(measure, [round]).forReaders;
}

export function criteriaSection(
  definition: FrameworkDefinition,
  { strongest, weakest, leftOut }: RankedCriteria,
): ReportSection {
  const standard = standardTitle(definition.scale);
  const unit = unitWords(definition);
  const blocks =
    strongest.length === 0
      ? [says(`No criterion rests on enough ${unit.many} to be listed.`)]
      : [
          says(
            `Criteria by the share of ${ofRegister(definition)} that would be graded ${standard}. Where intervals overlap, chance may have decided the order.`,
          ),
          tabulates(tableOf('strongest', 'Strongest criteria', strongest, unit)),
          tabulates(tableOf('weakest', 'Weakest criteria', weakest, unit)),
          ...(leftOut > 0 ? [says(sayLeftOut(leftOut, unit))] : []),
        ];
  return { key: 'criteria', title: 'Strongest and weakest criteria', blocks };
}

function tableOf(
  key: 'strongest' | 'weakest',
  caption: string,
  criteria: readonly RankedCriterion[],
  unit: UnitWords,
): ReportTable {
  return {
    key,
    caption,
    columns: [
      { title: 'Criterion', isNumeric: false },
      { title: 'Domain', isNumeric: false },
      { title: unit.title, isNumeric: true },
      { title: 'Share (95% confidence interval)', isNumeric: true },
      ...(key === 'weakest' ? [{ title: 'Reports in a row', isNumeric: true }] : []),
    ],
    rows: criteria.map(({ title, domain, point, inARow }) => ({
      title,
      cells: [
        textCell(domain),
        figureCell(baseFigure(point.base)),
        shareCell(point),
        ...(key === 'weakest' ? [textCell(String(inARow))] : []),
      ],
    })),
  };
}

function sayLeftOut(leftOut: number, { many }: UnitWords): string {
  const rests = leftOut === 1 ? 'criterion is' : 'criteria are';
  return `${leftOut} ${rests} left out, because too few ${many} stand behind ${leftOut === 1 ? 'it' : 'them'} to show a share.`;
}
