import type {
  AuditProgressResponse,
  ModeratedCriterionResponse,
  ModerationListResponse,
  ModerationResponse,
  ModerationSummary,
  RoundClosingResponse,
  RoundResponse,
  ScoringProgressResponse,
} from '@app/shared/contracts';
import { londonDayOf } from '@app/shared/domain';
import { people, type Person } from '../people.js';
import { TUESDAY_MORNING, type Service } from '../service.js';
import type { Answer, RequestOptions, Visitor } from '../visitor.js';
import { openTheYear } from './round.js';
import {
  anAllocatedRound,
  anAudit,
  progressOf,
  scoringOf,
  submitWhole,
  type FilledIn,
} from './scoring.js';

/** An audit in moderation as it is answered. */
export type Moderation = Pick<ModerationResponse, keyof ModerationResponse>;

/** The day after the due date of the summer's rounds. */
export const FIRST_OF_OCTOBER = new Date('2026-10-01T08:30:00Z');

const auditors = {
  education: people.dev,
  health: people.priya,
  'social-care': people.sam,
} as const;
type AgencyKey = keyof typeof auditors;

/** What each agency records, but for what it records in all other tests. */
export type Scored = Partial<Record<AgencyKey, FilledIn>>;

/** Grades of education and health that lie three apart on a critical criterion. */
export const farApart: Scored = {
  education: { outcomes: { 'voice-own-words': 'outstanding' } },
  health: { outcomes: { 'voice-own-words': 'inadequate' } },
};

/** Everyone finds the child's own words missing; education finds a strength of the plan weak besides. */
export const failing: Scored = {
  education: {
    outcomes: { 'voice-own-words': 'inadequate', 'needs-strengths': 'requires-improvement' },
  },
  health: { outcomes: { 'voice-own-words': 'inadequate' } },
  'social-care': { outcomes: { 'voice-own-words': 'inadequate' } },
};

/** Dev, Priya and Sam score an audit, which then awaits moderation. */
export async function scoreWhole(
  service: Service,
  audit: AuditProgressResponse,
  scored: Scored = {},
): Promise<void> {
  for (const [agency, person] of Object.entries(auditors)) {
    const { id } = await givenTo(service, person, scoringOf(audit, agency));
    const auditor = await service.signIn(person);
    const filled = scored[agency as AgencyKey];
    const answer = await submitWhole(auditor, id, agency, filled);
    if (answer.status !== 200) throw new Error(`not submitted: ${JSON.stringify(answer.body)}`);
  }
}

/** The scoring in the hands of a person, though a test has made other auditors. */
async function givenTo(
  service: Service,
  { fullName, email }: Person,
  scoring: ScoringProgressResponse,
): Promise<ScoringProgressResponse> {
  if (scoring.auditor?.fullName === fullName) return scoring;
  const ruth = await service.signIn(people.ruth);
  const [account] = await service.database.asOwner<{ id: string }>(
    'SELECT id FROM accounts WHERE email = $1',
    [email],
  );
  const { id, version } = scoring;
  const body = { auditorId: account?.id, version };
  const answer = await ruth.post(`/api/scorings/${id}/reassignment`, body);
  if (answer.status !== 204)
    throw new Error(`${fullName} did not get the scoring: ${JSON.stringify(answer.body)}`);
  return scoring;
}

/** An audit that no other test has, of a plan that the partnership wrote of its own accord. */
async function anOrdinaryAudit(service: Service): Promise<AuditProgressResponse> {
  for (;;) {
    const audit = await anAudit(service);
    const [found] = await service.database.asOwner(
      `SELECT FROM audits WHERE id = $1 AND register_facts @> '{"isTransferredIn": false, "isTribunalOrdered": false}'`,
      [audit.id],
    );
    if (found) return audit;
  }
}

/** An audit that no other test has, every scoring of it in. */
export async function aScoredAudit(
  service: Service,
  scored: Scored = {},
): Promise<AuditProgressResponse> {
  const audit = await anOrdinaryAudit(service);
  await scoreWhole(service, audit, scored);
  return audit;
}

/** As `aScoredAudit`, but that health's scoring is withdrawn by the lead once it is due. */
export async function aScoredAuditWithout(
  service: Service,
  ruth: Visitor,
): Promise<AuditProgressResponse> {
  const audit = await anAudit(service, ruth);
  const today = { dueOn: londonDayOf(service.clock.now()), version: audit.version };
  await ruth.put(`/api/audits/${audit.id}/due-date`, today);
  const { id, version } = scoringOf(audit, 'health');
  await ruth.post(`/api/scorings/${id}/withdrawal`, { reason: 'not-returned', version });
  for (const agency of ['education', 'social-care'] as const) {
    const auditor = await service.signIn(auditors[agency]);
    await submitWhole(auditor, scoringOf(audit, agency).id, agency);
  }
  return audit;
}

/** As `aScoredAudit`, with nothing that speaks for moderation: not even chance. */
export async function anAuditToAccept(
  service: Service,
  tom: Visitor,
): Promise<AuditProgressResponse> {
  for (;;) {
    const audit = await aScoredAudit(service);
    if ((await readModeration(tom, audit.id)).mayBeAccepted) return audit;
  }
}

export async function moderationsOf(visitor: Visitor, query = ''): Promise<ModerationSummary[]> {
  const { body } = await visitor.get<ModerationListResponse>(`/api/moderations${query}`);
  return body.moderations;
}

export async function readModeration(visitor: Visitor, id: string): Promise<Moderation> {
  const { status, body } = await visitor.get<Moderation>(`/api/moderations/${id}`);
  if (status !== 200) throw new Error(`no moderation: ${JSON.stringify(body)}`);
  return body;
}

export function criterionIn(
  { form }: Pick<Moderation, 'form'>,
  key: string,
): ModeratedCriterionResponse {
  const found = form.criteria.find(({ criterion }) => criterion === key);
  if (!found) throw new Error(`the framework has no criterion ${key}`);
  return found;
}

export function decide(
  moderator: Visitor,
  auditId: string,
  criterion: string,
  decision: { outcome: string; reason?: string; seenVersion?: number },
  options?: RequestOptions,
): Promise<Answer<Moderation>> {
  const body = { seenVersion: 0, ...decision };
  return moderator.put(`/api/moderations/${auditId}/criteria/${criterion}`, body, options);
}

/** Decides whatever must be, as it is proposed and with a reason. */
export async function decideTheRest(moderator: Visitor, auditId: string): Promise<void> {
  const { form } = await readModeration(moderator, auditId);
  const waiting = form.criteria.filter((one) => one.mustBeDecided && one.decision === null);
  for (const { criterion, proposal } of waiting) {
    const outcome = proposal ?? 'cannot-tell';
    await decide(moderator, auditId, criterion, { outcome, reason: 'The evidence bears it out.' });
  }
}

export interface ClosingSent {
  asProposed?: boolean;
  finalGrade?: string;
  finalGradeReason?: string;
  feedbackPoints?: string[];
}

export async function closeAudit(
  moderator: Visitor,
  auditId: string,
  wanted: ClosingSent = {},
): Promise<Answer<Moderation>> {
  const { version } = await readModeration(moderator, auditId);
  const body = { asProposed: false, version, ...wanted };
  return moderator.post(`/api/moderations/${auditId}/closing`, body);
}

/** Scores an audit, decides what must be decided and closes it, as Tom does. */
export async function closeWhole(
  service: Service,
  audit: AuditProgressResponse,
  scored: Scored = {},
  wanted: ClosingSent = {},
): Promise<Moderation> {
  await scoreWhole(service, audit, scored);
  const tom = await service.signIn(people.tom);
  await decideTheRest(tom, audit.id);
  const { status, body } = await closeAudit(tom, audit.id, wanted);
  if (status !== 200) throw new Error(`not closed: ${JSON.stringify(body)}`);
  return body;
}

/** An audit that no other test has, closed. */
export async function aClosedAudit(
  service: Service,
  scored: Scored = {},
  wanted: ClosingSent = {},
): Promise<Moderation> {
  return closeWhole(service, await anOrdinaryAudit(service), scored, wanted);
}

/** What is frozen of a closed audit, with how it was closed, straight from the database. */
export async function storedResult(
  { database }: Service,
  auditId: string,
): Promise<Record<string, unknown>> {
  const [row] = await database.asOwner<Record<string, unknown>>(
    `SELECT r.*, m.as_proposed, m.capped_grade, m.final_grade_reason
       FROM audit_results r JOIN moderations m USING (audit_id) WHERE audit_id = $1`,
    [auditId],
  );
  if (!row) throw new Error('the audit has no result');
  return row;
}

export interface RoundToClose {
  /** In the quarter of the round; a Tuesday morning of the summer unless the test says otherwise. */
  openedAt?: Date;
  /** After its due date. */
  closedAt?: Date;
  /** Of the round, as `theme` takes them. */
  fields?: Record<string, unknown>;
  /** One for each audit that is closed; the others of the round count as not completed. */
  audits?: readonly Scored[];
}

export interface ClosedRoundOfTests {
  round: RoundResponse;
  closing: RoundClosingResponse;
  /** In the order of `audits`. */
  closed: Moderation[];
}

/**
 * A round with its audits, closed on the day after its due date. The clock stands there afterwards,
 * so whoever was signed in before must sign in again.
 */
export async function aClosedRound(
  service: Service,
  {
    openedAt = TUESDAY_MORNING,
    closedAt = FIRST_OF_OCTOBER,
    fields = {},
    audits = [{}],
  }: RoundToClose = {},
): Promise<ClosedRoundOfTests> {
  service.clock.set(openedAt);
  const ruth = await openTheYear(service);
  const sampleSize = Math.max(2, audits.length);
  const round = await anAllocatedRound(ruth, { sampleSize, ...fields });
  const made = (await progressOf(ruth, round.id)).audits;
  const closed: Moderation[] = [];
  for (const [place, scored] of audits.entries()) {
    const audit = made[place];
    if (!audit) throw new Error(`the round has ${made.length} audits`);
    closed.push(await closeWhole(service, audit, scored));
  }
  service.clock.set(closedAt);
  const closing = await closeRound(await service.signIn(people.ruth), round.id);
  return { round, closing, closed };
}

export async function closeRound(ruth: Visitor, roundId: string): Promise<RoundClosingResponse> {
  const { body: before } = await ruth.get<RoundClosingResponse>(`/api/rounds/${roundId}/closing`);
  const { version } = before;
  const { status, body } = await ruth.post<RoundClosingResponse>(`/api/rounds/${roundId}/closing`, {
    version,
  });
  if (status !== 200) throw new Error(`not closed: ${JSON.stringify(body)}`);
  return body;
}
