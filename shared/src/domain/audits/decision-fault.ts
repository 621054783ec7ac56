import type { FrameworkDefinition } from '../frameworks/index.js';
import type { ProblemError } from '../problems/index.js';
import { outcomesOpen, type ModeratedCriterion } from './moderate.js';
import { farApart, needsReason } from './propose-grade.js';

/** What the moderator wants to record for a criterion. */
export interface DecisionWanted {
  outcome: string;
  reason: string | null;
}

/**
 * What is wrong with a decision on one criterion.
 *
 * @returns null when it can be recorded
 */
export function decisionFault(
  { criterion, applies, because, given, apart }: ModeratedCriterion,
  { outcome, reason }: DecisionWanted,
  definition: FrameworkDefinition,
): ProblemError | null {
  if (!applies) {
    const message = `“${criterion.title}” does not apply: ${because ?? ''} Correct the profile if it should`;
    return { path: 'outcome', message };
  }
  if (!outcomesOpen(criterion, definition).includes(outcome)) {
    const message =
      outcome === 'not-applicable'
        ? `“${criterion.title}” cannot be left out. Grade it, or record that you cannot tell`
        : 'Choose a grade of the scale, or record that you cannot tell';
    return { path: 'outcome', message };
  }
  const outcomes = given.map((one) => one.outcome);
  if (reason !== null || !needsReason(outcome, outcomes, definition.scale.grades)) return null;
  const message =
    apart >= farApart
      ? 'Give your reason: the grades lie two or more apart'
      : 'Give your reason: your decision is not what is proposed';
  return { path: 'reason', message };
}
