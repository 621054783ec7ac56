import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aPlan, aRegister, aRow } from '../../support/builders/register.js';
import { onePerRole, people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

type Plan = Record<string, unknown> & { id: string; planRef: string };
type Page = {
  plans: Plan[];
  total: number;
  page: number;
  pages: number;
  teams: string[];
  authorities: string[];
};

describe('reading the register of plans', () => {
  let service: Service;
  let nadia: Visitor;

  beforeAll(async () => {
    service = await startService();
    const team = 'Reading team';
    await aRegister(service)
      .of(
        aRow({ plan_ref: 'R-1', team, year_group: '11', age: '16', primary_need: '' }),
        aRow({ plan_ref: 'R-2', team, social_care_status: 'looked-after', last_review_on: '' }),
        aRow({ plan_ref: 'R-3', team, setting_type: 'elective-home', ceased_on: '2026-08-01' }),
        aRow({ plan_ref: 'R-4', team, year_group: '', age: '20', first_issued_on: '2019-01-01' }),
        aRow({ plan_ref: 'R-5', team, local_authority: 'Elsewhere', year_group: 'N2', age: '4' }),
      )
      .confirm();
    nadia = await service.signIn(people.nadia);
  });
  afterAll(() => service.stop());

  const read = async (query: string): Promise<Page> =>
    (await nadia.get<Page>(`/api/plans?${query}`)).body;
  const refs = async (query: string): Promise<string[]> =>
    (await read(`team=Reading+team&${query}`)).plans.map(({ planRef }) => planRef);

  it('shows plans in force by reference, in pages, with the groups to narrow it by', async () => {
    const first = await read('');
    expect(first).toMatchObject({ total: 1504, page: 1, pages: 31 });
    expect(first.plans).toHaveLength(50);
    const inOrder = first.plans.map(({ planRef }) => planRef);
    expect([...inOrder].sort()).toEqual(inOrder);
    expect(first.authorities).toEqual(['Ashbourne Vale', 'Carrow', 'Elsewhere']);
    expect(first.teams).toContain('Reading team');
    expect((await read('page=31')).plans).toHaveLength(4);
    expect((await read('page=32')).plans).toEqual([]);
  });

  it.each([
    ['', ['R-1', 'R-2', 'R-4', 'R-5']],
    ['state=all', ['R-1', 'R-2', 'R-3', 'R-4', 'R-5']],
    ['state=ceased', ['R-3']],
    ['need=unknown', ['R-1']],
    ['need=SLCN', ['R-2', 'R-4', 'R-5']],
    ['care=looked-after', ['R-2']],
    ['setting=elective-home&state=all', ['R-3']],
    ['authority=Elsewhere', ['R-5']],
    ['year=11', ['R-1']],
    ['year=-1', ['R-5']],
    ['ref=R-4', ['R-4']],
    ['ref=R', []],
    ['ref=r-4', []],
    ['sort=ref&direction=down', ['R-5', 'R-4', 'R-2', 'R-1']],
    ['sort=year-group', ['R-5', 'R-2', 'R-1', 'R-4']],
    ['sort=first-issued', ['R-4', 'R-1', 'R-2', 'R-5']],
    ['sort=last-review&direction=down', ['R-1', 'R-4', 'R-5', 'R-2']],
  ])('is narrowed and ordered by "%s"', async (query, expected) => {
    expect(await refs(query)).toEqual(expected);
  });

  it('shows one plan with the year group of today, which moves on in September', async () => {
    const [plan] = (await read('ref=R-1')).plans;
    const { body } = await nadia.get(`/api/plans/${plan?.id ?? ''}`);
    expect(body).toEqual(plan);
    expect(body).toMatchObject({
      ...{ planRef: 'R-1', yearGroup: 11, age: 16, phase: 'secondary', asAtOn: '2026-09-01' },
      ...{ primaryNeed: null, officerRef: 'SO-014', ceasedOn: null, version: 1 },
    });
    service.clock.set(new Date('2027-09-01T08:00:00Z'));
    nadia = await service.signIn(people.nadia);
    expect((await nadia.get(`/api/plans/${plan?.id ?? ''}`)).body).toMatchObject({
      ...{ yearGroup: 12, age: 17, phase: 'post-16', asAtOn: '2026-09-01' },
    });
    expect(await refs('year=12')).toEqual(['R-1']);
  });

  it('does not find a plan that is not there', async () => {
    expectProblem(await nadia.get(`/api/plans/${randomUUID()}`), 'not-found');
  });

  it('is for the audit lead and the SEND manager, and uploads are for the lead alone', async () => {
    const plan = await aPlan(service);
    const register = await aRegister(service).upload();
    const plans = ['/api/plans', `/api/plans/${plan}`];
    const registers = ['', `/${register}`, `/${register}/problems`, `/${register}/absent`];
    const uploads = registers.map((path) => `/api/plan-registers${path}`);
    for (const person of onePerRole) {
      const visitor = await service.signIn(person);
      const answersTo = async (paths: string[]) => {
        const answers = await Promise.all(paths.map((path) => visitor.get(path)));
        return [...new Set(answers.map(({ status }) => status))];
      };
      const isReader = person.roles.some((role) => ['audit-lead', 'send-manager'].includes(role));
      const isLead = person.roles.includes('audit-lead');
      expect([person.fullName, await answersTo(plans)]).toEqual([
        person.fullName,
        [isReader ? 200 : 403],
      ]);
      expect([person.fullName, await answersTo(uploads)]).toEqual([
        person.fullName,
        [isLead ? 200 : 403],
      ]);
    }
  });
});

describe('the register of the demonstration', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const count = async (condition: string): Promise<number> => {
    const [row] = await service.database.asOwner<{ count: number }>(
      `SELECT count(*)::integer AS count FROM plans WHERE ${condition}`,
    );
    return row?.count ?? 0;
  };

  it('has fifteen hundred plans in force, with the needs of England and all the awkward cases', async () => {
    expect(await count('ceased_on IS NULL')).toBe(1500);
    const all = await count('true');
    const share = async (need: string) => (100 * (await count(`primary_need = '${need}'`))) / all;
    expect(Math.abs((await share('ASD')) - 31.5)).toBeLessThan(2);
    expect(Math.abs((await share('SLCN')) - 21.3)).toBeLessThan(2);
    expect(Math.abs((await share('SEMH')) - 20.7)).toBeLessThan(2);
    for (const awkward of [
      'is_transferred_in',
      'is_tribunal_ordered',
      'ceased_on IS NOT NULL',
      'year_group IS NULL AND age >= 19',
      'primary_need IS NULL',
      `social_care_status = 'looked-after'`,
      `setting_type = 'elective-home'`,
      'has_learning_disability IS NULL',
      'officer_ref IS NULL',
      `officer_ref IN (SELECT staff_ref FROM accounts)`,
      `officer_ref NOT IN (SELECT staff_ref FROM accounts WHERE staff_ref IS NOT NULL)`,
    ])
      expect([awkward, (await count(awkward)) > 2]).toEqual([awkward, true]);
  });
});
