import type { FeedbackResponse } from '@app/shared/contracts';
import {
  AuditClosed,
  FrameworkRepository,
  Transactions,
  type AgencyEvidence,
  type ClosedAudit,
} from '@app/backend/testing';
import type { Outcomes, RegisterPlan } from '@app/shared/domain';
import type { Service } from '../service.js';
import type { Visitor } from '../visitor.js';
import { openTheYear } from './round.js';
import { anAudit } from './scoring.js';

/** What an audit closed with, as far as its feedback asks; everything else is dull. */
export interface FedBack {
  officerRef?: string | null;
  team?: string | null;
  isTransferredIn?: boolean;
  isTribunalOrdered?: boolean;
  /** Number of the final grade, 1 for the lowest; null closes the audit partial. */
  finalGrade?: number | null;
  agreed?: Outcomes;
  points?: string[];
  evidence?: AgencyEvidence[];
  strengthLines?: ClosedAudit['strengthLines'];
}

/** Two points and their evidence, of a plan that is good otherwise. */
const usual = {
  agreed: {
    ...{ 'voice-own-words': 'good', 'family-views': 'outstanding' },
    ...{ 'needs-complete': 'inadequate', 'outcomes-smart': 'requires-improvement' },
  },
  points: ['needs-complete', 'outcomes-smart'],
  evidence: [
    {
      ...{ criterion: 'needs-complete', agency: 'education', sections: ['B' as const] },
      evidence: 'Section B leaves out the sleep that the parents describe.',
    },
    {
      ...{ criterion: 'outcomes-smart', agency: 'health', sections: ['E' as const] },
      evidence: 'Outcomes 2 and 3 have no date.',
    },
  ],
  strengthLines: [
    { domain: 'family', agency: 'education', line: 'The parents speak for themselves throughout.' },
  ],
};

/**
 * Closes an audit that nobody else has, straight at the moment of closing, and gives the key of its
 * feedback. How an audit gets there is moderation's.
 */
export async function aFeedback(service: Service, fedBack: FedBack = {}): Promise<string> {
  const closed = await anAuditClosing(service, fedBack);
  await announce(service, closed);
  const [found] = await service.database.asOwner<{ id: string }>(
    'SELECT id FROM feedback WHERE audit_id = $1',
    [closed.result.auditId],
  );
  if (!found) throw new Error(`${closed.result.reference} has no feedback`);
  return found.id;
}

export function announce({ app }: Service, closed: ClosedAudit): Promise<void> {
  return app.get(Transactions).run((manager) => app.get(AuditClosed).announce(closed, manager));
}

interface StoredAudit {
  quarter: string;
  round_id: string;
  framework_version_id: string;
  plan_id: string;
  register_facts: RegisterPlan;
}

/** An audit that nobody else has, at the moment at which moderation would close it. */
export async function anAuditClosing(
  service: Service,
  fedBack: FedBack = {},
): Promise<ClosedAudit> {
  const { id, reference } = await anAudit(service, await openTheYear(service));
  const [audit] = await service.database.asOwner<StoredAudit & Record<string, unknown>>(
    'SELECT quarter, round_id, framework_version_id, plan_id, register_facts FROM audits WHERE id = $1',
    [id],
  );
  if (!audit) throw new Error(`${reference} is not there`);
  const { definition } = await service.app
    .get(FrameworkRepository)
    .version(audit.framework_version_id);
  const { officerRef = 'SO-014', team = 'North', finalGrade = 2, ...more } = fedBack;
  const { isTransferredIn = false, isTribunalOrdered = false } = more;
  const marks = { officerRef, team, isTransferredIn, isTribunalOrdered };
  const { quarter, round_id: roundId, framework_version_id: frameworkVersionId } = audit;
  const { kind: frameworkKind } = definition;
  return {
    result: {
      ...nothingCounted,
      ...{
        auditId: id,
        reference,
        quarter,
        roundId,
        frameworkVersionId,
        frameworkKind,
        finalGrade,
      },
      status: finalGrade === null ? 'partial' : 'graded',
    },
    documentTitle: null,
    planId: audit.plan_id,
    registerFacts: { ...audit.register_facts, ...marks },
    definition,
    closedAt: service.clock.now(),
    agreed: more.agreed ?? usual.agreed,
    feedbackPoints: more.points ?? usual.points,
    evidence: more.evidence ?? usual.evidence,
    strengthLines: more.strengthLines ?? usual.strengthLines,
  };
}

/** Of a result, what feedback does not look at. */
const nothingCounted = {
  ...{ roundKind: 'theme', stratum: 'primary-mainstream', stratumPopulation: 0 },
  ...{ stratumSampleSize: 0, closedOn: '2026-09-15', agencies: [], agreedGrades: [] },
  ...{ agencyGrades: {}, domainScores: [], domainGrades: [], overallScore: null },
  ...{ calculatedGrade: null, capsApplied: [], facts: {}, profile: {}, localAuthority: '' },
  ...{ phase: 'primary', settingGroup: 'mainstream', primaryNeed: null, isLookedAfter: false },
  ...{ team: null, yearGroup: null },
} as unknown as ClosedAudit['result'];

export async function readFeedback(visitor: Visitor, id: string): Promise<FeedbackResponse> {
  const { status, body } = await visitor.get<FeedbackResponse>(`/api/feedback/${id}`);
  if (status !== 200) throw new Error(`no feedback: ${JSON.stringify(body)}`);
  return body;
}

export const replyTo = (visitor: Visitor, id: string, criterion: string, reply: object) =>
  visitor.put(`/api/feedback/${id}/replies/${criterion}`, { seenVersion: 0, ...reply });
