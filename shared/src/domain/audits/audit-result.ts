import { rankOf, type Outcome } from './score-audit.js';
import type { FieldValue, Grade } from '../frameworks/index.js';
import type { FilterKeys, RoundKind, StratumKey } from '../programme/index.js';

/** graded: it has an overall grade; partial: too little could be graded for one. */
export const resultStatuses = ['graded', 'partial'] as const;
export type ResultStatus = (typeof resultStatuses)[number];

/**
 * What stands for one criterion in a result, as a number that no change of labels touches:
 * 1 for the lowest grade and upward, 0 not applicable, -1 cannot tell, null not scored.
 */
export type ResultGrade = number | null;

/** One closed audit, frozen: all that trends, reports and exports read of it. */
export interface AuditResult extends FilterKeys {
  auditId: string;
  reference: string;
  /** The plan of an audited document, by whose key its documents hang together; null where the plan itself was audited. */
  documentPlanId?: string | null;
  frameworkVersionId: string;
  /** Key of what is audited; results of two kinds are never pooled. */
  frameworkKind: string;
  /** Of the round, whatever the day the audit closed. */
  quarter: string;
  roundId: string;
  roundKind: RoundKind;
  /** Of the draw: the stratum, how many plans it held and how many were drawn from it. */
  stratum: StratumKey;
  stratumPopulation: number;
  stratumSampleSize: number;
  /** YYYY-MM-DD in London. */
  closedOn: string;
  /** Keys of the agencies that submitted. */
  agencies: readonly string[];
  status: ResultStatus;
  /** In the order of the version's criteria. */
  agreedGrades: readonly ResultGrade[];
  /** The same by agency, as submitted. */
  agencyGrades: Readonly<Record<string, readonly ResultGrade[]>>;
  /** In the order of the version's domains, two decimals; null for a domain with nothing graded. */
  domainScores: readonly (number | null)[];
  domainGrades: readonly (number | null)[];
  /** Null when partial, as the three below. */
  overallScore: number | null;
  calculatedGrade: number | null;
  /** Keys of the caps that applied. */
  capsApplied: readonly string[];
  /** What the audit closed with: after caps and the moderator's step. */
  finalGrade: number | null;
  /** Counted facts of all agencies, by key. */
  facts: Readonly<Record<string, FieldValue>>;
  /** The profile that applicability was read from: register, sweep and derived fields, by key. */
  profile: Readonly<Record<string, FieldValue>>;
}

/**
 * @example gradeNumber('good', grades) // 3 on a scale of four
 * @throws RangeError when the outcome is neither a grade of the scale nor one of the others
 */
export function gradeNumber(outcome: Outcome, grades: readonly Grade[]): ResultGrade {
  if (outcome === null) return null;
  if (outcome === 'not-applicable') return 0;
  if (outcome === 'cannot-tell') return -1;
  return grades.length - rankOf(outcome, grades);
}

/** The outcome that a number of a result stands for; the other way round of `gradeNumber`. */
export function outcomeOfNumber(number: ResultGrade, grades: readonly Grade[]): Outcome {
  if (number === null) return null;
  if (number === 0) return 'not-applicable';
  if (number === -1) return 'cannot-tell';
  const grade = grades[grades.length - number];
  if (!grade) throw new RangeError(`${number} is no grade of the scale`);
  return grade.key;
}
