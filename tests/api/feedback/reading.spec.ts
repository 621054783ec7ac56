import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FeedbackListResponse } from '@app/shared/contracts';
import { anAccount } from '../../support/builders/account.js';
import {
  anAuditClosing,
  aFeedback,
  announce,
  readFeedback,
  replyTo,
} from '../../support/builders/feedback.js';
import { openTheYear } from '../../support/builders/round.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { transactionsOf } from '../../support/statements.js';
import type { Visitor } from '../../support/visitor.js';

describe('the feedback of an audit that closes', () => {
  let service: Service;
  let grace: Visitor;
  let nadia: Visitor;

  beforeAll(async () => {
    service = await startService();
    grace = await service.signIn(people.grace);
    nadia = await service.signIn(people.nadia);
  });
  afterAll(() => service.stop());

  it('reaches Grace, whose staff reference the register has: points, evidence, the next grade, sources', async () => {
    const feedback = await readFeedback(grace, await aFeedback(service));
    expect(feedback).toMatchObject({
      ...{ quarter: '2026-27-Q2', team: 'North', officer: { fullName: 'Grace Lin' } },
      ...{ frameworkTitle: 'EHC plan audit', state: 'not-read', openedAt: null, mayReply: true },
      grade: { key: 'requires-improvement', label: 'Requires improvement' },
      ...{ pointCount: 2, answeredCount: 0, noPointsBecause: null },
    });
    expect(feedback.points).toMatchObject([
      {
        ...{ criterion: 'needs-complete', grade: { key: 'inadequate', label: 'Inadequate' } },
        evidence: {
          agency: { key: 'education', title: 'Education and SEND' },
          text: 'Section B leaves out the sleep that the parents describe.',
          ...{ sections: ['B'], inPlaceOf: null },
        },
        nextGrade: { label: 'Requires improvement', descriptor: expect.stringMatching(/\w{3,}/) },
        ...{ reply: null, earlierReplies: [] },
      },
      {
        criterion: 'outcomes-smart',
        evidence: { agency: { title: 'Health' }, inPlaceOf: 'Education and SEND' },
        nextGrade: { label: 'Good' },
      },
    ]);
    expect(feedback.points[0]?.sources[0]).toEqual({
      ...{ title: expect.any(String), ref: expect.any(String) },
      ...{ url: expect.stringMatching(/^https:/), textSeen: expect.any(Boolean) },
    });
    expect(feedback.strengths).toMatchObject([
      {
        ...{ criterion: 'family-views', grade: { label: 'Outstanding' } },
        said: { text: 'The parents speak for themselves throughout.' },
      },
      { criterion: 'voice-own-words', grade: { label: 'Good' }, said: null },
    ]);
  });

  it('is given in one statement, in the transaction that closes', async () => {
    const closed = await anAuditClosing(service);
    const [statements] = await transactionsOf(service, () => announce(service, closed));
    expect(statements).toHaveLength(1);
    await expect(announce(service, closed)).rejects.toThrow(/feedback_audit_uq/);
  });

  it('gives no points for what another authority wrote or the Tribunal ordered, and says why', async () => {
    const transferred = await aFeedback(service, { isTransferredIn: true });
    expect(await readFeedback(grace, transferred)).toMatchObject({
      ...{ points: [], noPointsBecause: 'transferred-in', state: 'no-points', pointCount: 0 },
    });
    const ordered = await readFeedback(
      grace,
      await aFeedback(service, { isTribunalOrdered: true }),
    );
    expect(ordered).toMatchObject({ points: [], noPointsBecause: 'tribunal-ordered' });
    expect(ordered.strengths).toHaveLength(2);
  });

  it('has no overall grade when the audit closed partial', async () => {
    const id = await aFeedback(service, { finalGrade: null });
    expect((await readFeedback(grace, id)).grade).toBeNull();
  });

  it('is Grace’s alone among the officers', async () => {
    const id = await aFeedback(service);
    const owen = await service.signIn(people.owen);
    expectProblem(await owen.get(`/api/feedback/${id}`), 'not-found');
    expectProblem(await owen.post(`/api/feedback/${id}/opening`), 'not-found');
    const reply = await replyTo(owen, id, 'needs-complete', { answer: 'corrected-now' });
    expectProblem(reply, 'not-found');
    expect((await listed(owen)).map((one) => one.id)).not.toContain(id);
    expect((await listed(grace)).map((one) => one.id)).toContain(id);
  });

  it('is read by Nadia and by Ruth, who answer nothing of Grace’s', async () => {
    const id = await aFeedback(service);
    const ruth = await service.signIn(people.ruth);
    for (const reader of [nadia, ruth]) {
      expect(await readFeedback(reader, id)).toMatchObject({ mayReply: false });
    }
    const reply = { answer: 'corrected-now' };
    expectProblem(await replyTo(ruth, id, 'needs-complete', reply), 'not-permitted');
    expectProblem(await replyTo(nadia, id, 'needs-complete', reply), 'rule-broken', {
      detail:
        'The plan’s officer answers this feedback. Ask them, or tell the administrator if they have left.',
    });
    expectProblem(await nadia.post(`/api/feedback/${id}/opening`), 'rule-broken');
  });

  it.each([
    ['the auditor Priya', people.priya],
    ['the moderator Tom', people.tom],
    ['the report reader Alan', people.alan],
    ['the administrator Helen', people.helen],
  ])('is nothing for %s', async (_, person) => {
    const visitor = await service.signIn(person);
    const id = await aFeedback(service);
    expectProblem(await visitor.get('/api/feedback'), 'not-permitted');
    expectProblem(await visitor.get(`/api/feedback/${id}`), 'not-permitted');
  });

  it('finds an officer whose account is made after the audit closed', async () => {
    const id = await aFeedback(service, { officerRef: 'SO-301' });
    expect(await readFeedback(nadia, id)).toMatchObject({ officer: null, mayReply: true });
    const late = await anAccount(service).named('Bea Holt').forOfficer('SO-301').make();
    const bea = await service.signIn(late);
    expect(await readFeedback(bea, id)).toMatchObject({ mayReply: true });
    expect(await readFeedback(nadia, id)).toMatchObject({
      ...{ officer: { fullName: 'Bea Holt' }, mayReply: false },
    });
  });

  it('is without an officer again when that officer has left', async () => {
    await anAccount(service).forOfficer('SO-302').ended().make();
    const id = await aFeedback(service, { officerRef: 'SO-302' });
    expect(await readFeedback(nadia, id)).toMatchObject({ officer: null, mayReply: true });
  });

  it('is gone for everyone when the plan is withdrawn from the sample', async () => {
    const closed = await anAuditClosing(service);
    await announce(service, closed);
    const id = (await listed(grace)).find(
      ({ reference }) => reference === closed.result.reference,
    )?.id;
    const ruth = await openTheYear(service);
    const { body } = await ruth.get<{ version: number }>(`/api/rounds/${closed.result.roundId}`);
    const wanted = { planId: closed.planId, reason: 'died', version: body.version };
    const answer = await ruth.post(`/api/rounds/${closed.result.roundId}/withdrawals`, wanted);
    expect(answer.status).toBeLessThan(300);
    for (const visitor of [grace, nadia, ruth]) {
      expectProblem(await visitor.get(`/api/feedback/${id ?? ''}`), 'not-found');
    }
  });

  it('never changes, not even for the owner of the tables', async () => {
    const id = await aFeedback(service);
    for (const sql of [
      `UPDATE feedback SET team = 'South' WHERE id = $1`,
      'DELETE FROM feedback WHERE id = $1',
    ]) {
      await expect(service.database.asOwner(sql, [id])).rejects.toThrow(/never change/);
    }
  });

  describe('in the list', () => {
    it('stands before what is answered, and can be narrowed by state, team, quarter and officer', async () => {
      const answered = await aFeedback(service, { points: ['needs-complete'], team: 'Harbour' });
      service.clock.advance(60);
      await replyTo(grace, answered, 'needs-complete', { answer: 'corrected-now' });
      const alone = await aFeedback(service, { officerRef: null, team: 'Harbour' });
      const ids = async (filters: string) => (await listed(nadia, filters)).map(({ id }) => id);
      expect(await ids('?team=Harbour')).toEqual([alone, answered]);
      expect(await ids('?team=Harbour&state=unanswered')).toEqual([alone]);
      expect(await ids('?team=Harbour&state=answered')).toEqual([answered]);
      expect(await ids('?team=Harbour&officer=none')).toEqual([alone]);
      expect(await ids('?team=Harbour&quarter=2025-26-Q1')).toEqual([]);
      expect(await ids('?team=Harbour&quarter=2026-27-Q2')).toHaveLength(2);
      const { body } = await nadia.get<FeedbackListResponse>('/api/feedback');
      expect(body.teams).toContain('Harbour');
      expect(body.quarters[0]).toBe('2026-27-Q2');
    });

    it('says how far each is, and nothing of what stands in it', async () => {
      const id = await aFeedback(service);
      const found = (await listed(grace)).find((one) => one.id === id);
      expect(found).toMatchObject({ state: 'not-read', pointCount: 2, answeredCount: 0 });
      expect(found).not.toHaveProperty('points');
    });
  });

  async function listed(visitor: Visitor, filters = '') {
    const { body } = await visitor.get<FeedbackListResponse>(`/api/feedback${filters}`);
    return body.feedback;
  }
});
