import type {
  AllocationResponse,
  AuditListResponse,
  AuditProgressResponse,
  DocumentCounts,
  ScoringProgressResponse,
} from '@app/shared/contracts';
import {
  scoringProgresses,
  scoringProgressTitle,
  scoringWithdrawalReasonTitle,
  unallocatedReasonTitle,
  type ScoringProgress,
} from '@app/shared/domain';
import type { Choice } from '../../components/choice';
import { counted } from '../../platform/counted';

export interface Agency {
  key: string;
  title: string;
}

/** How far one agency is with the whole round. */
export interface AgencyCounts extends Agency {
  total: number;
  counts: Record<ScoringProgress, number>;
}

/** What the list may be narrowed to; an empty word is everything. */
export interface AuditFilter {
  agency: string;
  progress: string;
  auditor: string;
}

export const progressChoices: readonly Choice[] = [
  ...scoringProgresses.map((progress) => ({
    value: progress,
    label: scoringProgressTitle[progress],
  })),
  { value: 'no-auditor', label: 'No auditor yet' },
  { value: 'due', label: 'Past the due date, not submitted' },
];

/** The agencies of the round, in the order in which the audits have them. */
export function agenciesOf({ audits }: AuditListResponse): Agency[] {
  const all = new Map(
    audits.flatMap(({ scorings }) => scorings.map((one) => [one.agency.key, one.agency])),
  );
  return [...all.values()];
}

export function countsOf(list: AuditListResponse): AgencyCounts[] {
  const scorings = list.audits.flatMap((audit) => audit.scorings);
  return agenciesOf(list).map((agency) => {
    const own = scorings.filter((scoring) => scoring.agency.key === agency.key);
    const counted = scoringProgresses.map(
      (progress) => [progress, own.filter((one) => one.progress === progress).length] as const,
    );
    const counts = Object.fromEntries(counted) as Record<ScoringProgress, number>;
    return { ...agency, total: own.length, counts };
  });
}

/** The audits of which at least one scoring fits all that was chosen. */
export function filteredAudits(
  list: AuditListResponse,
  filter: AuditFilter,
): AuditProgressResponse[] {
  return list.audits.filter((audit) =>
    audit.scorings.some(
      (scoring) =>
        (filter.agency === '' || scoring.agency.key === filter.agency) &&
        (filter.auditor === '' || scoring.auditor?.id === filter.auditor) &&
        (filter.progress === '' || isAt(audit, scoring, filter.progress)),
    ),
  );
}

function isAt(
  audit: AuditProgressResponse,
  scoring: ScoringProgressResponse,
  progress: string,
): boolean {
  const isOpen = scoring.progress === 'not-started' || scoring.progress === 'in-progress';
  if (progress === 'no-auditor') return isOpen && scoring.auditor === null;
  if (progress === 'due') return isOpen && audit.isDue;
  return scoring.progress === progress;
}

/** Why nobody scores, or why it counts no more; null where neither is so. */
export function noteOf(scoring: ScoringProgressResponse): string | null {
  if (scoring.withdrawnBecause) return scoringWithdrawalReasonTitle[scoring.withdrawnBecause];
  return scoring.unallocatedBecause && unallocatedReasonTitle[scoring.unallocatedBecause];
}

/** "34 documents of 28 plans. 2 plans with no document entered are not audited." */
export function documentsInWords(counts: DocumentCounts): string {
  const { plans, documents, plansNoneAsked, plansNoneEntered } = counts;
  const withDocuments = plans - plansNoneAsked - plansNoneEntered;
  const has = counted(withDocuments, 'plan', 'plans');
  const missing =
    plansNoneEntered === 0
      ? ''
      : ` ${counted(plansNoneEntered, 'plan with no document entered is', 'plans with no document entered are')} not audited.`;
  return `${counted(documents, 'document', 'documents')} of ${has}.${missing}`;
}

/** "12 audits made, 36 scorings allocated, 2 scorings have nobody yet" */
export function allocationInWords(allocation: AllocationResponse): string {
  const { auditsMade, scoringsAllocated, unallocated } = allocation;
  const left = unallocated.length;
  return [
    counted(auditsMade, 'audit made', 'audits made'),
    counted(scoringsAllocated, 'scoring allocated', 'scorings allocated'),
    left === 0
      ? 'nobody is missing'
      : counted(left, 'scoring has nobody yet', 'scorings have nobody yet'),
  ].join(', ');
}
