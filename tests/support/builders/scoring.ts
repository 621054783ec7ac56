import type {
  AnswerResponse,
  AuditListResponse,
  AuditProgressResponse,
  RoundResponse,
  ScoringForm,
  ScoringProgressResponse,
  ScoringResponse,
} from '@app/shared/contracts';
import { answersOf, sweepFields, type ScoredParts } from '@app/shared/domain';
import { people } from '../people.js';
import type { Service } from '../service.js';
import type { Answer, RequestOptions, Visitor } from '../visitor.js';
import { aDrawnRound, theme } from './round.js';

/** One answer as a page would send it. */
export interface SentAnswer {
  kind: string;
  key: string;
  value: unknown;
  evidence?: string;
  sections?: string[];
  seenVersion: number;
}

/** Scorings that a test may have, of rounds that were allocated for tests alone. */
const unused = new WeakMap<Service, AuditProgressResponse[]>();

/** A theme round of this quarter, drawn and allocated. */
export async function anAllocatedRound(
  ruth: Visitor,
  fields: Record<string, unknown> = {},
): Promise<RoundResponse> {
  const round = await aDrawnRound(ruth, theme(fields));
  await allocate(ruth, round.id);
  return round;
}

export async function allocate(ruth: Visitor, roundId: string, options?: RequestOptions) {
  const answer = await ruth.post(`/api/rounds/${roundId}/allocation`, undefined, options);
  if (answer.status !== 200) throw new Error(`not allocated: ${JSON.stringify(answer.body)}`);
  return answer;
}

export async function progressOf(ruth: Visitor, roundId: string): Promise<AuditListResponse> {
  const { body } = await ruth.get<AuditListResponse>(`/api/rounds/${roundId}/audits`);
  return body;
}

/** An audit that no other test has, with a scoring for each of Dev, Priya and Sam. */
export async function anAudit(service: Service, lead?: Visitor): Promise<AuditProgressResponse> {
  const left = unused.get(service) ?? [];
  if (left.length === 0) {
    const ruth = lead ?? (await service.signIn(people.ruth));
    const { id } = await anAllocatedRound(ruth, { sampleSize: 150 });
    left.push(...(await progressOf(ruth, id)).audits);
  }
  unused.set(service, left);
  return left.pop() as AuditProgressResponse;
}

export function scoringOf(audit: AuditProgressResponse, agency: string): ScoringProgressResponse {
  const found = audit.scorings.find((scoring) => scoring.agency.key === agency);
  if (!found) throw new Error(`${audit.reference} has no scoring of ${agency}`);
  return found;
}

export async function readScoring(auditor: Visitor, id: string): Promise<ScoringResponse> {
  const { status, body } = await auditor.get<ScoringResponse>(`/api/scorings/${id}`);
  if (status !== 200) throw new Error(`no scoring: ${JSON.stringify(body)}`);
  return body;
}

export async function formOf(auditor: Visitor, id: string): Promise<ScoringForm> {
  const { form } = await readScoring(auditor, id);
  if (!form) throw new Error('the scoring has not been opened');
  return form;
}

/** Declares that there is no conflict, which opens the form. */
export async function open(auditor: Visitor, id: string): Promise<ScoringForm> {
  const { version, declaredAt } = await readScoring(auditor, id);
  if (declaredAt === null) {
    await auditor.post(`/api/scorings/${id}/declaration`, { conflict: 'none', version });
  }
  return formOf(auditor, id);
}

/** The answer a page has for a question, as the form gave it. */
export function answerIn(form: ScoringForm, kind: string, key: string): AnswerResponse | undefined {
  return form.answers.find((answer) => answer.kind === kind && answer.key === key);
}

export function save(
  auditor: Visitor,
  id: string,
  { kind, key, ...answer }: SentAnswer,
  options?: RequestOptions,
): Promise<Answer> {
  return auditor.put(`/api/scorings/${id}/answers/${kind}/${key}`, answer, options);
}

export interface FilledIn {
  grade?: string;
  /** On every criterion, and with it on every line. */
  evidence?: string;
  /** Outcomes that are not that grade, by criterion. */
  outcomes?: Readonly<Record<string, string>>;
  /** Answers to the sweep that are not "yes", by field. */
  swept?: Readonly<Record<string, string>>;
}

/** Every question of the form answered, so that nothing stops the submission. */
export function everyAnswer(
  form: ScoringForm,
  agency: string,
  { grade = 'good', evidence = 'Section B says so.', outcomes = {}, swept = {} }: FilledIn = {},
): SentAnswer[] {
  const seen = (kind: string, key: string) => answerIn(form, kind, key)?.version ?? 0;
  const answer = (kind: string, key: string, value: unknown): SentAnswer => ({
    ...{ kind, key, value },
    seenVersion: seen(kind, key),
  });
  const parts = form as unknown as ScoredParts;
  const questions = sweepFields(parts, agency).flatMap(({ key, type }) =>
    type === 'yes-no-unclear' || swept[key] !== undefined
      ? [answer('sweep', key, swept[key] ?? 'yes')]
      : [],
  );
  const graded = form.domains
    .flatMap(({ criteria }) => criteria)
    .map(({ key }) => ({
      ...answer('criterion', key, outcomes[key] ?? grade),
      ...{ evidence, sections: ['B'] },
    }));
  const strengths = form.domains.map(({ key }) => answer('strength', key, evidence.slice(0, 300)));
  const facts = form.facts.flatMap((fact) => {
    if (fact.setsProfile !== undefined || fact.type === 'month') return [];
    if (fact.type === 'count') return [answer('fact', fact.key, 4)];
    const [first] = answersOf(fact).map(({ key }) => key);
    return [answer('fact', fact.key, fact.type === 'several' ? [first] : first)];
  });
  return [...questions, ...graded, ...strengths, ...facts];
}

/** Answers everything in one request. */
export async function fillIn(
  auditor: Visitor,
  id: string,
  agency: string,
  filled?: FilledIn,
): Promise<void> {
  const answers = everyAnswer(await open(auditor, id), agency, filled);
  const answer = await auditor.put(`/api/scorings/${id}/answers`, { answers });
  if (answer.status !== 200) throw new Error(`not saved: ${JSON.stringify(answer.body)}`);
}

/** Answers everything and submits. */
export async function submitWhole(
  auditor: Visitor,
  id: string,
  agency: string,
  filled?: FilledIn,
): Promise<Answer> {
  await fillIn(auditor, id, agency, filled);
  const { version } = await readScoring(auditor, id);
  return auditor.post(`/api/scorings/${id}/submission`, { version });
}
