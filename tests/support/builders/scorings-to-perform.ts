import type { AuditProgressResponse, ScoringProgressResponse } from '@app/shared/contracts';
import { people } from '../people.js';
import type { Service } from '../service.js';
import type { Visitor } from '../visitor.js';
import { openTheYear } from './round.js';
import { anAudit, answerIn, fillIn, open, scoringOf, type SentAnswer } from './scoring.js';

/*
 * Scorings for tests that perform every operation of the interface: each ready for one of them, and
 * given to whoever performs it.
 */

export async function anAllocatedAudit(service: Service): Promise<AuditProgressResponse> {
  return anAudit(service, await openTheYear(service));
}

/** Health's scoring of an audit, given to a person if that is an auditor for health, and to Priya if not. */
export async function aScoringOf(
  service: Service,
  whose?: Visitor | 'due today',
): Promise<ScoringProgressResponse> {
  const ruth = await openTheYear(service);
  const audit = await anAudit(service, ruth);
  const scoring = scoringOf(audit, 'health');
  if (whose === 'due today') {
    const today = { dueOn: '2026-09-15', version: audit.version };
    await ruth.put(`/api/audits/${audit.id}/due-date`, today);
    return scoring;
  }
  const auditorId = (await healthAuditor(whose)) ?? (await priyaIn(service));
  if (auditorId === scoring.auditor?.id) return scoring;
  const { version } = scoring;
  await ruth.post(`/api/scorings/${scoring.id}/reassignment`, { auditorId, version });
  return { ...scoring, version: version + 1 };
}

async function healthAuditor(visitor: Visitor | undefined): Promise<string | null> {
  const session = await visitor?.get<SessionBody>('/api/session');
  const account = session?.body.account;
  return account?.agency?.key === 'health' ? account.id : null;
}

async function priyaIn({ database }: Service): Promise<string> {
  const [priya] = await database.asOwner<{ id: string }>(
    'SELECT id FROM accounts WHERE email = $1',
    [people.priya.email],
  );
  return priya?.id ?? '';
}

interface SessionBody {
  account: { id: string; agency: { key: string } | null } | null;
}

const opened = new WeakMap<Visitor, string>();

/** One opened scoring for each caller, with an answer that is new each time. */
export async function anOpenedScoring(
  service: Service,
  caller: Visitor,
): Promise<{ key: string; body: { answers: [SentAnswer] } }> {
  const key = opened.get(caller) ?? (await aScoringOf(service, caller)).id;
  opened.set(caller, key);
  const form = await open(caller, key);
  const question = { kind: 'criterion', key: 'health-needs-specified' };
  const present = answerIn(form, question.kind, question.key);
  const value = present?.value === 'good' ? 'outstanding' : 'good';
  const seenVersion = present?.version ?? 0;
  return { key, body: { answers: [{ ...question, value, seenVersion }] } };
}

/** A scoring with nothing missing. */
export async function aSubmittableScoring(service: Service, caller: Visitor): Promise<string> {
  const { id } = await aScoringOf(service, caller);
  await fillIn(caller, id, 'health');
  return id;
}
