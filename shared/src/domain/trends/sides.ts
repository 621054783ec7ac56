import { quarterAfter, type QuarterKey } from '../calendar/index.js';

/** A quarter and the framework version it was audited with. */
export interface QuarterOfVersion {
  quarter: QuarterKey;
  frameworkVersionId: string;
}

/** Two groups of quarters to compare, each from the earliest on. */
export type Sides<Round extends QuarterOfVersion> =
  | { later: Round[]; earlier: Round[]; isSameSeason: boolean }
  | { later: null; why: 'first-quarter' | 'framework-changed' };

/** At most a year on each side, so that no quarter is compared with itself. */
const mostQuarters = 4;

/**
 * Which quarters a claim of change rests on: the latest ones against the same quarters a year
 * before, as many as both years have, at most four. Plans differ by season, so a quarter counts
 * only where its counterpart is there. As long as the latest quarter has no counterpart it is
 * compared with the quarter before it. This is decided by which quarters are there and by nothing
 * that was found in them: choosing the comparison that shows most would claim changes out of noise.
 *
 * Quarters of another framework version take no part: nobody has said that both ask the same.
 *
 * @param rounds at least one, from the earliest on; the last one is the latest
 * @example sidesOf(eightQuarters) // the last four, the four before, isSameSeason: true
 */
export function sidesOf<Round extends QuarterOfVersion>(rounds: readonly Round[]): Sides<Round> {
  const latest = rounds.at(-1);
  if (!latest || rounds.length === 1) return { later: null, why: 'first-quarter' };
  const comparable = rounds.filter(
    ({ frameworkVersionId }) => frameworkVersionId === latest.frameworkVersionId,
  );
  const before = comparable.at(-2);
  if (!before) return { later: null, why: 'framework-changed' };
  const ofQuarter = new Map(comparable.map((round) => [round.quarter, round]));
  const pairs = Array.from({ length: mostQuarters }, (_, back) =>
    quarterAfter(latest.quarter, -back),
  ).flatMap((quarter) => {
    const later = ofQuarter.get(quarter);
    const earlier = ofQuarter.get(quarterAfter(quarter, -4));
    return later && earlier ? [{ later, earlier }] : [];
  });
  if (pairs[0]?.later !== latest)
    return { later: [latest], earlier: [before], isSameSeason: false };
  const inOrder = pairs.toReversed();
  return {
    later: inOrder.map(({ later }) => later),
    earlier: inOrder.map(({ earlier }) => earlier),
    isSameSeason: true,
  };
}
