import {
  compareEstimates,
  normalQuantile,
  type Comparison,
  type NoComparison,
  type PeriodEstimate,
} from '../statistics/index.js';
import { serviceEstimate, type PointEstimate, type RoundResults } from './measure-points.js';
import { measureKinds, type Measure } from './measures.js';
import { sidesOf, type Sides } from './sides.js';

/** The chance of claiming any change in a family of measures of which none has changed. */
export const falseClaims = 0.05;

/** The chance with which a change of the size `changeThatShows` is claimed. */
export const powerToShow = 0.8;

/** What may be said of the change of one measure. */
export interface MeasureChange {
  key: string;
  /** The quarters compared, or why there are none. */
  sides: Sides<RoundResults>;
  /** The estimates of both sides, without finite population correction; null without any. */
  earlier: number | null;
  later: number | null;
  /** Later minus earlier; null without quarters to compare or without an estimate of both sides. */
  comparison: Comparison | NoComparison | null;
  /** A true change of this size would be claimed four times in five; null without an interval. */
  changeThatShows: number | null;
  /** How many measures of its family were looked at together, which widens the interval. */
  together: number;
}

/**
 * What may be said of each measure's change, once for each quarter: the estimates of both sides
 * (`sidesOf`) are compared without finite population correction, because the statement is about how
 * plans are written and not about the plans of either register.
 *
 * Measures of one kind are read together. Holm's procedure (1979, Scand. J. Stat. 6:65) keeps the
 * chance that noise alone makes the page claim any change among them at 5%: the overall share alone,
 * the domains together, the indicators together. It is carried out on intervals: starting from
 * confidence 1 - 0.05/m, the confidence falls to 1 - 0.05/(m - r) while more than r intervals
 * exclude 0. All intervals of the family have the confidence at which it stops; so a change is
 * claimed exactly when the printed interval excludes 0. For the overall share that is 95%.
 *
 * @param rounds at least one, of one kind of framework, from the earliest on
 * @returns in the order of the measures
 * @example changesOf(measuresOf(definition), rounds)[0]?.comparison?.outcome // 'no-clear-change'
 */
export function changesOf(
  measures: readonly Measure[],
  rounds: readonly RoundResults[],
): MeasureChange[] {
  const sides = sidesOf(rounds);
  if (sides.later === null) return measures.map(({ key }) => notCompared(key, sides));
  const changes = measureKinds.flatMap((kind) =>
    changesOfFamily(
      measures.filter((measure) => measure.kind === kind),
      sides,
    ),
  );
  return measures.flatMap(({ key }) => changes.filter((change) => change.key === key));
}

type SidesToCompare = Exclude<Sides<RoundResults>, { later: null }>;

function changesOfFamily(family: readonly Measure[], sides: SidesToCompare): MeasureChange[] {
  const atLevel = (level: number) =>
    family.map((measure) => changeAt(measure, sides, 1 - falseClaims / level));
  let changes = atLevel(Math.max(1, family.length));
  // Those that could not be judged are no tests, and nothing is to be allowed for them.
  const tested = changes.filter(({ comparison }) => isJudged(comparison)).length;
  if (tested < family.length) changes = atLevel(Math.max(1, tested));
  const claimedIn = (found: readonly MeasureChange[]) =>
    found.filter(({ comparison }) => isClaimed(comparison)).length;
  for (let claimed = 1; claimed <= claimedIn(changes) && claimed < tested; claimed += 1) {
    changes = atLevel(tested - claimed);
  }
  return changes.map((change) => ({ ...change, together: tested }));
}

function changeAt(measure: Measure, sides: SidesToCompare, confidence: number): MeasureChange {
  const earlier = serviceEstimate(measure, sides.earlier, { confidence });
  const later = serviceEstimate(measure, sides.later, { confidence });
  const found = {
    key: measure.key,
    sides,
    earlier: earlier.given ? earlier.estimate : null,
    later: later.given ? later.estimate : null,
    together: 1,
  };
  if (!earlier.given || !later.given) return { ...found, comparison: null, changeThatShows: null };
  const comparison = compareEstimates(asPeriod(earlier), asPeriod(later), { confidence });
  return { ...found, comparison, changeThatShows: changeThatShows(comparison) };
}

function asPeriod(estimate: PointEstimate & { given: true }): PeriodEstimate {
  return estimate;
}

/** Half the interval's width shows every second time; so much more shows four times in five. */
function changeThatShows(comparison: Comparison | NoComparison): number | null {
  if (comparison.outcome === 'cannot-be-judged') return null;
  const { smallestDetectable, confidence } = comparison;
  return (
    smallestDetectable * (1 + normalQuantile(powerToShow) / normalQuantile((1 + confidence) / 2))
  );
}

function notCompared(key: string, sides: Sides<RoundResults>): MeasureChange {
  const nothing = { earlier: null, later: null, comparison: null, changeThatShows: null };
  return { key, sides, ...nothing, together: 1 };
}

function isJudged(comparison: MeasureChange['comparison']): comparison is Comparison {
  return comparison !== null && comparison.outcome !== 'cannot-be-judged';
}

function isClaimed(comparison: MeasureChange['comparison']): boolean {
  return isJudged(comparison) && comparison.outcome !== 'no-clear-change';
}
