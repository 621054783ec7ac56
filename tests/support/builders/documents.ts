import type {
  AuditProgressResponse,
  FrameworkListResponse,
  PlanOfDocuments,
  RoundDocumentsResponse,
} from '@app/shared/contracts';
import { people, type Person } from '../people.js';
import type { Service } from '../service.js';
import type { Answer, Visitor } from '../visitor.js';
import { closeAudit, decideTheRest } from './moderation.js';
import { aDrawnRound, SUMMER, type Round, type RoundFields } from './round.js';
import { submitWhole, type FilledIn } from './scoring.js';

/** The documents of a round as they are answered. */
export type Documents = Pick<RoundDocumentsResponse, keyof RoundDocumentsResponse>;

/** The key of the newest version of the audit of some kind of advice. */
export async function adviceFramework(
  visitor: Visitor,
  kind: 'health-advice' | 'social-care-advice' = 'health-advice',
): Promise<string> {
  const { body } = await visitor.get<FrameworkListResponse>('/api/frameworks');
  const id = body.frameworks.find((framework) => framework.kind === kind)?.versions[0]?.id;
  if (!id) throw new Error(`the audit of ${kind} has no published version`);
  return id;
}

/** An advice round of this quarter, but for what the test is about. */
export const advice = (fields: RoundFields = {}): RoundFields => ({
  kind: 'advice',
  quarter: SUMMER,
  dueOn: '2026-09-30',
  sampleSize: 12,
  ...fields,
});

/** The advice round of this quarter with its sample; a quarter has one for each kind of advice. */
export async function aDrawnAdviceRound(ruth: Visitor, fields: RoundFields = {}): Promise<Round> {
  const frameworkVersionId = await adviceFramework(ruth);
  return aDrawnRound(ruth, advice({ frameworkVersionId, ...fields }));
}

/** A document as Ruth enters it, but for what the test is about. */
export const aDocument = (fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: 'Speech and language therapy advice',
  source: 'Community speech and language therapy',
  requestedOn: '2026-06-01',
  receivedOn: '2026-07-06',
  isNilReturn: false,
  ...fields,
});

export function enter(
  ruth: Visitor,
  roundId: string,
  planId: string,
  fields: Record<string, unknown> = {},
): Promise<Answer<Documents>> {
  return ruth.post(`/api/rounds/${roundId}/documents`, { ...aDocument(fields), planId });
}

export function mark(
  ruth: Visitor,
  roundId: string,
  planId: string,
  isNoneAsked: boolean,
): Promise<Answer<Documents>> {
  return ruth.put(`/api/rounds/${roundId}/plans-without-document`, { planId, isNoneAsked });
}

export async function documentsOf(ruth: Visitor, roundId: string): Promise<Documents> {
  const { status, body } = await ruth.get<Documents>(`/api/rounds/${roundId}/documents`);
  if (status !== 200) throw new Error(`no documents: ${JSON.stringify(body)}`);
  return body;
}

/** The plans of a round by their place in the draw. */
export async function plansOf(ruth: Visitor, roundId: string): Promise<PlanOfDocuments[]> {
  return (await documentsOf(ruth, roundId)).plans;
}

const auditors: Readonly<Record<string, Person>> = {
  education: people.dev,
  health: people.priya,
  'social-care': people.sam,
};

/** Whoever has its scorings scores a document, and Tom closes its audit. */
export async function closeDocument(
  service: Service,
  audit: AuditProgressResponse,
  filled: FilledIn = {},
): Promise<void> {
  for (const { id, agency } of audit.scorings) {
    const auditor = await service.signIn(auditors[agency.key] as Person);
    const swept = { 'nil-return': 'no', ...filled.swept };
    const answer = await submitWhole(auditor, id, agency.key, { ...filled, swept });
    if (answer.status !== 200) throw new Error(`not submitted: ${JSON.stringify(answer.body)}`);
  }
  const tom = await service.signIn(people.tom);
  await decideTheRest(tom, audit.id);
  const { status, body } = await closeAudit(tom, audit.id);
  if (status !== 200) throw new Error(`not closed: ${JSON.stringify(body)}`);
}
