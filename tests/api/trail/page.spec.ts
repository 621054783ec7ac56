import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountOf, anAccount } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

interface TrailPage {
  entries: {
    happenedAt: string;
    act: string;
    actor: { fullName: string } | null;
    subject: { type: string; title: string | null } | null;
    details: { name: string; value: string }[];
  }[];
  page: number;
  pages: number;
  total: number;
  acts: string[];
}

describe('reading the trail', () => {
  let service: Service;
  let helen: Visitor;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  async function read(query: string): Promise<TrailPage> {
    const { status, body } = await helen.get<TrailPage>(`/api/trail${query}`);
    expect(status).toBe(200);
    return body;
  }

  /** Signs Helen in at an instant, which is an act of its own. */
  async function at(instant: string): Promise<void> {
    service.clock.set(new Date(instant));
    helen = await service.signIn(people.helen);
  }

  it('shows the newest first, with names from the accounts and details as words', async () => {
    await at('2026-09-15T08:30:00Z');
    const ellen = await anAccount(service).by(helen).invited().forAuditor('health').make();
    const { entries } = await read('?act=accounts.make-account');
    expect(entries[0]).toEqual({
      id: expect.any(String),
      happenedAt: '2026-09-15T08:30:00.000Z',
      act: 'accounts.make-account',
      actor: { id: expect.any(String), fullName: 'Helen Marsh' },
      subject: { type: 'account', id: ellen.id, title: 'Ellen Ward' },
      details: [
        { name: 'roles', value: 'auditor' },
        { name: 'agency', value: 'health' },
      ],
      isSealed: expect.any(Boolean),
    });
    const times = (await read('')).entries.map(({ happenedAt }) => happenedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('lists every act on record for the filter, in order', async () => {
    const { acts } = await read('');
    expect(acts).toEqual([...acts].sort());
    expect(acts).toContain('accounts.sign-in');
    for (const act of acts) {
      const { entries, total } = await read(`?act=${act}`);
      expect(total).toBeGreaterThan(0);
      expect(entries.every((entry) => entry.act === act)).toBe(true);
    }
  });

  it('finds what a person did and what was done to their account', async () => {
    await at('2026-09-16T08:30:00Z');
    const ellen = await anAccount(service).by(helen).make();
    await service.signIn(ellen);
    const { entries, total } = await read(`?account=${ellen.id}`);
    expect(total).toBe(4);
    expect(entries.map(({ act }) => act).sort()).toEqual([
      'accounts.issue-password-link',
      'accounts.make-account',
      'accounts.set-password',
      'accounts.sign-in',
    ]);
    const { id } = await accountOf(helen, people.helen);
    const byHelen = await read(`?account=${id}&act=accounts.make-account`);
    expect(byHelen.entries.every(({ actor }) => actor?.fullName !== 'Ellen Ward')).toBe(true);
    expect((await read(`?account=${ellen.id.toUpperCase()}`)).total).toBe(4);
  });

  it('counts days as London does: an hour before midnight UTC in summer is the next day', async () => {
    await at('2027-06-30T22:59:59Z');
    await at('2027-06-30T23:00:00Z');
    expect((await read('?from=2027-06-30&to=2027-06-30')).total).toBe(1);
    expect((await read('?from=2027-07-01&to=2027-07-01')).total).toBe(1);
    expect((await read('?from=2027-06-30&to=2027-07-01')).total).toBe(2);
  });

  it('gives the day the clocks go back twenty-five hours and the day they go on twenty-three', async () => {
    for (const instant of [
      '2026-10-24T22:59:59Z',
      '2026-10-24T23:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T23:59:59Z',
      '2026-10-26T00:00:00Z',
    ])
      await at(instant);
    expect((await read('?from=2026-10-25&to=2026-10-25')).total).toBe(4);
    for (const instant of [
      '2027-03-27T23:59:59Z',
      '2027-03-28T00:00:00Z',
      '2027-03-28T22:59:59Z',
      '2027-03-28T23:00:00Z',
    ])
      await at(instant);
    expect((await read('?from=2027-03-28&to=2027-03-28')).total).toBe(2);
  });

  it('has pages of fifty, each entry on one of them', async () => {
    await at('2027-08-02T08:00:00Z');
    await service.database.asOwner(
      `INSERT INTO trail_entries (id, happened_at, act)
       SELECT gen_random_uuid(), '2028-01-10T09:00:00Z', 'accounts.sign-out' FROM generate_series(1, 103)`,
    );
    const seen = new Set<string>();
    for (const page of [1, 2, 3]) {
      const { entries, ...rest } = await read(`?from=2028-01-10&page=${page}`);
      expect(rest).toMatchObject({ page, pages: 3, total: 103 });
      expect(entries).toHaveLength(page === 3 ? 3 : 50);
      for (const entry of entries) seen.add((entry as unknown as { id: string }).id);
    }
    expect(seen.size).toBe(103);
    expect((await read('?from=2028-01-10&page=4')).entries).toEqual([]);
  });

  it('says plainly when nothing was done', async () => {
    expect(await read('?from=2031-01-01')).toMatchObject({
      entries: [],
      total: 0,
      page: 1,
      pages: 1,
    });
  });

  it('takes the first and the last day there is', async () => {
    const { total } = await read('?from=0001-01-01&to=9999-12-31');
    expect(total).toBe((await read('')).total);
  });

  it.each([
    ['from', '2026-02-30', '2026-02-30 is not a real date'],
    ['to', '3 November', 'Enter a real date, like 2026-11-03'],
    ['account', 'helen', 'Choose a person from the list'],
    ['page', '0', 'page must be 1 or more'],
    ['page', '1.5', 'page must be a whole number'],
    ['page', '1000000', 'page must be 100,000 or less'],
    ['actor', 'helen', 'The request has a part that the service does not know: actor'],
  ])('refuses %s=%s', async (path, value, detail) => {
    const answer = await helen.get(`/api/trail?${path}=${encodeURIComponent(value)}`);
    expectProblem(answer, 'contract-broken', { path, detail });
  });
});
