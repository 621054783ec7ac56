import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DrawPlanResponse } from '@app/shared/contracts';
import { DRAW_RULE, nextStart } from '@app/shared/domain';
import { randomUUID } from 'node:crypto';
import { atOneMoment } from '../../support/at-one-moment.js';
import { aRegister, aRow } from '../../support/builders/register.js';
import {
  aDrawnRound,
  aRound,
  AUTUMN,
  draw,
  LATE_SEPTEMBER,
  roundCalled,
  routine,
  theme,
  type Round,
} from '../../support/builders/round.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

const inSample = (round: Round) => round.sample?.plans.map(({ planRef }) => planRef) ?? [];

describe('the draw of a sample', () => {
  let service: Service;
  let ruth: Visitor;

  beforeAll(async () => {
    service = await startService();
    service.clock.set(LATE_SEPTEMBER);
    ruth = await service.signIn(people.ruth);
  });
  afterAll(() => service.stop());

  const planOf = async ({ id }: { id: string }) =>
    (await ruth.get<DrawPlanResponse>(`/api/rounds/${id}/draw-plan`)).body;

  it('is planned first, which draws nothing and says what the sample will show', async () => {
    const round = await aRound(ruth, routine());
    const plan = await planOf(round);
    expect(plan).toMatchObject({ whyNot: null, size: 30 });
    expect(plan.strata.map(({ key }) => key)).toEqual([
      'early-years',
      'primary-mainstream',
      'primary-special',
      'secondary-mainstream',
      'secondary-special',
      'post-16',
    ]);
    const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
    expect(sum(plan.strata.map(({ size }) => size))).toBe(30);
    expect(sum(plan.strata.map((stratum) => stratum.populationSize))).toBe(plan.populationSize);
    for (const { size } of plan.strata) expect(size).toBeGreaterThanOrEqual(2);
    expect(plan.precision).toMatch(
      /^30 of 1,\d\d\d plans give a share of all plans to within about ±17 points/,
    );
    const { body: after } = await ruth.get(`/api/rounds/${round.id}`);
    expect(after).toEqual(round);
  });

  it('is made once: what was planned is drawn, the round opens, and the trail keeps counts alone', async () => {
    const round = await roundCalled(ruth, '2026-27-Q3-routine');
    const plan = await planOf(round);
    const added = await addedToTrail(service.database, async () => {
      const { status, body } = await draw(ruth, round);
      expect(status).toBe(200);
      expect(body).toMatchObject({ state: 'open', drawnSize: 30, version: round.version + 1 });
      expect(body.sample).toMatchObject({
        rule: DRAW_RULE,
        size: 30,
        populationSize: plan.populationSize,
        registerAsAt: plan.registerAsAt,
      });
      expect(
        body.sample?.strata.map(({ key, size, populationSize }) => ({ key, size, populationSize })),
      ).toEqual(
        plan.strata.map(({ key, size, populationSize }) => ({ key, size, populationSize })),
      );
      expect(new Set(inSample(body)).size).toBe(30);
    });
    expect(added.map(({ act }) => act)).toEqual(['programme.draw-sample']);
    expect(Object.keys(added[0]?.details ?? {}).sort()).toEqual([
      ...['drawn', 'frameSha256', 'population', 'reference', 'registerAsAt', 'strata'],
    ]);
    expectProblem(await draw(ruth, { ...round, version: round.version + 1 }), 'rule-broken', {
      detail: 'The sample of this round has been drawn already. It is never drawn again.',
    });
  });

  it('goes on where the year’s last routine round ended, and meets none of its plans', async () => {
    const [spring, summer, autumn] = await Promise.all(
      ['2026-27-Q1-routine', '2026-27-Q2-routine', '2026-27-Q3-routine'].map((reference) =>
        roundCalled(ruth, reference),
      ),
    );
    const plans = [spring, summer, autumn].flatMap((round) => round?.sample?.plans ?? []);
    expect(plans).toHaveLength(90);
    for (const stratum of autumn?.sample?.strata ?? []) {
      const before = summer?.sample?.strata.find(({ key }) => key === stratum.key);
      expect(stratum.start).toBe(nextStart(before?.start ?? '', [before?.cutOff ?? '']));
    }
    // Only a plan that changed its stratum on 1 September may be met again.
    const met = plans.map(({ planRef, stratum }) => `${stratum} ${planRef}`);
    expect([...new Set(met)]).toEqual(met);
  });

  it('of a theme takes its plans alone, starts half way round and moves no routine round', async () => {
    const round = await aDrawnRound(ruth, theme({ quarter: AUTUMN, dueOn: '2026-12-01' }));
    expect(round.sample?.strata.map(({ key, start }) => `${key} ${start}`)).toEqual([
      'primary-mainstream 8000000000000000',
      'primary-special 8000000000000000',
    ]);
    const facts = await service.database.asOwner<{ phase: string; year: number }>(
      `SELECT DISTINCT f.phase, (f.register_facts ->> 'yearGroup')::integer = f.year_group AS year
         FROM sampled_plans f JOIN samples s ON s.id = f.sample_id WHERE s.round_id = $1 AND f.year_group IS NOT NULL`,
      [round.id],
    );
    expect(facts).toEqual([{ phase: 'primary', year: true }]);
  });

  it('takes all plans of a theme that has fewer than wanted', async () => {
    const few = theme({ themeNeed: 'MSI', themePhase: null, sampleSize: 400 });
    const { sample } = await aDrawnRound(ruth, few);
    expect(sample?.size).toBe(sample?.populationSize);
    expect(sample?.size).toBeGreaterThan(0);
    expect(sample?.precision).toMatch(/known without sampling error/);
  });

  it('is refused where no plan belongs to the round, and too early', async () => {
    const none = await aRound(ruth, theme({ themeTeam: 'No such team' }));
    expect((await planOf(none)).strata).toEqual([]);
    expectProblem(await draw(ruth, none), 'rule-broken', {
      detail: 'No plan in force belongs to this round. Check the register, or open another round.',
    });
    const early = await startService();
    try {
      const lead = await early.signIn(people.ruth);
      expectProblem(await draw(lead, await aRound(lead, routine())), 'rule-broken', {
        detail:
          'The sample can be drawn from 17 September 2026, 14 days before the quarter begins.',
      });
    } finally {
      await early.stop();
    }
  });

  it('sent twice under one key draws once', async () => {
    const { id, version } = await aRound(ruth);
    const options = { headers: { 'idempotency-key': randomUUID() } };
    const send = () => ruth.post<Round>(`/api/rounds/${id}/draw`, { version }, options);
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body).toEqual(second.body);
  });

  it('is won by one of two who draw at one moment, and by no third sample', async () => {
    const round = await aRound(ruth);
    const lock = `SELECT FROM programmes FOR NO KEY UPDATE`;
    const request = () => draw(ruth, round);
    const answers = await atOneMoment(service.database, lock, [request, request]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [row] = await service.database.asOwner<{ count: number }>(
      `SELECT count(*)::integer AS count FROM samples WHERE round_id = $1`,
      [round.id],
    );
    expect(row?.count).toBe(1);
  });

  it('stays as it is when a new register is confirmed, and says which of its plans have ceased', async () => {
    const before = await aDrawnRound(ruth);
    const [gone] = before.sample?.plans ?? [];
    await aRegister(service)
      .by(ruth)
      .of(aRow({ plan_ref: gone?.planRef ?? '', ceased_on: '2026-08-31' }))
      .confirm();
    const { body: after } = await ruth.get<Round>(`/api/rounds/${before.id}`);
    expect(inSample(after)).toEqual(inSample(before));
    const ceased = after.sample?.plans.filter(({ hasCeased }) => hasCeased) ?? [];
    expect(ceased.map(({ planRef }) => planRef)).toEqual([gone?.planRef]);
  });
});

describe('a plan that cannot be audited', () => {
  let service: Service;
  let ruth: Visitor;

  beforeAll(async () => {
    service = await startService();
    service.clock.set(LATE_SEPTEMBER);
    ruth = await service.signIn(people.ruth);
  });
  afterAll(() => service.stop());

  const withdraw = (round: Round, planId: string | undefined, reason = 'moved') =>
    ruth.post<Round>(`/api/rounds/${round.id}/withdrawals`, {
      ...{ planId, reason, version: round.version },
    });

  it('is withdrawn with a reason, and the next in reserve takes its place', async () => {
    const round = await aDrawnRound(ruth);
    const plan = round.sample?.plans[0];
    const stratum = round.sample?.strata.find(({ key }) => key === plan?.stratum);
    const added = await addedToTrail(service.database, async () => {
      const { status, body } = await withdraw(round, plan?.planId, 'died');
      expect(status).toBe(201);
      const [withdrawn] = body.sample?.plans ?? [];
      expect(withdrawn).toMatchObject({
        planRef: plan?.planRef,
        outcome: 'withdrawn',
        reason: 'died',
      });
      const replacement = body.sample?.plans.find(({ outcome }) => outcome === 'replacement');
      expect(replacement).toMatchObject({
        inPlaceOf: plan?.planRef,
        stratum: plan?.stratum,
        place: (stratum?.size ?? 0) + 1,
      });
    });
    expect(added.map(({ act, details }) => ({ act, details }))).toEqual([
      {
        act: 'programme.withdraw-plan',
        details: {
          ...{
            reference: round.reference,
            stratum: plan?.stratum,
            reason: 'died',
            isReplaced: true,
          },
        },
      },
    ]);
  });

  it('passes over a plan in reserve that has ceased', async () => {
    const round = await aDrawnRound(ruth);
    const plan = round.sample?.plans[0];
    const next = await service.database.asOwner<{ plan_ref: string; place: number }>(
      `SELECT f.plan_ref, f.place FROM sampled_plans f JOIN samples s ON s.id = f.sample_id
         JOIN sample_strata t ON t.sample_id = s.id AND t.key = f.stratum
        WHERE s.round_id = $1 AND f.stratum = $2 AND f.place > t.size ORDER BY f.place LIMIT 2`,
      [round.id, plan?.stratum],
    );
    await service.database.asOwner(
      `UPDATE plans SET ceased_on = '2026-09-01' WHERE plan_ref = $1`,
      [next[0]?.plan_ref],
    );
    const { body } = await withdraw(round, plan?.planId);
    const replacement = body.sample?.plans.find(({ outcome }) => outcome === 'replacement');
    expect(replacement).toMatchObject({ planRef: next[1]?.plan_ref, place: next[1]?.place });
  });

  it('may be a replacement itself, but not a plan that is withdrawn or was never drawn', async () => {
    const round = await aDrawnRound(ruth);
    const plan = round.sample?.plans[0];
    const { body: once } = await withdraw(round, plan?.planId);
    expectProblem(await withdraw(once, plan?.planId), 'rule-broken', {
      path: 'planId',
      detail: 'This plan has been withdrawn already',
    });
    expectProblem(await withdraw(once, randomUUID()), 'rule-broken', {
      path: 'planId',
      detail: 'This plan is not in the sample. Choose one that is',
    });
    expectProblem(await withdraw(round, plan?.planId), 'stale-version');
    const replacement = once.sample?.plans.find(({ outcome }) => outcome === 'replacement');
    const { body: twice } = await withdraw(once, replacement?.planId, 'ceased');
    const outcomes = twice.sample?.plans.map(({ outcome }) => outcome) ?? [];
    expect(outcomes.filter((outcome) => outcome === 'withdrawn')).toHaveLength(2);
    expect(outcomes.filter((outcome) => outcome !== 'withdrawn')).toHaveLength(
      round.sample?.size ?? 0,
    );
  });

  it('moves the next routine round on past its replacement; once that is drawn the place stays free', async () => {
    const summer = await roundCalled(ruth, '2026-27-Q2-routine');
    const [first, second] = summer.sample?.plans ?? [];
    const { body: replaced } = await withdraw(summer, first?.planId);
    const replacement = replaced.sample?.plans.find(({ outcome }) => outcome === 'replacement');
    const autumn = await aDrawnRound(ruth, routine());
    const start = autumn.sample?.strata.find(({ key }) => key === first?.stratum)?.start;
    expect(start).toBe(nextStart(replacement?.position ?? '', [replacement?.position ?? '']));
    const { body: free } = await withdraw(replaced, second?.planId);
    const outcomes = free.sample?.plans.map(({ outcome }) => outcome) ?? [];
    expect(outcomes.filter((outcome) => outcome === 'replacement')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'withdrawn')).toHaveLength(2);
  });
});
