import { calendarDayInWords, endOfLondonDay, londonDayOf } from '../calendar/index.js';
import type { RoundState } from '../programme/index.js';

/** What closing a round depends on. */
export interface RoundToClose {
  state: RoundState;
  /** YYYY-MM-DD: the last day for scorings. */
  dueOn: string;
}

/**
 * Why a round cannot be closed on a day. Its last day for scorings lasts to midnight in London, and
 * what is not closed by then counts as not completed for good.
 *
 * @param today YYYY-MM-DD, the day in London
 * @returns a sentence, or null when it can
 */
export function whyNotClosed({ state, dueOn }: RoundToClose, today: string): string | null {
  if (state === 'planned') {
    return 'The sample of this round has not been drawn, so there is nothing to close.';
  }
  if (state === 'closed') return 'This round is closed, for good.';
  if (today > dueOn) return null;
  const [due, from] = [dueOn, londonDayOf(endOfLondonDay(dueOn))].map(calendarDayInWords);
  return `Scorings of this round are due by ${due ?? ''}, so it can be closed from ${from ?? ''} on.`;
}

/**
 * What a round, or a stratum of it, has come to; numbers of plans. Where documents are audited,
 * `graded`, `partial` and `notCompleted` are numbers of these.
 */
export interface RoundCoverage {
  /** Plans that the draw took. */
  drawn: number;
  /** Plans withdrawn from the sample. */
  withdrawn: number;
  /** Places that a plan in reserve took. */
  replaced: number;
  /** Audits closed with an overall grade. */
  graded: number;
  /** Audits closed without one. */
  partial: number;
  /** Plans whose audit is not closed, those without an audit included. */
  notCompleted: number;
  /** Documents of the plans in the sample; null or left out where plans are audited. */
  documents?: number | null;
  /** Plans of which no document of the kind was asked for; as `documents`. */
  noneAsked?: number | null;
  /** Plans of which no document was entered, which are not audited; as `documents`. */
  noneEntered?: number | null;
}

/** The whole of a round from its strata. */
export function totalCoverage(strata: readonly RoundCoverage[]): RoundCoverage {
  const sum = (of: (stratum: RoundCoverage) => number) =>
    strata.reduce((total, stratum) => total + of(stratum), 0);
  return {
    drawn: sum(({ drawn }) => drawn),
    withdrawn: sum(({ withdrawn }) => withdrawn),
    replaced: sum(({ replaced }) => replaced),
    graded: sum(({ graded }) => graded),
    partial: sum(({ partial }) => partial),
    notCompleted: sum(({ notCompleted }) => notCompleted),
    ...(strata.some(({ documents }) => typeof documents === 'number') && {
      documents: sum(({ documents }) => documents ?? 0),
      noneAsked: sum(({ noneAsked }) => noneAsked ?? 0),
      noneEntered: sum(({ noneEntered }) => noneEntered ?? 0),
    }),
  };
}
