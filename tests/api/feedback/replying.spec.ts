import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeedbackRepository } from '@app/backend/testing';
import type { HomeResponse } from '@app/shared/contracts';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { aFeedback, readFeedback, replyTo } from '../../support/builders/feedback.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

const NEEDS = 'needs-complete';
const SMART = 'outcomes-smart';

describe('replying to feedback', () => {
  let service: Service;
  let grace: Visitor;
  let nadia: Visitor;
  let id: string;

  beforeAll(async () => {
    service = await startService();
    grace = await service.signIn(people.grace);
    nadia = await service.signIn(people.nadia);
  });
  beforeEach(async () => {
    id = await aFeedback(service);
  });
  afterAll(() => service.stop());

  const pointOf = async (criterion: string, visitor = grace) =>
    (await readFeedback(visitor, id)).points.find((point) => point.criterion === criterion);

  it('Grace opens it once, and Nadia sees that it was read', async () => {
    expect(await readFeedback(nadia, id)).toMatchObject({ state: 'not-read', openedAt: null });
    const added = await addedToTrail(service.database, async () => {
      expect((await grace.post(`/api/feedback/${id}/opening`)).status).toBe(204);
      service.clock.advance(60);
      expect((await grace.post(`/api/feedback/${id}/opening`)).status).toBe(204);
    });
    expect(added).toMatchObject([{ act: 'feedback.open-feedback', subject_id: id }]);
    const { state, openedAt, closedAt } = await readFeedback(nadia, id);
    expect({ state, openedAt }).toEqual({ state: 'read', openedAt: closedAt });
  });

  it('Grace answers each point, and the feedback is answered with the last one', async () => {
    const first = await replyTo(grace, id, NEEDS, {
      answer: 'corrected-now',
      note: ' Sleep is in. ',
    });
    expect(first).toMatchObject({
      status: 200,
      body: {
        ...{ answer: 'corrected-now', note: 'Sleep is in.', version: 1, repliedBy: 'Grace Lin' },
        repliedAt: service.clock.now().toISOString(),
      },
    });
    expect(await readFeedback(nadia, id)).toMatchObject({ state: 'read', answeredCount: 1 });
    await replyTo(grace, id, SMART, { answer: 'at-next-review' });
    expect(await readFeedback(nadia, id)).toMatchObject({ state: 'answered', answeredCount: 2 });
  });

  it('needs a note where it is not possible', async () => {
    const bare = { answer: 'not-possible', note: '  ' };
    expectProblem(await replyTo(grace, id, NEEDS, bare), 'rule-broken', {
      ...{ detail: 'Say in the note why it is not possible', path: 'note' },
    });
    const long = { answer: 'corrected-now', note: 'x'.repeat(501) };
    expectProblem(await replyTo(grace, id, NEEDS, long), 'contract-broken', {
      ...{ detail: 'The note must be 500 characters or fewer', path: 'note' },
    });
    expect(await pointOf(NEEDS)).toMatchObject({ reply: null });
  });

  it('may be changed at any time, and what was said before is kept', async () => {
    await replyTo(grace, id, NEEDS, { answer: 'at-next-review' });
    const changed = { answer: 'not-possible', note: 'No report exists.', seenVersion: 1 };
    const added = await addedToTrail(service.database, () => replyTo(grace, id, NEEDS, changed));
    const { reference } = await readFeedback(grace, id);
    expect(added).toMatchObject([
      {
        ...{ act: 'feedback.reply-to-point', subject_id: id },
        details: { reference, criterion: NEEDS, answer: 'not-possible', isChanged: true },
      },
    ]);
    expect(JSON.stringify(added)).not.toContain('No report exists');
    expect(await pointOf(NEEDS)).toMatchObject({
      reply: { answer: 'not-possible', note: 'No report exists.', version: 2 },
      earlierReplies: [{ answer: 'at-next-review', note: null, version: 1 }],
    });
  });

  it('is refused when it was made on an older reply', async () => {
    await replyTo(grace, id, NEEDS, { answer: 'corrected-now' });
    for (const seenVersion of [0, 2]) {
      const late = await replyTo(grace, id, NEEDS, { answer: 'at-next-review', seenVersion });
      expectProblem(late, 'stale-version');
    }
    expect((await pointOf(NEEDS))?.reply?.answer).toBe('corrected-now');
  });

  it('has one effect when it is sent twice, also at one moment', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const send = () =>
      grace.put(
        `/api/feedback/${id}/replies/${NEEDS}`,
        { answer: 'corrected-now', seenVersion: 0 },
        { headers },
      );
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0].body).toEqual(answers[1].body);
    expect(await pointOf(NEEDS)).toMatchObject({ reply: { version: 1 }, earlierReplies: [] });
  });

  it('counts one of two that meet', async () => {
    const send = (answer: string) => replyTo(grace, id, NEEDS, { answer });
    const answers = await Promise.all([send('corrected-now'), send('at-next-review')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await pointOf(NEEDS))?.earlierReplies).toEqual([]);
  });

  it('is for the points of this feedback alone', async () => {
    const other = await replyTo(grace, id, 'voice-own-words', { answer: 'corrected-now' });
    expectProblem(other, 'not-found');
  });

  it('is Nadia’s where no officer has an account', async () => {
    id = await aFeedback(service, { officerRef: 'SO-404' });
    expect((await nadia.post(`/api/feedback/${id}/opening`)).status).toBe(204);
    const reply = { answer: 'at-next-review' };
    expect((await replyTo(nadia, id, NEEDS, reply)).status).toBe(200);
    expect(await pointOf(NEEDS, nadia)).toMatchObject({ reply: { repliedBy: 'Nadia Rahman' } });
  });

  it('is kept by triggers and privileges', async () => {
    await replyTo(grace, id, NEEDS, { answer: 'corrected-now' });
    await grace.post(`/api/feedback/${id}/opening`);
    for (const table of ['feedback_replies', 'feedback_openings']) {
      for (const sql of [`DELETE FROM ${table}`, `UPDATE ${table} SET feedback_id = feedback_id`]) {
        await expect(service.database.asOwner(sql)).rejects.toThrow(/never change/);
        await expect(service.app.get(DataSource).query(sql)).rejects.toThrow(/permission denied/);
      }
    }
  });
});

describe('what waits and what is counted', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  /** How much of each kind waits, by the title that says so. */
  const waitingFor = async (visitor: Visitor): Promise<Record<string, number>> => {
    const { body } = await visitor.get<HomeResponse>('/api/home');
    const own = body.waiting.filter(({ key }) => key.startsWith('feedback'));
    return Object.fromEntries(own.map(({ title, count }) => [title, count]));
  };
  const more = (than: Record<string, number>, titles: readonly string[]) => ({
    ...than,
    ...Object.fromEntries(titles.map((title) => [title, (than[title] ?? 0) + 1])),
  });

  it('waits on the home page for whoever answers it, until it is answered', async () => {
    const grace = await service.signIn(people.grace);
    const nadia = await service.signIn(people.nadia);
    const [hers, nadias] = [await waitingFor(grace), await waitingFor(nadia)];
    const own = await aFeedback(service, { points: [NEEDS] });
    const good = await aFeedback(service, { points: [] });
    await aFeedback(service, { officerRef: null });
    const titles = ['Feedback to answer', 'Feedback to read, with nothing to answer'];
    expect(await waitingFor(grace)).toEqual(more(hers, titles));
    expect(await waitingFor(nadia)).toEqual(more(nadias, ['Feedback without an officer']));
    expect(await waitingFor(await service.signIn(people.ruth))).toEqual({});
    await replyTo(grace, own, NEEDS, { answer: 'corrected-now' });
    await grace.post(`/api/feedback/${good}/opening`);
    expect(await waitingFor(grace)).toEqual(hers);
  });

  it('counts plans, points and the newest answers of a quarter, for the report', async () => {
    const counts = service.app.get(FeedbackRepository);
    const grace = await service.signIn(people.grace);
    const before = await counts.countsOf('the-service', '2026-27-Q2', 'ehc-plan');
    const id = await aFeedback(service);
    await replyTo(grace, id, NEEDS, { answer: 'corrected-now' });
    await replyTo(grace, id, NEEDS, { answer: 'at-next-review', seenVersion: 1 });
    const after = await counts.countsOf('the-service', '2026-27-Q2', 'ehc-plan');
    expect(after).toEqual({
      ...{ plans: before.plans + 1, plansWithPoints: before.plansWithPoints + 1 },
      ...{ points: before.points + 2, unanswered: before.unanswered + 1 },
      answered: {
        ...before.answered,
        'at-next-review': before.answered['at-next-review'] + 1,
      },
    });
    const none = { 'corrected-now': 0, 'at-next-review': 0, 'not-possible': 0 };
    expect(await counts.countsOf('the-service', '2026-27-Q2', 'health-advice')).toEqual({
      ...{ plans: 0, plansWithPoints: 0, points: 0, answered: none, unanswered: 0 },
    });
  });
});
