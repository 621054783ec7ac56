import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accountOf, anAccount, type MadePerson } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { atOneMoment } from '../../support/at-one-moment.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Answer, Visitor } from '../../support/visitor.js';

const end = (by: Visitor, { id, version }: Pick<MadePerson, 'id' | 'version'>): Promise<Answer> =>
  by.post(`/api/accounts/${id}/ending`, { version });

describe('ending an account', () => {
  let service: Service;
  let helen: Visitor;

  beforeAll(async () => {
    service = await startService();
    helen = await service.signIn(people.helen);
  });
  afterAll(() => service.stop());

  it('is for good: the person cannot sign in, and their acts stay on record', async () => {
    const ellen = await anAccount(service).by(helen).make();
    const answer = await end(helen, ellen);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ status: 'ended', version: ellen.version + 1 });
    expectProblem(await service.visitor().signIn(ellen), 'not-signed-in');
    const { body } = await helen.get<{ total: number }>(`/api/trail?account=${ellen.id}`);
    expect(body.total).toBeGreaterThan(2);
  });

  it('is refused a second time', async () => {
    const ellen = await anAccount(service).by(helen).ended().make();
    expectProblem(await end(helen, ellen), 'rule-broken', {
      detail: 'This account has already ended.',
    });
  });

  it('is refused on a version that someone has changed since', async () => {
    const ellen = await anAccount(service).by(helen).make();
    expectProblem(await end(helen, { ...ellen, version: ellen.version - 1 }), 'stale-version');
  });

  it('is not for one’s own account', async () => {
    expectProblem(await end(helen, await accountOf(helen, people.helen)), 'rule-broken', {
      detail: 'You cannot end your own account. Ask another administrator to do it.',
    });
  });
});

/** Which of the two comes first is the database's choice; that one of them is refused is ours. */
describe('two administrators at the same moment', () => {
  const ALL_ADMINISTRATORS = `SELECT FROM accounts WHERE 'administrator' = ANY (roles) FOR NO KEY UPDATE`;
  let service: Service;
  let helen: Visitor;
  let joan: Visitor;
  let helens: MadePerson;
  let joans: MadePerson;

  beforeEach(async () => {
    service = await startService();
    helen = await service.signIn(people.helen);
    helens = await accountOf(helen, people.helen);
    joans = await anAccount(service).by(helen).forAdministrator().make();
    joan = await service.signIn(joans);
  });
  afterEach(() => service.stop());

  const demote = (by: Visitor, { id, fullName, email, version }: MadePerson): Promise<Answer> =>
    by.put(`/api/accounts/${id}`, { fullName, email, roles: ['audit-lead'], version });

  async function expectOneRefused(
    requests: (() => Promise<Answer>)[],
    ...refusals: number[]
  ): Promise<void> {
    const answers = await atOneMoment(service.database, ALL_ADMINISTRATORS, requests);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(1);
    expect(refusals).toContain(refused[0]?.status);
    const left = await service.database.asOwner(
      `SELECT FROM accounts WHERE status = 'active' AND 'administrator' = ANY (roles)`,
    );
    expect(left).toHaveLength(1);
  }

  it('who end each other leave one of them', async () => {
    await expectOneRefused([() => end(helen, joans), () => end(joan, helens)], 401);
  });

  it('of whom one ends and one demotes the other leave one of them', async () => {
    await expectOneRefused([() => demote(helen, joans), () => end(joan, helens)], 422);
  });

  it('who demote each other leave one of them', async () => {
    await expectOneRefused([() => demote(helen, joans), () => demote(joan, helens)], 422);
  });
});
