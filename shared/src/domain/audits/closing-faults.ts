import type { FrameworkDefinition } from '../frameworks/index.js';
import type { ProblemError } from '../problems/index.js';
import { feedbackPoints, pointsOpen, whyNoPoints, type PlanOrigin } from './feedback-points.js';
import { gradesOpenTo } from './final-grade.js';
import { waitsForDecision, type ModeratedAudit } from './moderate.js';
import type { ModerationTrigger } from './moderation-triggers.js';
import type { AuditScore } from './score-audit.js';

/** How the moderator wants to close an audit. */
export interface ClosingWanted {
  /** In one act, without a decision of their own. */
  asProposed: boolean;
  /** Key; null: the capped grade, or none where too little is graded. */
  finalGrade: string | null;
  finalGradeReason: string | null;
  /** Keys of criteria; null: those that are proposed. */
  feedbackPoints: readonly string[] | null;
}

/** An audit that is about to be closed. */
export interface AuditToClose {
  definition: FrameworkDefinition;
  plan: PlanOrigin;
  audit: ModeratedAudit;
  triggers: readonly ModerationTrigger[];
  /** Whether the moderator decided or corrected anything. */
  isTouched: boolean;
}

/** An audit that nothing speaks against may be accepted as proposed, unless the moderator began to decide. */
export function mayBeAccepted({
  triggers,
  isTouched,
}: Pick<AuditToClose, 'triggers' | 'isTouched'>): boolean {
  return triggers.length === 0 && !isTouched;
}

/**
 * Everything that stops an audit from being closed as wanted.
 *
 * @returns empty when it may be closed
 */
export function closingFaults(closing: AuditToClose, wanted: ClosingWanted): ProblemError[] {
  const undecided = wanted.asProposed ? notAccepted(closing) : toDecide(closing);
  if (undecided.length > 0) return undecided;
  return [...finalGradeFaults(closing, wanted), ...feedbackFaults(closing, wanted.feedbackPoints)];
}

function notAccepted(closing: AuditToClose): ProblemError[] {
  if (mayBeAccepted(closing)) return [];
  const message = closing.isTouched
    ? 'You have decided on a criterion or corrected the profile, so close the audit as moderated'
    : 'There are reasons to moderate this audit, so it cannot be accepted as proposed';
  return [{ path: 'asProposed', message }];
}

function toDecide({ audit }: AuditToClose): ProblemError[] {
  return audit.criteria.filter(waitsForDecision).map(({ criterion, proposal }) => ({
    path: `criteria.${criterion.key}`,
    message:
      proposal === null
        ? `Decide on “${criterion.title}”: nobody gave a grade`
        : `Decide on “${criterion.title}”: grades lie two or more apart`,
  }));
}

function finalGradeFaults(
  { definition, audit }: AuditToClose,
  wanted: ClosingWanted,
): ProblemError[] {
  const { finalGrade, finalGradeReason, asProposed } = wanted;
  const { overall } = audit.score;
  if (finalGrade === null || finalGrade === overall?.cappedGrade) return [];
  if (!overall) {
    const message = 'Too little is graded for an overall grade. Close the audit without one';
    return [{ path: 'finalGrade', message }];
  }
  if (asProposed) {
    const message = 'Accepted as proposed, the audit has the grade that was worked out';
    return [{ path: 'finalGrade', message }];
  }
  if (!finalGradesOpen(overall, definition).includes(finalGrade)) {
    const message =
      'Choose the grade that was worked out or one beside it, and none above what a cap leaves';
    return [{ path: 'finalGrade', message }];
  }
  if (finalGradeReason !== null) return [];
  return [{ path: 'finalGradeReason', message: 'Say why the grade is not the one worked out' }];
}

/** The overall grades that the moderator may settle on, from the best to the worst. */
export function finalGradesOpen(
  { cappedGrade, capsApplied }: NonNullable<AuditScore['overall']>,
  { scale }: FrameworkDefinition,
): string[] {
  const ceilings = capsApplied.map(({ ceiling }) => ceiling);
  return gradesOpenTo(cappedGrade, ceilings, scale.grades);
}

/** Points are swapped, never dropped: what is weak is not kept from the plan's writer. */
function feedbackFaults(
  { definition, plan, audit }: AuditToClose,
  wanted: readonly string[] | null,
): ProblemError[] {
  if (wanted === null) return [];
  const path = 'feedbackPoints';
  const none = whyNoPoints(plan);
  if (none !== null) {
    return wanted.length === 0 ? [] : [{ path, message: `No feedback points: ${none}` }];
  }
  const open = pointsOpen(definition, audit.agreed);
  if (!wanted.every((key) => open.includes(key))) {
    const message =
      'Choose feedback points among the criteria below the grade that meets the standard';
    return [{ path, message }];
  }
  const { length } = feedbackPoints(definition, audit.agreed, plan);
  if (wanted.length === length) return [];
  return [{ path, message: `Choose ${length} feedback ${length === 1 ? 'point' : 'points'}` }];
}

/** The points that an audit closes with, in the order of the rule. */
export function pointsClosedWith(
  { definition, plan, audit }: Pick<AuditToClose, 'definition' | 'plan' | 'audit'>,
  wanted: readonly string[] | null,
): string[] {
  if (wanted === null) return feedbackPoints(definition, audit.agreed, plan);
  return pointsOpen(definition, audit.agreed).filter((key) => wanted.includes(key));
}
