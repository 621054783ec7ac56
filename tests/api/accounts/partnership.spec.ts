import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAccount } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

describe('the partnership’s name and colour', () => {
  let service: Service;
  let helen: Visitor;

  beforeAll(async () => {
    service = await startService();
    helen = await service.signIn(people.helen);
  });
  afterAll(() => service.stop());

  const present = async () =>
    (
      await service
        .visitor()
        .get<{ name: string; colour: string; version: number }>('/api/partnership')
    ).body;
  const change = async (to: Record<string, unknown>) =>
    helen.put('/api/partnership', { ...(await present()), ...to });

  it('are there for anyone, since the sign-in page shows them', async () => {
    expect(await present()).toEqual({
      name: 'Ashbourne Vale SEND Partnership',
      colour: '#12304a',
      helpEmail: 'send.audit@ashbourne-vale.example',
      version: 2,
    });
  });

  it('change together, under a new version, for the next page anyone opens', async () => {
    const { version } = await present();
    const wanted = { name: 'Ashbourne Partnership', colour: '#5A1F4B', helpEmail: '' };
    const answer = await change(wanted);
    const after = {
      name: 'Ashbourne Partnership',
      colour: '#5a1f4b',
      helpEmail: null,
      version: version + 1,
    };
    expect({ status: answer.status, ...answer.body }).toEqual({ status: 200, ...after });
    expect(await present()).toEqual(after);
  });

  it('take #767676, the lightest grey that white text can be read on, and no lighter one', async () => {
    expect((await change({ colour: '#767676' })).status).toBe(200);
    expectProblem(await change({ colour: '#777777' }), 'rule-broken', {
      path: 'colour',
      detail: 'White text cannot be read on this colour. Choose a darker one',
    });
  });

  it('refuse what is no colour, no name and no address', async () => {
    for (const [path, value] of [
      ['colour', 'navy'],
      ['colour', '#12304a;'],
      ['name', ' '],
      ['name', 'n'.repeat(81)],
      ['helpEmail', 'send.audit'],
    ]) {
      const answer = await change({ [path as string]: value });
      expectProblem(answer, 'contract-broken');
      expect(answer.body.errors).toEqual([{ path, message: answer.body.detail }]);
    }
  });

  it('refuse a change made on an older version', async () => {
    const { version } = await present();
    await change({ name: 'Vale Partnership' });
    expectProblem(await change({ name: 'Older Partnership', version }), 'stale-version', {
      detail:
        'Someone else has changed the partnership’s details since you opened it. Reload the page, check what changed and try again.',
    });
  });
});

describe('the home page', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('shows an administrator how many people have not set their password, and nothing at none', async () => {
    const helen = await service.signIn(people.helen);
    expect((await helen.get('/api/home')).body).toEqual({ waiting: [] });
    await anAccount(service).by(helen).invited().make();
    await anAccount(service).by(helen).invited().make();
    expect((await helen.get('/api/home')).body).toEqual({
      waiting: [
        {
          key: 'accounts-invited',
          title: 'Invited and yet to set a password',
          count: 2,
          link: '/accounts?status=invited',
        },
      ],
    });
  });

  it('shows an auditor nothing of the administrator’s work', async () => {
    const dev = await service.signIn(people.dev);
    const { body } = await dev.get<{ waiting: { key: string }[] }>('/api/home');
    expect(body.waiting.map(({ key }) => key)).toEqual(['audits-to-score']);
  });
});
