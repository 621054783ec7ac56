import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountOf, anAccount, type MadePerson } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

describe('changing an account', () => {
  let service: Service;
  let helen: Visitor;

  beforeAll(async () => {
    service = await startService();
    helen = await service.signIn(people.helen);
  });
  afterAll(() => service.stop());

  const change = (person: MadePerson, to: Record<string, unknown>) => {
    const { fullName, email, roles, version } = person;
    const { agency = null, staffRef = null } = person;
    return helen.put(`/api/accounts/${person.id}`, {
      ...{ fullName, email, roles, agency, staffRef, version },
      ...to,
    });
  };

  it('makes a report reader an auditor for social care, under a new version', async () => {
    const ellen = await anAccount(service).by(helen).make();
    const answer = await change(ellen, { roles: ['auditor'], agency: 'social-care' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      roles: ['auditor'],
      agency: { key: 'social-care', title: 'Social care' },
      version: ellen.version + 1,
      status: 'active',
    });
  });

  it('refuses a change made on an older version, so that nobody’s change is lost', async () => {
    const ellen = await anAccount(service).by(helen).make();
    expect((await change(ellen, { fullName: 'Ellen Frost' })).status).toBe(200);
    expectProblem(await change(ellen, { fullName: 'Ellen Snow' }), 'stale-version', {
      detail:
        'Someone else has changed this account since you opened it. Reload the page, check what changed and try again.',
    });
    expect((await helen.get(`/api/accounts/${ellen.id}`)).body.fullName).toBe('Ellen Frost');
  });

  it('takes one of two changes made on the same version at the same moment', async () => {
    const ellen = await anAccount(service).by(helen).make();
    const answers = await Promise.all(
      ['Ellen Frost', 'Ellen Snow'].map((fullName) => change(ellen, { fullName })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('lets the person sign in with the new e-mail address and no longer with the old', async () => {
    const ellen = await anAccount(service).by(helen).make();
    await change(ellen, { email: `new.${ellen.email}` });
    expectProblem(await service.visitor().signIn(ellen), 'not-signed-in');
    const renamed = { ...ellen, email: `new.${ellen.email}` };
    expect((await service.visitor().signIn(renamed)).status).toBe(200);
  });

  it('refuses what making an account refuses', async () => {
    const ellen = await anAccount(service).by(helen).make();
    expectProblem(await change(ellen, { roles: ['auditor'] }), 'rule-broken');
    expectProblem(await change(ellen, { email: people.dev.email }), 'already-taken');
    expectProblem(await change(ellen, { fullName: '' }), 'contract-broken');
  });

  it('leaves version and trail alone when nothing is different', async () => {
    const ellen = await anAccount(service).by(helen).make();
    const added = await addedToTrail(service.database, async () => {
      expect((await change(ellen, {})).body.version).toBe(ellen.version);
    });
    expect(added).toEqual([]);
  });

  it('refuses to change an account that has ended', async () => {
    const ellen = await anAccount(service).by(helen).ended().make();
    expectProblem(await change(ellen, { fullName: 'Ellen Frost' }), 'rule-broken', {
      detail: 'This account has ended and cannot be changed.',
    });
  });

  it('does not let Helen give up the only administrator’s role', async () => {
    const self = await accountOf(helen, people.helen);
    const answer = await change({ ...self, agency: undefined }, { roles: ['audit-lead'] });
    expectProblem(answer, 'rule-broken', {
      path: 'roles',
      detail: 'This is the only administrator. Make another one first',
    });
  });

  it('does not count an administrator who has not set a password as another one', async () => {
    await anAccount(service).by(helen).forAdministrator().invited().make();
    const self = await accountOf(helen, people.helen);
    expectProblem(await change(self, { roles: ['audit-lead'] }), 'rule-broken');
  });
});
