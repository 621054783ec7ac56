import type { Grade } from '../frameworks/index.js';
import { rankOf, type Outcome } from './score-audit.js';

/**
 * The grade proposed to the moderator: the median of the grades given, the lower of the two in the
 * middle. One grade proposes itself, and the lead agency has no extra vote.
 *
 * @param outcomes of the agencies that scored the criterion; what is no grade has no vote
 * @returns null when nobody gave a grade: the moderator grades it or records "cannot tell"
 * @example proposeGrade(['good', 'inadequate'], grades) // 'inadequate'
 */
export function proposeGrade(
  outcomes: readonly Outcome[],
  grades: readonly Grade[],
): string | null {
  const ranks = ranksOf(outcomes, grades);
  const middle = ranks[Math.floor(ranks.length / 2)];
  return middle === undefined ? null : (grades[middle]?.key ?? null);
}

/**
 * What stands for a criterion that nobody decides: the proposed grade, or "not applicable" where
 * every agency left it out, which the framework lets them do.
 *
 * @returns null when nobody gave a grade: the moderator grades it or records "cannot tell"
 * @example proposedOutcome(['not-applicable', 'not-applicable'], grades) // 'not-applicable'
 */
export function proposedOutcome(outcomes: readonly Outcome[], grades: readonly Grade[]): Outcome {
  const isLeftOut =
    outcomes.length > 0 && outcomes.every((outcome) => outcome === 'not-applicable');
  return isLeftOut ? 'not-applicable' : proposeGrade(outcomes, grades);
}

/**
 * How many steps of the scale lie between the best and the worst grade given; 0 for one or none.
 *
 * @example gradesApart(['outstanding', 'good', null], grades) // 1
 */
export function gradesApart(outcomes: readonly Outcome[], grades: readonly Grade[]): number {
  const ranks = ranksOf(outcomes, grades);
  return ranks.length < 2 ? 0 : (ranks.at(-1) ?? 0) - (ranks[0] ?? 0);
}

/** Grades this far apart need a reason from the moderator and put the audit in the queue. */
export const farApart = 2;

/**
 * A reason is asked of the moderator who departs from the proposal, and where grades lie far apart.
 *
 * @param agreed what the moderator records
 */
export function needsReason(
  agreed: Outcome,
  outcomes: readonly Outcome[],
  grades: readonly Grade[],
): boolean {
  const proposed = proposedOutcome(outcomes, grades);
  const departs = proposed !== null && agreed !== proposed;
  return departs || gradesApart(outcomes, grades) >= farApart;
}

/** Whether the audit cannot be closed before the moderator has recorded something for a criterion. */
export function mustBeDecided(outcomes: readonly Outcome[], grades: readonly Grade[]): boolean {
  const isFarApart = gradesApart(outcomes, grades) >= farApart;
  return isFarApart || proposedOutcome(outcomes, grades) === null;
}

/** From the best grade given to the worst. */
function ranksOf(outcomes: readonly Outcome[], grades: readonly Grade[]): number[] {
  return outcomes
    .filter((outcome) => grades.some(({ key }) => key === outcome))
    .map((outcome) => rankOf(String(outcome), grades))
    .toSorted((a, b) => a - b);
}
