import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { atOneMoment } from '../../support/at-one-moment.js';
import {
  aScoredAudit,
  aScoredAuditWithout,
  closeAudit,
  criterionIn,
  decide,
  decideTheRest,
  failing,
  farApart,
  readModeration,
  storedResult,
} from '../../support/builders/moderation.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { transactionsOf } from '../../support/statements.js';
import type { Visitor } from '../../support/visitor.js';

const OWN_WORDS = 'voice-own-words';

describe('an audit of which something is missing or special', () => {
  let service: Service;
  let tom: Visitor;

  beforeAll(async () => {
    service = await startService();
    tom = await service.signIn(people.tom);
  });
  afterAll(() => service.stop());

  it('closes partial, with no overall grade, where too little is graded', async () => {
    const audit = await aScoredAudit(service, {
      education: { grade: 'cannot-tell' },
      health: { outcomes: { [OWN_WORDS]: 'good' } },
    });
    const before = await readModeration(tom, audit.id);
    expect(before.toDecide).toBe(15);
    expect(criterionIn(before, 'needs-complete')).toMatchObject({ proposal: null, agreed: null });
    expectProblem(await closeAudit(tom, audit.id), 'rule-broken');
    const free = await decide(tom, audit.id, 'needs-strengths', { outcome: 'good' });
    expect(free.status).toBe(200);
    await decideTheRest(tom, audit.id);
    expectProblem(await closeAudit(tom, audit.id, { finalGrade: 'good' }), 'rule-broken', {
      path: 'finalGrade',
      detail: 'Too little is graded for an overall grade. Close the audit without one',
    });
    const { body } = await closeAudit(tom, audit.id);
    expect(body).toMatchObject({ status: 'partial', finalGrade: null });
    const result = await storedResult(service, audit.id);
    expect(result).toMatchObject({
      ...{ status: 'partial', overall_score: null, calculated_grade: null, final_grade: null },
    });
    expect((result.agreed_grades as number[]).filter((grade) => grade === -1)).toHaveLength(14);
    expect(
      (result.domain_scores as (string | null)[]).filter((score) => score !== null).length,
    ).toBeGreaterThan(4);
  });

  it('goes on without an agency whose scoring was withdrawn, and counts nothing of it', async () => {
    const ruth = await service.signIn(people.ruth);
    const audit = await aScoredAuditWithout(service, ruth);
    const { form } = await readModeration(tom, audit.id);
    expect(form.agencies).toContainEqual({
      ...{ key: 'health', title: 'Health', hasSubmitted: false, withdrawnBecause: 'not-returned' },
    });
    expect(form.profile.find(({ field }) => field === 'health-need-evident')).toMatchObject({
      ...{ value: 'unclear', from: 'nobody' },
    });
    await decideTheRest(tom, audit.id);
    await closeAudit(tom, audit.id);
    const result = await storedResult(service, audit.id);
    expect(result.agencies).toEqual(['education', 'social-care']);
    expect(result.agency_grades).not.toHaveProperty('health');
  });

  it('gives no points where the Tribunal ordered the plan or it was transferred in', async () => {
    const audit = await aScoredAudit(service, failing);
    await service.database.asOwner('ALTER TABLE audits DISABLE TRIGGER audits_never_change');
    await service.database.asOwner(
      `UPDATE audits SET register_facts = register_facts || '{"isTribunalOrdered": true}' WHERE id = $1`,
      [audit.id],
    );
    await service.database.asOwner('ALTER TABLE audits ENABLE TRIGGER audits_never_change');
    const { feedbackPoints } = (await readModeration(tom, audit.id)).form;
    const noneBecause = 'The Tribunal ordered the plan, so its words are not ours.';
    expect(feedbackPoints).toEqual({ proposed: [], open: [], noneBecause });
    expectProblem(await closeAudit(tom, audit.id, { feedbackPoints: [OWN_WORDS] }), 'rule-broken');
    const { body } = await closeAudit(tom, audit.id);
    expect(body.closing?.feedbackPoints).toEqual([]);
  });
});

describe('closings that meet', () => {
  let service: Service;
  let tom: Visitor;

  beforeAll(async () => {
    service = await startService();
    tom = await service.signIn(people.tom);
  });
  afterAll(() => service.stop());

  it('are one of two moderators’, and a request sent twice gets one answer', async () => {
    const audit = await aScoredAudit(service);
    await decideTheRest(tom, audit.id);
    const { version } = await readModeration(tom, audit.id);
    const close = (key: string) => () =>
      tom.post(
        `/api/moderations/${audit.id}/closing`,
        { asProposed: false, version },
        {
          headers: { 'idempotency-key': key },
        },
      );
    const lock = `SELECT FROM audits WHERE id = '${audit.id}' FOR NO KEY UPDATE`;
    const answers = await atOneMoment(service.database, lock, [
      close(randomUUID()),
      close(randomUUID()),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const other = await aScoredAudit(service);
    await decideTheRest(tom, other.id);
    const same = randomUUID();
    const body = { asProposed: false, version: (await readModeration(tom, other.id)).version };
    const send = () =>
      tom.post(`/api/moderations/${other.id}/closing`, body, {
        headers: { 'idempotency-key': same },
      });
    const [first, second] = [await send(), await send()];
    expect(first.status).toBe(200);
    expect(second.body).toEqual(first.body);
  });

  it('are refused when something was decided since the moderator looked', async () => {
    const audit = await aScoredAudit(service, farApart);
    const { version } = await readModeration(tom, audit.id);
    await decideTheRest(tom, audit.id);
    const body = { asProposed: false, version };
    expectProblem(await tom.post(`/api/moderations/${audit.id}/closing`, body), 'stale-version');
  });

  it('take eight statements with the feedback they give, however many criteria were decided', async () => {
    const few = await aScoredAudit(service);
    const many = await aScoredAudit(service, { education: { grade: 'cannot-tell' } });
    for (const audit of [few, many]) {
      await decideTheRest(tom, audit.id);
      const { version } = await readModeration(tom, audit.id);
      const [statements] = await transactionsOf(service, () =>
        tom.post(`/api/moderations/${audit.id}/closing`, { asProposed: false, version }),
      );
      expect(statements).toHaveLength(8);
      expect((await readModeration(tom, audit.id)).state).toBe('closed');
    }
  });
});
