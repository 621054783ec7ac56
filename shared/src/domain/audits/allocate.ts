import type { QuarterKey } from '../calendar/index.js';
import type { UnallocatedReason } from './audit-words.js';

/** A scoring that needs an auditor. */
export interface ScoringToAllocate {
  id: string;
  agency: string;
  planId: string;
  /** How the register names the officer who keeps the plan. */
  officerRef: string | null;
  /** Who has, or had, another agency's scoring of the same audit. */
  auditorsElsewhere: readonly string[];
}

/** A person who may be given scorings. */
export interface AvailableAuditor {
  id: string;
  agency: string;
  /** How the register would name this person, had they kept a plan. */
  staffRef: string | null;
  /** Scorings they have and have not submitted, in all rounds. */
  openScorings: number;
}

/** A conflict of interest that somebody has declared. */
export interface DeclaredConflict {
  auditorId: string;
  planId: string;
}

export type Allocated =
  | { scoringId: string; auditorId: string }
  | { scoringId: string; auditorId: null; reason: UnallocatedReason };

/**
 * Gives each scoring to an auditor of its agency: the one with the fewest open scorings, of equals
 * the one whose account is the oldest. Nobody gets a plan they keep or declared a conflict for.
 *
 * @param scorings in the order in which they are to be given out
 * @param auditors with keys that sort by age (UUID version 7)
 * @returns one for each scoring, in the same order
 */
export function allocateScorings(
  scorings: readonly ScoringToAllocate[],
  auditors: readonly AvailableAuditor[],
  conflicts: readonly DeclaredConflict[],
): Allocated[] {
  const open = new Map(auditors.map(({ id, openScorings }) => [id, openScorings]));
  const load = ({ id }: AvailableAuditor) => open.get(id) ?? 0;
  const byAge = auditors.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return scorings.map((scoring): Allocated => {
    const ofAgency = byAge.filter(({ agency }) => agency === scoring.agency);
    const free = ofAgency.filter((auditor) => whyNot(auditor, scoring, conflicts) === null);
    const [first] = free.toSorted((a, b) => load(a) - load(b));
    if (!first) {
      const reason = ofAgency.length === 0 ? 'no-auditor' : 'every-auditor-conflicted';
      return { scoringId: scoring.id, auditorId: null, reason };
    }
    open.set(first.id, load(first) + 1);
    return { scoringId: scoring.id, auditorId: first.id };
  });
}

/**
 * Why an auditor must not have a scoring, as the lead reads it; null when they may.
 */
export function whyNot(
  auditor: Pick<AvailableAuditor, 'id' | 'agency' | 'staffRef'>,
  { agency, planId, officerRef, auditorsElsewhere }: Omit<ScoringToAllocate, 'id'>,
  conflicts: readonly DeclaredConflict[],
): string | null {
  if (auditor.agency !== agency) {
    return 'This person audits for another agency. Choose an auditor of the same agency';
  }
  if (officerRef !== null && officerRef === auditor.staffRef) {
    return 'This person keeps the plan and must not audit it. Choose another auditor';
  }
  // A person who has changed agency would know two agencies' grades.
  if (auditorsElsewhere.includes(auditor.id)) {
    return 'This person scores the audit for another agency. Choose another auditor';
  }
  const hasDeclared = conflicts.some(
    (conflict) => conflict.auditorId === auditor.id && conflict.planId === planId,
  );
  return hasDeclared
    ? 'This person has declared a conflict of interest for this plan. Choose another auditor'
    : null;
}

/**
 * The reference of an audit, which people quote.
 *
 * @param number from 1, within the quarter
 * @example auditReference('2026-27-Q2', 142) // 'AUD-2026-27-Q2-0142'
 */
export function auditReference(quarter: QuarterKey, number: number): string {
  return `AUD-${quarter}-${String(number).padStart(4, '0')}`;
}
