import { binomialQuantile, sideOf } from '../numbers/index.js';
import { lengthOf, stretches, type Series } from './series.js';

/** Below this many useful observations the rules seldom find anything. */
const usefulFrom = 10;

/** What the Anhøj rules say about the runs around a centre line. */
export type RunsAnalysis =
  | {
      outcome: 'judged';
      /** periods, those without a value included */
      observations: number;
      /** values that do not lie on the centre line */
      useful: number;
      /** fewer than 10 useful values: the rules seldom find anything */
      isShort: boolean;
      longestRun: number;
      /** a longer run is unusual: round(log2(useful)) + 3 */
      longestRunAllowed: number;
      crossings: number;
      /** fewer crossings are unusual: the 5% quantile of Binomial(useful - 1, 1/2) */
      crossingsNeeded: number;
      /** the values do not vary by chance alone */
      signal: boolean;
    }
  | { outcome: 'cannotBeJudged'; reason: 'nothingOffTheCentre'; observations: number; useful: 0 };

/**
 * The two Anhøj rules: an unusually long run on one side of the centre line, or unusually few
 * crossings of it, says that something other than chance is at work. Values on the line and
 * missing values are left out.
 *
 * @param centre the median or mean, in the unit of the values; `null` when there is none
 * @see Anhøj & Olesen 2014, doi 10.1371/journal.pone.0113825; qicharts2 0.8.1
 * @example
 * runsAnalysis([5, 7, 4, 6, 3, 5, 6, 4, 9, 10, 11, 9, 10, 12, 9, 11, 10, 4, 6, 5], 6.5)
 * // longestRun 9 of 7 allowed, crossings 4 of 6 needed: signal true
 */
export function runsAnalysis(values: Series, centre: number | null): RunsAnalysis {
  const observations = values.length;
  const sides = values
    .map((value) => (value === null || centre === null ? 0 : sideOf(value, centre)))
    .filter((side) => side !== 0);
  const useful = sides.length;
  if (useful === 0) {
    return { outcome: 'cannotBeJudged', reason: 'nothingOffTheCentre', observations, useful };
  }
  const runs = stretches(sides);
  const longestRun = runs.reduce((longest, run) => Math.max(longest, lengthOf(run)), 0);
  const longestRunAllowed = Math.round(Math.log2(useful)) + 3;
  const crossings = runs.length - 1;
  const crossingsNeeded = binomialQuantile(0.05, useful - 1, 0.5);
  return {
    outcome: 'judged',
    observations,
    useful,
    isShort: useful < usefulFrom,
    longestRun,
    longestRunAllowed,
    crossings,
    crossingsNeeded,
    signal: longestRun > longestRunAllowed || crossings < crossingsNeeded,
  };
}
