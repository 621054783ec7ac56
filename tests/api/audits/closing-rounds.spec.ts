import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RoundClosed, type ClosedRound } from '@app/backend/testing';
import type { RoundClosingResponse, RoundResponse } from '@app/shared/contracts';
import { atOneMoment } from '../../support/at-one-moment.js';
import {
  aClosedRound,
  closeRound,
  closeWhole,
  decide,
  decideTheRest,
  FIRST_OF_OCTOBER,
  readModeration,
  scoreWhole,
  type Moderation,
} from '../../support/builders/moderation.js';
import { aRound, openTheYear } from '../../support/builders/round.js';
import {
  anAllocatedRound,
  fillIn,
  formOf,
  progressOf,
  readScoring,
  save,
  scoringOf,
} from '../../support/builders/scoring.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

const OWN_WORDS = 'voice-own-words';

type Closing = Pick<RoundClosingResponse, keyof RoundClosingResponse>;

describe('Ruth’s closing of a round', () => {
  let service: Service;
  let ruth: Visitor;
  let round: RoundResponse;
  let closed: Moderation;
  const announced: ClosedRound[] = [];

  beforeAll(async () => {
    service = await startService();
    ruth = await openTheYear(service);
    round = await anAllocatedRound(ruth, { sampleSize: 5 });
    service.app.get(RoundClosed).register((one) => {
      announced.push(one);
      return Promise.resolve();
    });
    const { audits } = await progressOf(ruth, round.id);
    const [first, second, third] = audits;
    if (!first || !second || !third) throw new Error('the round has its audits');
    closed = await closeWhole(service, first);
    await scoreWhole(service, second);
    await fillIn(await service.signIn(people.priya), scoringOf(third, 'health').id, 'health');
    const plan = audits[4]?.planId;
    const { body } = await ruth.get<{ version: number }>(`/api/rounds/${round.id}`);
    const withdrawal = { planId: plan, reason: 'moved', version: body.version };
    const answer = await ruth.post(`/api/rounds/${round.id}/withdrawals`, withdrawal);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  });
  afterAll(() => service.stop());

  const path = () => `/api/rounds/${round.id}/closing`;
  const preview = async () => (await ruth.get<Closing>(path())).body;
  const audits = async () => (await progressOf(ruth, round.id)).audits;
  const counts = { drawn: 5, withdrawn: 1, replaced: 1, graded: 1, partial: 0, notCompleted: 4 };

  it('shows before what will count as not completed, and how far that is', async () => {
    const before = await preview();
    expect(before).toMatchObject({
      ...{ id: round.id, reference: round.reference, state: 'open', counts, plansWithoutAudit: 1 },
      ...{ closedAt: null, closedBy: null, dueOn: '2026-09-30' },
    });
    expect(before.notClosed.map(({ state, scoringsIn }) => [state, scoringsIn])).toEqual([
      ['open', 0],
      ['open', 0],
      ['awaiting-moderation', 3],
    ]);
  });

  it('waits until the due date has passed, to midnight in London', async () => {
    const { version, whyNot } = await preview();
    const detail =
      'Scorings of this round are due by 30 September 2026, so it can be closed from 1 October 2026 on.';
    expect(whyNot).toBe(detail);
    expectProblem(await ruth.post(path(), { version }), 'rule-broken', { detail });
    service.clock.set(new Date('2026-09-30T22:59:00Z'));
    ruth = await service.signIn(people.ruth);
    expectProblem(await ruth.post(path(), { version }), 'rule-broken', { detail });
    service.clock.set(new Date('2026-09-30T23:01:00Z'));
    ruth = await service.signIn(people.ruth);
    expect((await preview()).whyNot).toBeNull();
    const { body } = await ruth.get<{ waiting: { key: string }[] }>('/api/home');
    expect(body.waiting).toContainEqual({
      key: `round-to-close-${round.id}`,
      title: `Round ${round.reference} is past its due date and can be closed`,
      ...{ count: 1, link: `/programme/rounds/${round.id}/closing` },
    });
  });

  it('has nothing to close where the sample was never drawn', async () => {
    const planned = await aRound(ruth, {
      ...{ kind: 'theme', quarter: '2026-27-Q3', dueOn: '2026-12-01', sampleSize: 12 },
      ...{ themeTitle: 'Planned', themePhase: 'primary' },
    });
    const answer = await ruth.post(`/api/rounds/${planned.id}/closing`, { version: 1 });
    expectProblem(answer, 'rule-broken', {
      detail: 'The sample of this round has not been drawn, so there is nothing to close.',
    });
  });

  it('is refused on an older version of the round', async () => {
    const { version } = await preview();
    expectProblem(await ruth.post(path(), { version: version - 1 }), 'stale-version');
  });

  it('keeps the counts, ends what is left and tells higher features', async () => {
    const added = await addedToTrail(service.database, () => closeRound(ruth, round.id));
    expect(added).toMatchObject([
      {
        ...{ act: 'audits.close-round', subject_id: round.id },
        details: { reference: round.reference, ...counts },
      },
    ]);
    const after = await preview();
    expect(after).toMatchObject({
      ...{
        state: 'closed',
        counts,
        closedBy: 'Ruth Osei',
        whyNot: 'This round is closed, for good.',
      },
    });
    expect(after.notClosed.map(({ state }) => state)).toEqual(Array(3).fill('not-completed'));
    expect(announced).toMatchObject([
      { roundId: round.id, kind: 'theme', quarter: '2026-27-Q2', frameworkKind: 'ehc-plan' },
    ]);
  });

  it('ends scoring: Priya’s list has it no more, and nothing is saved in it', async () => {
    const third = (await audits())[2];
    if (!third) throw new Error('the round has its third audit');
    const { id } = scoringOf(third, 'health');
    const priya = await service.signIn(people.priya);
    const { body } = await priya.get<{ scorings: { id: string }[] }>('/api/scorings?state=open');
    expect(body.scorings.map((scoring) => scoring.id)).not.toContain(id);
    const scoring = await readScoring(priya, id);
    expect(scoring).toMatchObject({ state: 'not-completed', progress: 'not-completed' });
    expect((await formOf(priya, id)).answers.length).toBeGreaterThan(18);
    const detail =
      'The round of this audit is closed. It counts as not completed, and nothing of it changes any more.';
    const line = { kind: 'strength', key: 'health', value: 'Late.', seenVersion: 1 };
    expectProblem(await save(priya, id, line), 'rule-broken', { detail });
    const { version } = scoring;
    expectProblem(await priya.post(`/api/scorings/${id}/submission`, { version }), 'rule-broken', {
      detail,
    });
    await expect(
      service.database.asOwner('UPDATE answers SET version = version + 1 WHERE scoring_id = $1', [
        id,
      ]),
    ).rejects.toThrow(/never change/);
  });

  it('ends what the lead does with scorings, dates, allocation and withdrawal', async () => {
    const [, , third] = await audits();
    if (!third) throw new Error('the round has its third audit');
    const { id, version, auditor } = scoringOf(third, 'education');
    const detail =
      'The round of this audit is closed. It counts as not completed, and nothing of it changes any more.';
    const acts: [string, object][] = [
      [`/api/scorings/${id}/reassignment`, { auditorId: auditor?.id, version }],
      [`/api/scorings/${id}/withdrawal`, { reason: 'not-returned', version }],
    ];
    for (const [address, body] of acts) {
      expectProblem(await ruth.post(address, body), 'rule-broken', { detail });
    }
    const due = { dueOn: '2026-10-01', version: third.version };
    expectProblem(await ruth.put(`/api/audits/${third.id}/due-date`, due), 'rule-broken', {
      detail,
    });
    expectProblem(await ruth.post(`/api/rounds/${round.id}/allocation`), 'rule-broken', {
      detail: 'This round is closed, so nothing more of it is allocated.',
    });
    const { body: read } = await ruth.get<{ version: number }>(`/api/rounds/${round.id}`);
    const withdrawal = { planId: third.planId, reason: 'moved', version: read.version };
    expectProblem(
      await ruth.post(`/api/rounds/${round.id}/withdrawals`, withdrawal),
      'rule-broken',
      {
        detail: 'This round is closed, and its sample stays as it is.',
      },
    );
  });

  it('ends moderation: nothing is decided or closed any more', async () => {
    const second = (await audits())[1];
    if (!second) throw new Error('the round has its second audit');
    const tom = await service.signIn(people.tom);
    expectProblem(await tom.get(`/api/moderations/${second.id}`), 'not-found');
    const decision = { outcome: 'good', reason: 'Late.' };
    expectProblem(await decide(tom, second.id, OWN_WORDS, decision), 'rule-broken', {
      detail:
        'The round of this audit is closed. It counts as not completed, and nothing of it changes any more.',
    });
    expect((await readModeration(tom, closed.id)).state).toBe('closed');
  });

  it('is for good, also for the owner of the tables', async () => {
    const { version } = await preview();
    expectProblem(await ruth.post(path(), { version }), 'rule-broken', {
      detail: 'This round is closed, for good.',
    });
    for (const sql of [
      'UPDATE round_closings SET kind = kind',
      'DELETE FROM round_coverage',
      `UPDATE audits SET state = 'awaiting-moderation' WHERE state = 'not-completed'`,
      `UPDATE scorings SET state = 'open' WHERE state = 'not-completed'`,
    ]) {
      await expect(service.database.asOwner(sql)).rejects.toThrow(/never change/);
    }
  });
});

describe('when a round is closed while others work in it', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('a closing audit and an answer either come before or are refused, and the counts agree', async () => {
    const ruth = await openTheYear(service);
    const round = await anAllocatedRound(ruth, { sampleSize: 2 });
    const { audits } = await progressOf(ruth, round.id);
    const [first, second] = audits;
    if (!first || !second) throw new Error('the round has its audits');
    await scoreWhole(service, first);
    const sam = await service.signIn(people.sam);
    const { id } = scoringOf(second, 'social-care');
    await fillIn(sam, id, 'social-care');
    service.clock.set(FIRST_OF_OCTOBER);
    const [lead, tom, late] = await Promise.all(
      [people.ruth, people.tom, people.sam].map((person) => service.signIn(person)),
    );
    if (!lead || !tom || !late) throw new Error('all are signed in');
    await decideTheRest(tom, first.id);
    const { body } = await lead.get<Closing>(`/api/rounds/${round.id}/closing`);
    const lock = `SELECT FROM audits WHERE round_id = '${round.id}' FOR NO KEY UPDATE`;
    const { version } = await readModeration(tom, first.id);
    const closing = { asProposed: false, version };
    const [submitted, roundClosed, auditClosed] = await atOneMoment(service.database, lock, [
      async () => {
        const scoring = await readScoring(late, id);
        return late.post(`/api/scorings/${id}/submission`, { version: scoring.version });
      },
      () => lead.post(`/api/rounds/${round.id}/closing`, { version: body.version }),
      () => tom.post(`/api/moderations/${first.id}/closing`, closing),
    ]);
    expect(roundClosed?.status).toBe(200);
    for (const answer of [submitted, auditClosed]) expect([200, 422]).toContain(answer?.status);
    const after = (await lead.get<Closing>(`/api/rounds/${round.id}/closing`)).body;
    expect(after.counts.graded).toBe(auditClosed?.status === 200 ? 1 : 0);
    const kept = await service.database.asOwner(
      'SELECT sum(graded)::int AS graded FROM round_coverage WHERE round_id = $1',
      [round.id],
    );
    expect(kept).toEqual([{ graded: after.counts.graded }]);
  });

  it('two rounds close one after the other', async () => {
    for (const audits of [[{}], [{}, {}]]) {
      const { closing, closed } = await aClosedRound(service, { audits });
      const { length: graded } = audits;
      expect(closing.counts).toMatchObject({ drawn: 2, graded, notCompleted: 2 - graded });
      expect(closed).toHaveLength(graded);
    }
  });
});
