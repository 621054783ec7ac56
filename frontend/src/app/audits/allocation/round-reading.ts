import type {
  AuditListResponse,
  AuditProgressResponse,
  ScoringProgressResponse,
} from '@app/shared/contracts';

/** A scoring of the round with the audit it belongs to. */
export interface FoundScoring {
  audit: AuditProgressResponse;
  scoring: ScoringProgressResponse;
}

export function findScoring(list: AuditListResponse, id: string): FoundScoring | null {
  for (const audit of list.audits) {
    const scoring = audit.scorings.find((one) => one.id === id);
    if (scoring) return { audit, scoring };
  }
  return null;
}

export function roundAddress(round: string): string {
  return `/programme/rounds/${round}/audits`;
}
