import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountOf, anAccount, type MadePerson } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';

const NOT_PERMITTED =
  'Your roles do not include this. If you need it for your work, ask your administrator.';

/** Written by hand and not from the table, so that a wrong row is seen. */
describe('only an administrator', () => {
  let service: Service;
  let dev: MadePerson;

  beforeAll(async () => {
    service = await startService();
    dev = await accountOf(await service.signIn(people.helen), people.dev);
  });
  afterAll(() => service.stop());

  const others = [
    ['the audit lead Ruth', people.ruth],
    ['the auditor Priya', people.priya],
    ['the moderator Tom', people.tom],
    ['the SEND officer Grace', people.grace],
    ['the SEND manager Nadia', people.nadia],
    ['the report reader Alan', people.alan],
    ['the framework editor Joan', people.joan],
  ] as const;

  const acts: [string, string, (id: string) => string, unknown][] = [
    ['lists accounts', 'GET', () => '/api/accounts', undefined],
    ['reads an account', 'GET', (id) => `/api/accounts/${id}`, undefined],
    [
      'makes an account',
      'POST',
      () => '/api/accounts',
      { fullName: 'Eve', email: 'eve@example.org', roles: ['administrator'] },
    ],
    [
      'changes an account',
      'PUT',
      (id) => `/api/accounts/${id}`,
      { fullName: 'Dev', email: people.dev.email, roles: ['administrator'], version: 2 },
    ],
    ['ends an account', 'POST', (id) => `/api/accounts/${id}/ending`, { version: 2 }],
    ['issues a link to set a password', 'POST', (id) => `/api/accounts/${id}/password-links`, {}],
    ['reads the trail', 'GET', () => '/api/trail', undefined],
    [
      'changes the partnership’s details',
      'PUT',
      () => '/api/partnership',
      { name: 'Eve’s', colour: '#000000', version: 2 },
    ],
  ];

  it.each(acts)('%s', async (_, method, path, body) => {
    for (const [, person] of others) {
      const visitor = await service.signIn(person);
      const answer = await visitor.send(method, path(dev.id), body);
      expectProblem(answer, 'not-permitted', { detail: NOT_PERMITTED });
    }
    const stranger = await service.visitor().send(method, path(dev.id), body);
    expectProblem(stranger, 'not-signed-in', { detail: 'Sign in to go on.' });
  });

  it.each(others)('holds the accounts and the partnership as %s left them', async (_, person) => {
    const visitor = await service.signIn(person);
    for (const [, method, path, body] of acts) await visitor.send(method, path(dev.id), body);
    const helen = await service.signIn(people.helen);
    expect(await accountOf(helen, people.dev)).toEqual(
      expect.objectContaining({ version: dev.version, status: 'active', roles: ['auditor'] }),
    );
    expect((await helen.get('/api/partnership')).body).toMatchObject({ version: 2 });
  });

  it('may hold another role beside, and then does both', async () => {
    const both = await anAccount(service).withRoles('moderator', 'administrator').make();
    const visitor = await service.signIn(both);
    expect((await visitor.get('/api/trail')).status).toBe(200);
    expect((await visitor.get('/api/home')).status).toBe(200);
  });
});
