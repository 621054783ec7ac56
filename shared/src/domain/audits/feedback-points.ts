import type { Criterion, FrameworkDefinition } from '../frameworks/index.js';
import { moderationLimits } from './audit-words.js';
import { rankOf, type Outcome, type Outcomes } from './score-audit.js';

/** What of the register decides whether a plan's writer gets points. */
export interface PlanOrigin {
  isTransferredIn: boolean;
  isTribunalOrdered: boolean;
}

/**
 * Why a plan's writer gets no points, whatever was agreed: they did not choose its words.
 *
 * @returns null where they do
 */
export function whyNoPoints({ isTransferredIn, isTribunalOrdered }: PlanOrigin): string | null {
  if (isTransferredIn) {
    return 'The plan was transferred in, so another authority wrote it.';
  }
  return isTribunalOrdered ? 'The Tribunal ordered the plan, so its words are not ours.' : null;
}

/**
 * Every criterion that could be a point of feedback: its agreed grade is below the meeting grade.
 * Critical ones at the lowest grade come first, then the criterion's own weight times the steps
 * below the meeting grade, then the order of the framework.
 *
 * @returns keys, the weightiest first
 */
export function pointsOpen({ domains, scale }: FrameworkDefinition, agreed: Outcomes): string[] {
  const { grades, meetsFrom } = scale;
  const meeting = rankOf(meetsFrom, grades);
  const stepsBelow = ({ key }: Criterion) => {
    const outcome: Outcome = agreed[key] ?? null;
    const isGrade = grades.some((grade) => grade.key === outcome);
    return isGrade ? rankOf(String(outcome), grades) - meeting : 0;
  };
  const isFailing = ({ key, critical }: Criterion) =>
    critical && agreed[key] === grades.at(-1)?.key;
  const weightOf = (criterion: Criterion) => criterion.weight * stepsBelow(criterion);
  return domains
    .flatMap(({ criteria }) => criteria)
    .filter((criterion) => stepsBelow(criterion) > 0)
    .toSorted((a, b) => Number(isFailing(b)) - Number(isFailing(a)) || weightOf(b) - weightOf(a))
    .map(({ key }) => key);
}

/**
 * The points that are proposed to the moderator, three at most.
 *
 * @example feedbackPoints(definition, { 'voice-own-words': 'inadequate' }, plan) // ['voice-own-words']
 */
export function feedbackPoints(
  definition: FrameworkDefinition,
  agreed: Outcomes,
  plan: PlanOrigin,
): string[] {
  if (whyNoPoints(plan) !== null) return [];
  return pointsOpen(definition, agreed).slice(0, moderationLimits.feedbackPointsMax);
}
