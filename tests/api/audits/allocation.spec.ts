import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AllocationResponse,
  AuditListResponse,
  AuditProgressResponse,
} from '@app/shared/contracts';
import { accountOf, anAccount } from '../../support/builders/account.js';
import { aDrawnRound, aRound, roundCalled, theme } from '../../support/builders/round.js';
import {
  allocate,
  anAllocatedRound,
  anAudit,
  open,
  progressOf,
  readScoring,
  scoringOf,
} from '../../support/builders/scoring.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

describe('allocating a round', () => {
  let service: Service;
  let ruth: Visitor;

  beforeAll(async () => {
    service = await startService();
    ruth = await service.signIn(people.ruth);
  });
  afterAll(() => service.stop());

  it('makes an audit for each drawn plan and gives each agency’s scoring to its auditor', async () => {
    const round = await aDrawnRound(ruth, theme({ sampleSize: 12 }));
    expect((await progressOf(ruth, round.id)).plansWithoutAudit).toBe(12);
    const { body } = await allocate(ruth, round.id);
    expect(body).toEqual({ auditsMade: 12, scoringsAllocated: 36, unallocated: [] });
    const { audits, plansWithoutAudit } = await progressOf(ruth, round.id);
    expect(plansWithoutAudit).toBe(0);
    expect(audits).toHaveLength(12);
    for (const audit of audits) {
      expect(audit).toMatchObject({ state: 'open', dueOn: '2026-09-30', isDue: false });
      expect(audit.reference).toMatch(/^AUD-2026-27-Q2-\d{4}$/);
      expect(
        audit.scorings.map(({ agency, auditor }) => `${agency.key} ${auditor?.fullName ?? ''}`),
      ).toEqual(['education Dev Patel', 'health Priya Nair', 'social-care Sam Okafor']);
    }
  });

  it('numbers audits through the quarter, whatever their round', async () => {
    const routine = await progressOf(ruth, (await roundCalled(ruth, '2026-27-Q2-routine')).id);
    const { id } = await anAllocatedRound(ruth, { sampleSize: 2 });
    const references = [...routine.audits, ...(await progressOf(ruth, id)).audits];
    expect(references[0]?.reference).toBe('AUD-2026-27-Q2-0001');
    expect(new Set(references.map(({ reference }) => reference)).size).toBe(references.length);
  });

  it('may be repeated, and does only what is left', async () => {
    const round = await anAllocatedRound(ruth, { sampleSize: 4 });
    const before = await progressOf(ruth, round.id);
    const { body } = await allocate(ruth, round.id);
    expect(body).toEqual({ auditsMade: 0, scoringsAllocated: 0, unallocated: [] });
    expect((await progressOf(ruth, round.id)).audits).toEqual(before.audits);
  });

  it('by two at one moment makes each audit once', async () => {
    const round = await aDrawnRound(ruth, theme({ sampleSize: 5 }));
    const answers = await Promise.all([allocate(ruth, round.id), allocate(ruth, round.id)]);
    expect(answers.map(({ body }) => body.auditsMade).sort()).toEqual([0, 5]);
    expect((await progressOf(ruth, round.id)).audits).toHaveLength(5);
  });

  it('needs a drawn sample', async () => {
    const { id } = await aRound(ruth, theme({ sampleSize: 3 }));
    expectProblem(await ruth.post(`/api/rounds/${id}/allocation`), 'rule-broken', {
      detail: 'The sample of this round has not been drawn. Draw it first.',
    });
    expectProblem(await ruth.post(`/api/rounds/${people.ruth.email}/allocation`), 'not-found');
  });

  it('follows the sample: a withdrawn plan’s audit is gone, and the next in reserve gets one', async () => {
    const round = await anAllocatedRound(ruth, { sampleSize: 3 });
    const [first] = (await progressOf(ruth, round.id)).audits as [AuditProgressResponse];
    const priya = await service.signIn(people.priya);
    const scoring = scoringOf(first, 'health').id;
    await open(priya, scoring);
    const { body: seen } = await ruth.get(`/api/rounds/${round.id}`);
    const withdrawal = { planId: first.planId, reason: 'died', version: seen.version };
    expect((await ruth.post(`/api/rounds/${round.id}/withdrawals`, withdrawal)).status).toBe(201);
    expectProblem(await priya.get(`/api/scorings/${scoring}`), 'not-found');
    expect(await progressOf(ruth, round.id)).toMatchObject({ plansWithoutAudit: 1 });
    expect((await allocate(ruth, round.id)).body).toMatchObject({ auditsMade: 1 });
    const { audits } = await progressOf(ruth, round.id);
    expect(audits.map(({ planId }) => planId)).not.toContain(first.planId);
    expect(audits).toHaveLength(3);
  });

  it('leaves one entry in the trail, with counts and no plan', async () => {
    const round = await aDrawnRound(ruth, theme({ sampleSize: 2 }));
    const added = await addedToTrail(service.database, () => allocate(ruth, round.id));
    expect(added).toMatchObject([
      {
        ...{ act: 'audits.allocate-round', subject_id: round.id },
        details: {
          ...{ reference: round.reference, auditsMade: 2 },
          ...{ scoringsAllocated: 6, unallocated: 0 },
        },
      },
    ]);
  });
});

describe('who gets which audit', () => {
  let service: Service;
  let ruth: Visitor;
  let helen: Visitor;

  beforeAll(async () => {
    service = await startService();
    ruth = await service.signIn(people.ruth);
    helen = await service.signIn(people.helen);
  });
  afterAll(() => service.stop());

  const auditorsOf = ({ audits }: AuditListResponse, agency: string) =>
    audits.map((audit) => scoringOf(audit, agency).auditor?.fullName);

  it('is the auditor with the fewest open scorings first', async () => {
    await anAccount(service).named('Amira Khan').forAuditor('education').by(helen).make();
    const { id } = await anAllocatedRound(ruth, { sampleSize: 4 });
    // Dev has the scorings of the demonstration's round, so Amira gets these.
    expect(new Set(auditorsOf(await progressOf(ruth, id), 'education'))).toEqual(
      new Set(['Amira Khan']),
    );
    const { auditors } = await progressOf(ruth, id);
    expect(auditors.find(({ fullName }) => fullName === 'Amira Khan')?.openScorings).toBe(4);
  });

  it('is never the officer who keeps the plan, even when there is nobody else', async () => {
    const { id, reference } = await officersAudit();
    expect(scoringOf(await auditIn(id, reference), 'social-care')).toMatchObject({
      ...{ auditor: null, unallocatedBecause: 'every-auditor-conflicted' },
    });
  });

  /** Sam is made the officer of a plan, and then the round is allocated. */
  async function officersAudit(): Promise<{ id: string; reference: string }> {
    const round = await aDrawnRound(ruth, theme({ sampleSize: 30 }));
    const [plan] = await service.database.asOwner<{ officer: string }>(
      `SELECT f.register_facts ->> 'officerRef' AS officer
         FROM samples s JOIN sampled_plans f ON f.sample_id = s.id
         JOIN sample_outcomes o ON o.sample_id = f.sample_id AND o.plan_id = f.plan_id
        WHERE s.round_id = $1 AND o.outcome = 'drawn' AND f.register_facts ->> 'officerRef' NOT IN ('SO-014', 'SO-022')
        ORDER BY f.plan_ref LIMIT 1`,
      [round.id],
    );
    const sam = await accountOf(helen, people.sam);
    await helen.put(`/api/accounts/${sam.id}`, {
      ...{ fullName: people.sam.fullName, email: sam.email, roles: ['auditor'] },
      ...{ agency: 'social-care', staffRef: plan?.officer, version: sam.version },
    });
    const { body } = await allocate(ruth, round.id);
    const [first] = (body as unknown as AllocationResponse).unallocated;
    expect(first).toMatchObject({ agency: 'social-care', reason: 'every-auditor-conflicted' });
    return { id: round.id, reference: first?.reference ?? '' };
  }

  async function auditIn(roundId: string, reference: string): Promise<AuditProgressResponse> {
    const { audits } = await progressOf(ruth, roundId);
    return audits.find((audit) => audit.reference === reference) as AuditProgressResponse;
  }

  it('is no longer someone who declares a conflict: the scoring waits for another auditor', async () => {
    const audit = await anAudit(service, ruth);
    const { id, version } = scoringOf(audit, 'health');
    const priya = await service.signIn(people.priya);
    const declared = { conflict: 'knows-family', version };
    const added = await addedToTrail(service.database, async () => {
      const answer = await priya.post(`/api/scorings/${id}/declaration`, declared);
      expect(answer).toMatchObject({ status: 200, body: { mayScore: false } });
    });
    expect(added).toMatchObject([
      { act: 'audits.declare-conflict', details: { conflict: 'knows-family', agency: 'health' } },
    ]);
    expectProblem(await priya.get(`/api/scorings/${id}`), 'not-found');
    const round = await roundOf(audit);
    const { unallocated } = (await allocate(ruth, round)).body as unknown as AllocationResponse;
    expect(unallocated).toContainEqual({
      ...{ reference: audit.reference, agency: 'health', reason: 'every-auditor-conflicted' },
    });
    const { body: home } = await ruth.get<{ waiting: { title: string }[] }>('/api/home');
    expect(home.waiting.map(({ title }) => title)).toContain('Scorings that need an auditor');
    const amina = await anAccount(service)
      .named('Amina Yusuf')
      .forAuditor('health')
      .by(helen)
      .make();
    await allocate(ruth, round);
    const visitor = await service.signIn(amina);
    expect((await readScoring(visitor, id)).declaredAt).toBeNull();
  });

  async function roundOf({ id }: AuditProgressResponse): Promise<string> {
    const [row] = await service.database.asOwner<{ round_id: string }>(
      'SELECT round_id FROM audits WHERE id = $1',
      [id],
    );
    return row?.round_id ?? '';
  }
});
