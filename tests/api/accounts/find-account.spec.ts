import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAccount } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

describe('finding accounts', () => {
  let service: Service;
  let helen: Visitor;

  beforeAll(async () => {
    service = await startService();
    helen = await service.signIn(people.helen);
    await anAccount(service).by(helen).named('Amy Stone').forAuditor('health').ended().make();
  });
  afterAll(() => service.stop());

  async function namesFor(query: string): Promise<string[]> {
    const answer = await helen.get<{ accounts: { fullName: string }[] }>(`/api/accounts${query}`);
    expect(answer.status).toBe(200);
    return answer.body.accounts.map(({ fullName }) => fullName);
  }

  it('lists everyone by name, those who left as well', async () => {
    const everyone = Object.values(people).map(({ fullName }) => fullName);
    expect(await namesFor('')).toEqual(['Amy Stone', ...everyone].sort());
  });

  it('finds by role, by agency, by status and by all of them', async () => {
    expect(await namesFor('?role=send-officer')).toEqual(['Grace Lin', 'Owen Price']);
    expect(await namesFor('?agency=health')).toEqual(['Amy Stone', 'Priya Nair']);
    expect(await namesFor('?status=ended')).toEqual(['Amy Stone']);
    expect(await namesFor('?role=auditor&agency=health&status=active')).toEqual(['Priya Nair']);
    expect(await namesFor('?agency=police')).toEqual([]);
  });

  it('refuses a filter it does not know', async () => {
    expectProblem(await helen.get('/api/accounts?role=owner'), 'contract-broken', {
      path: 'role',
      detail: 'Choose a role from the list',
    });
    expectProblem(await helen.get('/api/accounts?name=Priya'), 'contract-broken', {
      path: 'name',
      detail: 'The request has a part that the service does not know: name',
    });
  });

  it('says that an account is not there, for a key unknown and for what is no key', async () => {
    for (const id of ['0199a000-0000-7000-8000-000000000000', 'priya', '%00', '1%27--']) {
      expectProblem(
        await helen.get(`/api/accounts/${id}`),
        id === '%00' ? 'contract-broken' : 'not-found',
      );
    }
  });

  it('lists the agencies in the partnership’s order, to anyone signed in', async () => {
    const alan = await service.signIn(people.alan);
    expect((await alan.get('/api/agencies')).body).toEqual({
      agencies: [
        { key: 'education', title: 'Education' },
        { key: 'health', title: 'Health' },
        { key: 'social-care', title: 'Social care' },
      ],
    });
  });

  it('tells each person about their own account', async () => {
    const grace = await service.signIn(people.grace);
    expect((await grace.get('/api/account')).body).toEqual({
      id: expect.any(String),
      fullName: 'Grace Lin',
      email: people.grace.email,
      roles: ['send-officer'],
      agency: null,
      staffRef: 'SO-014',
      passwordChangedAt: expect.stringMatching(/^2025-06-02T/),
    });
  });
});
