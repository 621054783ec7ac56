import { quarterAfter, type QuarterKey } from '../calendar/index.js';
import type { FrameworkDefinition } from '../frameworks/index.js';
import { sum } from '../statistics/index.js';
import { changesOf, type MeasureChange } from './changes.js';
import type {
  CompiledQuarter,
  PrintedChange,
  PrintedMeasure,
  PrintedPoint,
} from './compiled-quarter.js';
import { mayShowTogether, quartersShown, readable } from './for-readers.js';
import { pointOf, type MeasurePoint, type RoundResults } from './measure-points.js';
import { measuresOf, type Measure } from './measures.js';
import { headlineOf, sayChange, sayPoint } from './say-trends.js';

/** What a quarter is compiled from. */
export interface QuarterToCompile {
  /** Of the quarter's framework version. */
  definition: FrameworkDefinition;
  /** Closed rounds of the kind that were drawn from the whole register, from the earliest on; the last one is the quarter's. */
  rounds: readonly RoundResults[];
  /** What readers got in earlier quarters. */
  earlierForReaders: readonly CompiledQuarter[];
}

/** How far back a quarter looks: two years make one comparison of a year with a year. */
export const quartersLookedAt = 8;

/**
 * Compiles a quarter, once, when its routine or advice round closes: in full, and as all readers but lead and
 * moderator get it. Nothing is decided about it later; page, file and report print this.
 *
 * @throws RangeError when there is no round
 * @example compileQuarter({ definition, rounds, earlierForReaders: [] }).forReaders.measures[0]?.headline
 * // 'Overall, Good or better: no clear change'
 */
export function compileQuarter(input: QuarterToCompile): {
  full: CompiledQuarter;
  forReaders: CompiledQuarter;
} {
  const { definition, rounds } = input;
  const latest = rounds.at(-1);
  if (!latest) throw new RangeError('rounds must hold at least one');
  const measures = measuresOf(definition);
  const changes = new Map(changesOf(measures, rounds).map((change) => [change.key, change]));
  const compiled = measures.flatMap((measure) => {
    const change = changes.get(measure.key);
    return change ? [compileMeasure(measure, change, latest, input)] : [];
  });
  const { quarter, frameworkVersionId } = latest;
  const head = { frameworkKind: definition.kind, quarter, frameworkVersionId };
  return {
    full: { ...head, measures: compiled.map(({ full }) => full) },
    forReaders: { ...head, measures: compiled.map(({ forReaders }) => forReaders) },
  };
}

/**
 * A point as lead and moderator get it, and as all others do.
 *
 * @param rounds as for `pointOf`
 * @example printedPointsOf(measure, [round]).forReaders.sentence // 'Too few to show.'
 */
export function printedPointsOf(
  measure: Measure,
  rounds: readonly RoundResults[],
): { full: PrintedPoint; forReaders: PrintedPoint } {
  const found = pointOf(measure, rounds);
  const full = printed(found, rounds);
  const point = { ...full, ...readable(found.counts, full) };
  return { full, forReaders: { ...point, sentence: sayPoint(found.register, point) } };
}

function compileMeasure(
  measure: Measure,
  change: MeasureChange,
  latest: RoundResults,
  { rounds, earlierForReaders }: QuarterToCompile,
): { full: PrintedMeasure; forReaders: PrintedMeasure } {
  const { full: point, forReaders: shown } = printedPointsOf(measure, [latest]);
  const full = printedMeasure(measure, point, null, printedChange(change));
  const shownBefore = quartersShown(measure.key, earlierForReaders);
  const shownAlone = new Set(shown.share ? [...shownBefore, latest.quarter] : shownBefore);
  const sides = change.sides.later ? [change.sides.later, change.sides.earlier] : [];
  const isShown = sides.every((side) => mayShowTogether(measure, side, shownAlone));
  const pooled = shown.share ? null : yearForReaders(measure, rounds, shownAlone);
  const shownChange = isShown ? full.change : hiddenChange;
  return { full, forReaders: printedMeasure(measure, shown, pooled, shownChange) };
}

/** The four quarters up to the latest as one point, if they may be shown as that. */
function yearForReaders(
  measure: Measure,
  rounds: readonly RoundResults[],
  shownAlone: ReadonlySet<QuarterKey>,
): PrintedPoint | null {
  const { quarter: last, frameworkVersionId } = rounds.at(-1) as RoundResults;
  const year = rounds.filter(
    (round) =>
      round.quarter > quarterAfter(last, -4) && round.frameworkVersionId === frameworkVersionId,
  );
  return mayShowTogether(measure, year, shownAlone)
    ? printedPointsOf(measure, year).forReaders
    : null;
}

function printed(
  { quarters, counts, register }: MeasurePoint,
  rounds: readonly RoundResults[],
): PrintedPoint {
  const total = sum(rounds.flatMap(({ strata }) => strata.map((one) => one.populationSize)));
  const isAnswer =
    register.given && (register.interval !== null || register.withoutInterval === 'all-reviewed');
  const point = {
    ...{ quarters, frameworkVersionId: rounds[0]?.frameworkVersionId ?? '' },
    population: Math.round(total / quarters.length),
    base: { plans: counts.base, isExact: true },
    met: counts.items?.met ?? counts.met,
    counted: counts.items?.counted ?? null,
    share: isAnswer
      ? { estimate: register.estimate, interval: register.interval }
      : { estimate: null, interval: null },
    ...(counts.plans && { documents: { plans: counts.plans.base } }),
  };
  return { ...point, sentence: sayPoint(register, point) };
}

function printedMeasure(
  measure: Measure,
  point: PrintedPoint,
  pooled: PrintedPoint | null,
  change: PrintedChange,
): PrintedMeasure {
  const { key, kind, title, shortTitle, askedBy } = measure;
  const headline = headlineOf(measure, change.outcome, (pooled ?? point).share);
  return { key, kind, title, shortTitle, askedBy, headline, point, pooled, change };
}

const nothing = { later: [], earlier: [], difference: null, interval: null, changeThatShows: null };

const hiddenChange: PrintedChange = {
  ...{ outcome: 'none', ...nothing },
  sentence:
    'The change rests on quarters that are too few to show. Whole years are compared when the fourth quarter has closed.',
};

function printedChange(change: MeasureChange): PrintedChange {
  const { sides, comparison, changeThatShows } = change;
  const sentence = sayChange(change);
  if (sides.later === null || comparison === null || comparison.outcome === 'cannot-be-judged') {
    return { outcome: 'none', ...nothing, sentence };
  }
  return {
    outcome: comparison.outcome,
    later: sides.later.map(({ quarter }) => quarter),
    earlier: sides.earlier.map(({ quarter }) => quarter),
    difference: comparison.difference,
    interval: comparison.interval,
    changeThatShows,
    sentence,
  };
}
