import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountOf, anAccount, type MadePerson } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { inTurn } from '../../support/in-turn.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Answer, Visitor } from '../../support/visitor.js';

describe('ending an account', () => {
  let service: Service;
  let helen: Visitor;

  beforeAll(async () => {
    service = await startService();
    helen = await service.signIn(people.helen);
  });
  afterAll(() => service.stop());

  const end = (by: Visitor, { id, version }: Pick<MadePerson, 'id' | 'version'>) =>
    by.post(`/api/accounts/${id}/ending`, { version });

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

  const ALL_ADMINISTRATORS = `SELECT FROM accounts WHERE 'administrator' = ANY (roles) FOR NO KEY UPDATE`;

  it('leaves an administrator when two end each other at the same moment', async () => {
    const other = await anAccount(service).by(helen).forAdministrator().make();
    const joan = await service.signIn(other);
    const self = await accountOf(helen, people.helen);
    const [first, second] = await inTurn(service.database, ALL_ADMINISTRATORS, [
      () => end(helen, other),
      () => end(joan, self),
    ]);
    expect(first?.status).toBe(200);
    expectProblem(second as Answer, 'not-signed-in', { detail: 'Your account has ended.' });
    expect(await activeAdministrators()).toBe(1);
  });

  it('leaves an administrator when the one who ends the other is demoted at that moment', async () => {
    const other = await anAccount(service).by(helen).forAdministrator().make();
    const joan = await service.signIn(other);
    const self = await accountOf(helen, people.helen);
    const { id, fullName, email, version } = other;
    const demoted = { fullName, email, roles: ['audit-lead'], version };
    const [first, second] = await inTurn(service.database, ALL_ADMINISTRATORS, [
      () => helen.put(`/api/accounts/${id}`, demoted),
      () => end(joan, self),
    ]);
    expect(first?.status).toBe(200);
    expectProblem(second as Answer, 'rule-broken', {
      detail: 'This is the only administrator. Make another one first.',
    });
    expect(await activeAdministrators()).toBe(1);
  });

  it('leaves an administrator when two demote each other at the same moment', async () => {
    const other = await anAccount(service).by(helen).forAdministrator().make();
    const joan = await service.signIn(other);
    const self = await accountOf(helen, people.helen);
    const demote = (by: Visitor, { id, fullName, email, version }: MadePerson) =>
      by.put(`/api/accounts/${id}`, { fullName, email, roles: ['audit-lead'], version });
    const answers = await inTurn(service.database, ALL_ADMINISTRATORS, [
      () => demote(helen, other),
      () => demote(joan, self),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 422]);
    expect(await activeAdministrators()).toBe(1);
  });

  async function activeAdministrators(): Promise<number> {
    const rows = await service.database.asOwner(
      `SELECT FROM accounts WHERE status = 'active' AND 'administrator' = ANY (roles)`,
    );
    return rows.length;
  }
});
