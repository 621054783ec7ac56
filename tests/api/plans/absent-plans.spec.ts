import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aRegister, aRow } from '../../support/builders/register.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { plansIn } from '../../support/registers.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Answer, Visitor } from '../../support/visitor.js';

type Absent = { id: string; planRef: string; version: number; decision: string | null };
type AbsentPage = {
  plans: Absent[];
  total: number;
  undecided: number;
  page: number;
  pages: number;
};

describe('plans that the newest register does not have', () => {
  let service: Service;
  let ruth: Visitor;
  let registerId: string;

  beforeEach(async () => {
    service = await startService();
    ruth = await service.signIn(people.ruth);
    ({ id: registerId } = await aRegister(service).by(ruth).confirm());
  });
  afterEach(() => service.stop());

  const absent = async (id = registerId, page = 1): Promise<AbsentPage> =>
    (await ruth.get<AbsentPage>(`/api/plan-registers/${id}/absent?page=${page}`)).body;
  const settle = (decisions: unknown[], id = registerId): Promise<Answer> =>
    ruth.post(`/api/plan-registers/${id}/absent-plans`, { decisions });
  const decide = ({ id: planId, version }: Absent, decision: string) => ({
    ...{ planId, version, decision },
  });

  it('are listed, those in force alone, and nothing becomes of them by itself', async () => {
    const first = await absent();
    expect(first).toMatchObject({ total: 1500, undecided: 1500, page: 1, pages: 30 });
    expect(first.plans).toHaveLength(50);
    expect(first.plans[0]).toMatchObject({ decision: null, ceasedOn: null });
    const again = (await absent()).plans.map(({ planRef }) => planRef);
    expect((await absent(registerId, 2)).plans.map(({ planRef }) => planRef)).not.toEqual(again);
  });

  it('are kept as they are, or cease on the day for which the register spoke', async () => {
    const { plans } = await absent();
    const [kept, ceased] = plans as [Absent, Absent];
    const entries = await addedToTrail(service.database, () =>
      settle([decide(kept, 'keep'), decide(ceased, 'cease')]),
    );
    const read = async ({ id }: Absent) => (await ruth.get(`/api/plans/${id}`)).body;
    expect(await read(kept)).toMatchObject({ ceasedOn: null, version: kept.version });
    expect(await read(ceased)).toMatchObject({
      ...{ ceasedOn: '2026-09-01', version: ceased.version + 1 },
    });
    expect(await absent()).toMatchObject({ undecided: 1498, total: 1500 });
    expect(entries).toEqual([
      expect.objectContaining({
        ...{ act: 'plans.settle-absent-plans', details: { keep: 1, cease: 1 } },
      }),
    ]);
  });

  it('are settled all or none: a plan that changed meanwhile refuses the others too', async () => {
    const { plans } = await absent();
    const [first, second] = plans as [Absent, Absent];
    const before = await plansIn(service.database);
    const stale = { ...decide(second, 'cease'), version: second.version + 1 };
    expectProblem(await settle([decide(first, 'cease'), stale]), 'stale-version');
    expect(await plansIn(service.database)).toEqual(before);
    expect(await absent()).toMatchObject({ undecided: 1500 });
  });

  it('are decided on once each', async () => {
    const [plan] = (await absent()).plans as [Absent];
    expectProblem(await settle([decide(plan, 'keep'), decide(plan, 'cease')]), 'rule-broken', {
      detail: 'Decide on each plan once.',
    });
    expect((await settle([decide(plan, 'keep')])).status).toBe(200);
    expectProblem(await settle([decide(plan, 'cease')]), 'stale-version');
    expectProblem(await settle([]), 'contract-broken');
    expectProblem(await settle([{ ...decide(plan, 'lose') }]), 'contract-broken');
  });

  it('are asked about anew with the next register, but for those kept for that very day', async () => {
    const [kept] = (await absent()).plans as [Absent];
    await settle([decide(kept, 'keep')]);
    const same = await aRegister(service).by(ruth).confirm();
    expect(await absent(same.id)).toMatchObject({ undecided: 1500 });
    expect((await absent(same.id)).plans).not.toContainEqual(
      expect.objectContaining({ planRef: kept.planRef }),
    );
    expect(await absent()).toMatchObject({ total: 1, undecided: 0 });
    const later = await aRegister(service).by(ruth).asAtDay('2026-09-15').confirm();
    expect((await absent(later.id)).plans).toContainEqual(
      expect.objectContaining({ planRef: kept.planRef, decision: null }),
    );
  });

  it('are not those whose row was kept out for another fault', async () => {
    const [plan] = (await absent()).plans as [Absent];
    const { id } = await aRegister(service)
      .by(ruth)
      .of(aRow(), aRow({ plan_ref: plan.planRef, age: 'x' }))
      .confirm();
    expect((await absent(id)).plans).not.toContainEqual(
      expect.objectContaining({ planRef: plan.planRef }),
    );
  });
});
