import { quarterInWords } from '../calendar/index.js';
import {
  count,
  exactPercent,
  percent,
  percentRange,
  plans,
  points,
  sayComparison,
  tooFewToShow,
  type EstimateRefusal,
} from '../statistics/index.js';
import { falseClaims, type MeasureChange } from './changes.js';
import type { ChangeWord, PrintedBase, PrintedPoint } from './compiled-quarter.js';
import type { PointEstimate } from './measure-points.js';
import type { Measure } from './measures.js';

/** Why a sample gives no figure. */
const refusals: Readonly<Record<EstimateRefusal, string>> = {
  'stratum-not-sampled': 'no audit was completed',
  'single-unit-stratum': 'only one audit was completed',
  'nothing-applicable': 'it applied to none of the audited plans',
};

/**
 * What a point says about the plans on the register: with its interval and its base, or why there
 * is no figure.
 *
 * @param estimate of the register
 * @param point as it is printed
 * @example sayPoint(estimate, point)
 * // '60% (95% confidence interval 41% to 76%), from 30 audits, on a register of 1,500 plans.'
 */
export function sayPoint(
  estimate: PointEstimate,
  { share, base, met, counted, population, documents }: Omit<PrintedPoint, 'sentence'>,
): string {
  if (share === null || base === null) return `${capital(tooFewToShow)}.`;
  if (!estimate.given) {
    const why = refusals[estimate.reason];
    return `No share is given: ${documents ? why.replace('plans', 'documents') : why}.`;
  }
  const audits = sayBase(base, documents ?? null);
  const from =
    counted === null ? audits : `${count(met ?? 0)} of ${count(counted)} counted in ${audits}`;
  if (share.estimate === null) return `No share is given: too few to be sure of anything, ${from}.`;
  const figure = percent(share.estimate);
  if (share.interval === null) {
    const all = documents ? 'all documents of the' : 'all';
    return `${figure}, from ${from}: ${all} ${plans(population)} on the register were audited.`;
  }
  const confidence = `${exactPercent(estimate.confidence)} confidence interval`;
  return `${figure} (${confidence} ${percentRange(share.interval)}), from ${from}, on a register of ${plans(population)}.`;
}

/** "30 audits", "34 documents of 28 plans" */
function sayBase(
  { plans: audits, isExact }: PrintedBase,
  documents: { plans: number | null } | null,
): string {
  const one = documents ? 'document' : 'audit';
  const counted = `${isExact ? '' : 'at least '}${count(audits)} ${audits === 1 ? one : `${one}s`}`;
  const behind = documents?.plans ?? null;
  return behind === null ? counted : `${counted} of ${plans(behind)}`;
}

/** What may be said of a change, in a heading. */
export const changeInWords: Readonly<Record<Exclude<ChangeWord, 'none'>, string>> = {
  rise: 'a clear rise',
  fall: 'a clear fall',
  'no-clear-change': 'no clear change',
};

/**
 * A measure's heading: its title with the message.
 *
 * @example headlineOf(measure, 'rise', share) // 'Overall, Good or better: a clear rise'
 */
export function headlineOf(
  { title }: Measure,
  outcome: ChangeWord,
  share: PrintedPoint['share'],
): string {
  if (outcome !== 'none') return `${title}: ${changeInWords[outcome]}`;
  if (share === null) return `${title}: ${tooFewToShow}`;
  return share.estimate === null ? `${title}: no share` : `${title}: ${percent(share.estimate)}`;
}

/**
 * What may be said of a measure's change, which quarters it compares, and which change would have
 * shown.
 *
 * @example sayChange(change)
 * // '53% against 48%: no clear change (…). Compared are the latest 4 quarters with the same
 * // quarters a year before. A change of about 18 points would show four times in five.'
 */
export function sayChange(change: MeasureChange): string {
  const { sides, earlier, later, comparison, changeThatShows, together } = change;
  if (sides.later === null) {
    return sides.why === 'first-quarter'
      ? 'There is no earlier quarter of the last two years to compare with.'
      : 'Not compared with earlier quarters: they were audited with another version of the framework, and the two may not ask the same.';
  }
  if (comparison === null || earlier === null || later === null) {
    return 'No comparison: one side has no figure.';
  }
  const readTogether = { measures: together, confidence: 1 - falseClaims };
  const said = sayComparison({ earlier, later, comparison, readTogether });
  const shows =
    comparison.outcome === 'no-clear-change' && changeThatShows !== null
      ? ` A change of about ${points(changeThatShows)} would show four times in five.`
      : '';
  return `${said} ${saySides(sides)}${shows}`;
}

function saySides(sides: Exclude<MeasureChange['sides'], { later: null }>): string {
  const { later, earlier, isSameSeason } = sides;
  if (later.length > 1) {
    return `Compared are the latest ${later.length} quarters with the same quarters a year before.`;
  }
  const [last, first] = [later, earlier].map(([round]) => quarterInWords(round?.quarter ?? ''));
  const warning = isSameSeason ? '' : '; the seasons differ, and plans may differ with them';
  return `Compared are ${last ?? ''} and ${first ?? ''}${warning}.`;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
