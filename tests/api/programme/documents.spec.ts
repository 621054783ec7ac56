import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanOfDocuments } from '@app/shared/contracts';
import { nextStart } from '@app/shared/domain';
import { randomUUID } from 'node:crypto';
import {
  adviceFramework,
  advice,
  aDocument,
  aDrawnAdviceRound,
  documentsOf,
  enter,
  mark,
  plansOf,
  type Documents,
} from '../../support/builders/documents.js';
import { planFramework } from '../../support/builders/framework.js';
import {
  aDrawnRound,
  aRound,
  LATE_SEPTEMBER,
  openRound,
  openTheYear,
  roundCalled,
  routine,
  theme,
  type Round,
} from '../../support/builders/round.js';
import { allocate, open, progressOf } from '../../support/builders/scoring.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

describe('an advice round', () => {
  let service: Service;
  let ruth: Visitor;

  beforeAll(async () => {
    service = await startService();
    ruth = await openTheYear(service);
  });
  afterAll(() => service.stop());

  it('is opened with a framework for documents, and a routine round with one for plans', async () => {
    const plans = await planFramework(ruth);
    expectProblem(await openRound(ruth, advice({ frameworkVersionId: plans })), 'rule-broken', {
      path: 'frameworkVersionId',
      detail:
        'An advice round audits documents of the drawn plans. Choose a framework for documents, such as health advice',
    });
    const health = await adviceFramework(ruth);
    expectProblem(await openRound(ruth, routine({ frameworkVersionId: health })), 'rule-broken', {
      path: 'frameworkVersionId',
      detail:
        'This framework is for audits of advice, which have rounds of their own. Choose a framework for plans',
    });
  });

  it('lists its plans in the order of the sample, and asks nothing more of a closed one', async () => {
    const { id, sample } = await roundCalled(ruth, '2026-27-Q1-advice');
    const refs = (await plansOf(ruth, id)).map(({ planRef }) => planRef);
    expect(refs).toEqual(sample?.plans.map(({ planRef }) => planRef));
    const states = await service.database.asOwner<{ ceased: boolean }>(
      `SELECT ceased_on IS NOT NULL AS ceased FROM plans WHERE plan_ref = ANY ($1)`,
      [refs],
    );
    expect(states.filter(({ ceased }) => ceased)).toHaveLength(1);
    expect(sample?.plans.filter(({ hasCeased }) => hasCeased)).toEqual([]);
  });

  it('is drawn from all plans, in a series of its own for each kind of advice', async () => {
    const health = await aDrawnAdviceRound(ruth);
    expect(health).toMatchObject({ reference: '2026-27-Q2-advice', kind: 'advice', state: 'open' });
    expect(health.sample?.plans).toHaveLength(12);
    expect(health.sample?.strata).toHaveLength(6);
    // Health advice was drawn in spring already, and goes on where that draw stopped.
    const spring = await roundCalled(ruth, '2026-27-Q1-advice');
    for (const { key, start } of health.sample?.strata ?? []) {
      const before = spring.sample?.strata.find((stratum) => stratum.key === key);
      expect(start).toBe(nextStart(before?.start ?? '', [before?.cutOff ?? '']));
    }
    const socialCare = await adviceFramework(ruth, 'social-care-advice');
    const other = await aDrawnAdviceRound(ruth, { frameworkVersionId: socialCare });
    expect(other.reference).toBe('2026-27-Q2-advice-2');
    for (const { start } of other.sample?.strata ?? []) expect(start).toBe('c000000000000000');
    service.clock.set(LATE_SEPTEMBER);
    ruth = await service.signIn(people.ruth);
    const next = await aDrawnAdviceRound(ruth, { quarter: '2026-27-Q3', dueOn: '2026-12-18' });
    const before = new Set(health.sample?.plans.map(({ planRef }) => planRef));
    expect(next.sample?.plans.filter(({ planRef }) => before.has(planRef))).toEqual([]);
    for (const round of [health, other, next]) {
      const { body } = await ruth.post<{ isSame: boolean }>(`/api/rounds/${round.id}/verification`);
      expect(body.isSame).toBe(true);
    }
  });

  it('is there once a quarter for each kind of advice', async () => {
    const frameworkVersionId = await adviceFramework(ruth);
    expectProblem(await openRound(ruth, advice({ frameworkVersionId })), 'already-taken', {
      path: 'quarter',
      detail: 'This quarter has its advice round with this framework already',
    });
  });
});

describe('the documents of a drawn plan', () => {
  let service: Service;
  let ruth: Visitor;
  let round: Round;
  let plans: PlanOfDocuments[];

  beforeAll(async () => {
    service = await startService();
    ruth = await openTheYear(service);
    round = await aDrawnAdviceRound(ruth);
    plans = await plansOf(ruth, round.id);
  });
  afterAll(() => service.stop());

  const planAt = (place: number): PlanOfDocuments => plans[place] as PlanOfDocuments;
  const documentAt = ({ plans: listed }: Documents, place: number) =>
    listed[place]?.documents[0] ?? { id: '', version: 0 };

  it('are entered by Ruth, and the round tells plans, documents and plans without', async () => {
    expect(await documentsOf(ruth, round.id)).toMatchObject({
      ...{ id: round.id, reference: round.reference, whyNot: null },
      unitTitle: 'One piece of health advice (one author)',
      counts: { plans: 12, documents: 0, plansNoneAsked: 0, plansNoneEntered: 12 },
    });
    const home = await ruth.get<{ waiting: unknown[] }>('/api/home');
    expect(home.body.waiting).toContainEqual({
      key: `programme-documents-${round.id}`,
      title: `Plans of ${round.reference} whose documents are to be entered`,
      ...{ count: 12, link: `/programme/rounds/${round.id}/documents` },
    });
    const entries = await addedToTrail(service.database, () =>
      enter(ruth, round.id, planAt(0).planId),
    );
    expect(entries).toMatchObject([
      {
        act: 'programme.enter-document',
        details: { reference: round.reference, isNilReturn: false },
      },
    ]);
    await enter(ruth, round.id, planAt(0).planId, {
      ...{ title: 'Physiotherapy advice', source: 'Physiotherapy', isNilReturn: true },
      ...{ requestedOn: null, receivedOn: null },
    });
    const { status, body } = await mark(ruth, round.id, planAt(1).planId, true);
    expect(status).toBe(200);
    expect(body.counts).toEqual({
      ...{ plans: 12, documents: 2, plansNoneAsked: 1, plansNoneEntered: 10 },
    });
    expect(body.plans[0]?.documents).toMatchObject([
      { ...aDocument(), isFixed: false, version: 1 },
      { title: 'Physiotherapy advice', isNilReturn: true, requestedOn: null, receivedOn: null },
    ]);
    expect(body.plans[1]).toMatchObject({ isNoneAsked: true, documents: [] });
  });

  it('name nobody, are not received before they are requested, and not in the future', async () => {
    const { planId } = planAt(2);
    expectProblem(
      await enter(ruth, round.id, planId, { title: 'Advice, NHS number 943 476 5919' }),
      'rule-broken',
      {
        path: 'title',
        detail:
          'This looks as if it had an NHS number in it. Take it out: say what the document is, not whom it is about',
      },
    );
    expectProblem(
      await enter(ruth, round.id, planId, { requestedOn: '2026-07-07' }),
      'rule-broken',
      {
        path: 'receivedOn',
        detail: 'Received on must be 7 July 2026, the day it was requested, or after',
      },
    );
    expectProblem(
      await enter(ruth, round.id, planId, { receivedOn: '2026-09-16' }),
      'rule-broken',
      { path: 'receivedOn', detail: 'Received on must be 15 September 2026 or before' },
    );
  });

  it('are not said to be missing where one was entered, and the word goes with the first one', async () => {
    const { planId } = planAt(3);
    await mark(ruth, round.id, planId, true);
    const { body } = await enter(ruth, round.id, planId);
    expect(body.plans[3]?.isNoneAsked).toBe(false);
    expectProblem(await mark(ruth, round.id, planId, true), 'rule-broken', {
      detail: 'This plan has a document, so one was asked for. Take it out first if that is wrong.',
    });
  });

  it('are changed and taken out until an auditor opens one; then it stays', async () => {
    const { planId } = planAt(4);
    const { id, version } = documentAt((await enter(ruth, round.id, planId)).body, 4);
    const change = { ...aDocument({ title: 'Occupational therapy advice' }), version };
    const { body } = await ruth.put<Documents>(`/api/documents/${id}`, change);
    expect(body.plans[4]?.documents).toMatchObject([
      { title: 'Occupational therapy advice', version: 2 },
    ]);
    expectProblem(await ruth.put(`/api/documents/${id}`, change), 'stale-version');

    await allocate(ruth, round.id);
    const taken = documentAt((await enter(ruth, round.id, planAt(5).planId)).body, 5);
    await allocate(ruth, round.id);
    const made = await progressOf(ruth, round.id);
    const gone = made.audits.find((audit) => audit.planId === planAt(5).planId);
    const { status } = await ruth.post(`/api/documents/${taken.id}/taking-out`, {
      version: taken.version,
    });
    expect(status).toBe(200);
    const left = await progressOf(ruth, round.id);
    expect(left.audits.map((audit) => audit.id)).not.toContain(gone?.id);
    expect(left.audits).toHaveLength(made.audits.length - 1);

    const audit = left.audits.find((one) => one.planId === planId);
    expect(audit?.document?.title).toBe('Occupational therapy advice');
    const ofHealth = audit?.scorings.find(({ agency }) => agency.key === 'health');
    await open(await service.signIn(people.priya), ofHealth?.id ?? '');
    const fixed = (await documentsOf(ruth, round.id)).plans[4]?.documents[0];
    expect(fixed?.isFixed).toBe(true);
    for (const answer of [
      await ruth.put(`/api/documents/${id}`, { ...aDocument(), version: fixed?.version }),
      await ruth.post(`/api/documents/${id}/taking-out`, { version: fixed?.version }),
    ]) {
      expectProblem(answer, 'rule-broken', {
        detail: 'An auditor has opened this document, so it stays as it is.',
      });
    }
    await expect(
      service.database.asOwner(`UPDATE sampled_documents SET title = 'Other' WHERE id = $1`, [id]),
    ).rejects.toThrow();
  });

  it('of a withdrawn plan are gone with it, and none can be entered for one that is not drawn', async () => {
    const { planId } = planAt(0);
    const { version } = (await ruth.get<Round>(`/api/rounds/${round.id}`)).body;
    await ruth.post(`/api/rounds/${round.id}/withdrawals`, { planId, reason: 'moved', version });
    const { plans: listed } = await documentsOf(ruth, round.id);
    expect(listed.map((plan) => plan.planId)).not.toContain(planId);
    expect(listed).toHaveLength(12);
    expectProblem(await enter(ruth, round.id, planId), 'rule-broken', {
      path: 'planId',
      detail: 'This plan is not in the sample any more. Choose one that is',
    });
    expectProblem(await enter(ruth, round.id, randomUUID()), 'rule-broken', {
      path: 'planId',
      detail: 'Choose a plan of the sample',
    });
  });

  it('are entered for no other kind of round, and not before the draw', async () => {
    const other = await aDrawnRound(ruth, theme({ sampleSize: 2 }));
    const { planId } = planAt(2);
    expectProblem(await enter(ruth, other.id, planId), 'rule-broken', {
      detail: 'The audits of this round look at whole plans, so no documents are entered for it.',
    });
    const frameworkVersionId = await adviceFramework(ruth, 'social-care-advice');
    const planned = await aRound(ruth, advice({ frameworkVersionId }));
    expect(await documentsOf(ruth, planned.id)).toMatchObject({
      plans: [],
      whyNot:
        'The sample of this round has not been drawn. Draw it first: documents are those of drawn plans.',
    });
  });

  it('are the audit lead’s alone', async () => {
    for (const person of [people.helen, people.priya, people.nadia, people.alan, people.tom]) {
      const visitor = await service.signIn(person);
      expectProblem(await visitor.get(`/api/rounds/${round.id}/documents`), 'not-permitted');
      expectProblem(await enter(visitor, round.id, planAt(2).planId), 'not-permitted');
    }
  });

  it('are entered once by a request that is sent twice', async () => {
    const body = { ...aDocument({ title: 'Audiology advice' }), planId: planAt(6).planId };
    const headers = { 'idempotency-key': randomUUID() };
    const send = () => ruth.post<Documents>(`/api/rounds/${round.id}/documents`, body, { headers });
    const answers = [await send(), await send()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const plan = answers[1]?.body.plans.find((one) => one.planId === planAt(6).planId);
    expect(plan?.documents).toHaveLength(1);
  });
});
