import type { FrameworkDefinition } from '../frameworks/index.js';
import { plans } from '../statistics/index.js';
import type { PrintedMeasure, PrintedPoint } from '../trends/index.js';
import { countFigure, rangeFigure, shareFigure, type Figure } from './figures.js';
import type { Statement, Summary } from './learning-report.js';
import type { RankedCriteria, RankedCriterion } from './criteria.js';
import { changeFigures, sayChange } from './trend.js';
import { countUnits, unitWords } from './unit-words.js';

/** Three of each is what a reader in a hurry takes in. */
const itemsMax = 3;

const drafted = (statements: Statement[]): Summary => ({ statements, leadsWords: null });

/** The overall share with its interval and base, and whether it changed. */
export function headline(measures: readonly PrintedMeasure[], standard: string): Summary {
  const overall = measures.find(({ kind }) => kind === 'overall');
  if (!overall) return drafted([]);
  const { point, change } = overall;
  const share = {
    lead: `${standard} overall:`,
    text: point.sentence,
    figures: pointFigures(point),
  };
  const changed = { lead: null, text: change.sentence, figures: changeFigures(change) };
  return drafted([share, changed]);
}

/** Clear rises, in the order of the measures; where there is none, that is said, and what is strongest. */
export function whatIsBetter(
  measures: readonly PrintedMeasure[],
  { strongest }: RankedCriteria,
): Summary {
  const risen = changed(measures, 'rise');
  if (risen.length > 0) return drafted(risen);
  const [first] = strongest;
  const strong = first ? [sayCriterion(first, 'The strongest criterion.')] : [];
  return drafted([plain('No measure shows a clear rise.'), ...strong]);
}

/** Clear falls; then the weakest criteria, first those that have been among the weakest for longest. */
export function whatIsNotBetter(
  measures: readonly PrintedMeasure[],
  { weakest }: RankedCriteria,
): Summary {
  const fallen = changed(measures, 'fall');
  const weak = weakest
    .toSorted((one, other) => other.inARow - one.inARow)
    .map((one) => sayCriterion(one, sayInARow(one.inARow)));
  const said = fallen.length > 0 ? fallen : [plain('No measure shows a clear fall.')];
  return drafted([...said, ...weak].slice(0, itemsMax));
}

function changed(measures: readonly PrintedMeasure[], outcome: 'rise' | 'fall'): Statement[] {
  return measures
    .filter(({ change }) => change.outcome === outcome)
    .slice(0, itemsMax)
    .map(sayChange);
}

const plain = (text: string): Statement => ({ lead: null, text, figures: [] });

function sayCriterion({ title, point }: RankedCriterion, place: string): Statement {
  return {
    lead: `${title}.`,
    text: `${place} ${point.sentence}`,
    figures: pointFigures(point),
  };
}

function sayInARow(reports: number): string {
  if (reports < 2) return 'Among the five weakest criteria.';
  return `Among the five weakest criteria for the ${ordinals[reports] ?? `${reports}th`} report in a row.`;
}

const ordinals: Readonly<Record<number, string>> = {
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  6: 'sixth',
};

/** The figures that a point's sentence prints. */
export function pointFigures({ share, base }: PrintedPoint): Figure[] {
  if (share?.estimate === null || !share) return [];
  return [
    shareFigure(share.estimate, base?.plans ?? null, null),
    ...(share.interval ? [rangeFigure('range', share.interval)] : []),
  ];
}

/** What stands under the title. */
export function sayBase(
  [audited, population]: [number, number],
  definition: Pick<FrameworkDefinition, 'unit'>,
): Statement {
  const units = countUnits(audited, unitWords(definition));
  const drawn = definition.unit === 'document' ? 'of plans drawn' : 'drawn';
  return {
    lead: null,
    text: `${units} audited, ${drawn} at random from ${plans(population)} on the register`,
    figures: [countFigure(audited), countFigure(population)],
  };
}
