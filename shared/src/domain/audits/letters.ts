import { permanentNumbers } from '../statistics/index.js';

/** One agency's scoring, as far as its letter depends on it. */
export interface Rater {
  /** Key of the scoring, which moderators never learn. */
  scoringId: string;
  agency: string;
}

export interface LetteredRater extends Rater {
  /** A, B, C …; null where there is one rater, whose agency the framework tells anyhow. */
  letter: string | null;
}

/**
 * The raters of one criterion under the letters by which the moderator knows them, in their order.
 *
 * They are shuffled anew for each criterion. With letters that stay, the framework itself would
 * tell whose they are: which agencies score a criterion is no secret, and the one letter that two
 * criteria share is the one agency they share.
 *
 * @param seed the secret of the year, so that nobody can shuffle for themselves
 * @param criterion key
 * @returns the same for the same scorings, in whatever order they come
 */
export function letteredRaters(
  seed: string,
  criterion: string,
  raters: readonly Rater[],
): LetteredRater[] {
  const messages = raters.map(({ scoringId }) => `${scoringId}/${criterion}`);
  const numbers = permanentNumbers(seed, messages);
  return raters
    .map((rater, index) => ({ rater, position: numbers[index]?.position ?? '' }))
    .toSorted((a, b) => (a.position < b.position ? -1 : 1))
    .map(({ rater }, place) => ({
      ...rater,
      letter: raters.length === 1 ? null : String.fromCodePoint(FIRST + place),
    }));
}

const FIRST = 'A'.codePointAt(0) ?? 0;
