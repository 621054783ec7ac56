import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountOf, anAccount, issueLink } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail, trailOf } from '../../support/trail.js';
import type { Answer, Visitor } from '../../support/visitor.js';

describe('what the trail keeps of each act', () => {
  let service: Service;
  let helen: Visitor;
  let helenId: string;

  beforeAll(async () => {
    service = await startService();
    helen = await service.signIn(people.helen);
    helenId = (await accountOf(helen, people.helen)).id;
  });
  afterAll(() => service.stop());

  /** The one entry an act added, with the request it came by. */
  async function entryOf(act: () => Promise<Answer>) {
    let answer: Answer | undefined;
    const added = await addedToTrail(service.database, async () => (answer = await act()));
    expect(answer?.status).toBeLessThan(300);
    expect(added).toHaveLength(1);
    expect(added[0]?.correlation_id).toBe(answer?.headers.get('x-correlation-id'));
    return added[0];
  }

  const wanted = (email: string) => ({
    ...{ fullName: 'Hugo Blake', email, roles: ['auditor', 'moderator'], agency: 'health' },
  });

  it('making an account: who made it, whose it is, the roles and the agency', async () => {
    let id = '';
    const entry = await entryOf(async () => {
      const answer = await helen.post('/api/accounts', wanted('hugo@example.org'));
      id = String(answer.body.id);
      return answer;
    });
    expect(entry).toMatchObject({
      ...{ act: 'accounts.make-account', actor_id: helenId, subject_id: id },
      details: { roles: ['auditor', 'moderator'], agency: 'health' },
    });
  });

  it('changing an account: the names of the fields, never what was in them', async () => {
    const { id, fullName, email, version } = await anAccount(service).by(helen).make();
    const to = { fullName: `${fullName} Blake`, email, roles: ['moderator'], version };
    const entry = await entryOf(() => helen.put(`/api/accounts/${id}`, to));
    expect(entry).toMatchObject({
      ...{ act: 'accounts.change-account', actor_id: helenId, subject_id: id },
      details: { changed: ['fullName', 'roles'], roles: ['moderator'], agency: null },
    });
  });

  it('ending an account', async () => {
    const { id, version } = await anAccount(service).by(helen).make();
    const entry = await entryOf(() => helen.post(`/api/accounts/${id}/ending`, { version }));
    expect(entry).toMatchObject({
      ...{ act: 'accounts.end-account', actor_id: helenId, subject_id: id, details: {} },
    });
  });

  it('issuing a link, and setting a password with it as the person themself', async () => {
    const { id } = await anAccount(service).by(helen).invited().make();
    const issued = await entryOf(() => helen.post(`/api/accounts/${id}/password-links`, {}));
    expect(issued).toMatchObject({
      ...{ act: 'accounts.issue-password-link', actor_id: helenId, subject_id: id, details: {} },
    });
    const token = await issueLink(helen, id);
    const set = await entryOf(() =>
      service.visitor().post('/api/password', { token, password: 'four-teapots-under-rain' }),
    );
    expect(set).toMatchObject({
      ...{ act: 'accounts.set-password', actor_id: id, subject_id: id, details: {} },
    });
  });

  it('signing in, changing one’s password, ending another session and signing out', async () => {
    const ellen = await anAccount(service).by(helen).make();
    await service.signIn(ellen);
    const visitor = service.visitor();
    const signedIn = await entryOf(() => visitor.signIn(ellen));
    const list = await visitor.get<{ sessions: { id: string; isThisOne: boolean }[] }>(
      '/api/account/sessions',
    );
    const other = list.body.sessions.find(({ isThisOne }) => !isThisOne)?.id ?? '';
    const ended = await entryOf(() => visitor.delete(`/api/account/sessions/${other}`));
    const changed = await entryOf(() =>
      visitor.put('/api/account/password', {
        currentPassword: ellen.password,
        newPassword: 'four-teapots-under-rain',
      }),
    );
    const signedOut = await entryOf(() => visitor.delete('/api/session'));
    const entries = [signedIn, ended, changed, signedOut];
    expect(entries.map((entry) => entry?.act)).toEqual([
      'accounts.sign-in',
      'accounts.end-session',
      'accounts.change-password',
      'accounts.sign-out',
    ]);
    for (const entry of entries) {
      expect(entry).toMatchObject({ actor_id: ellen.id, subject_id: ellen.id, details: {} });
    }
  });

  it('changing the partnership’s details: the colour, which is no one’s secret', async () => {
    const { body } = await helen.get('/api/partnership');
    const entry = await entryOf(() =>
      helen.put('/api/partnership', { ...body, name: 'Vale', colour: '#5a1f4b' }),
    );
    expect(entry).toMatchObject({
      ...{ act: 'accounts.change-partnership', actor_id: helenId, subject_id: null },
      details: { colour: '#5a1f4b' },
    });
  });

  it('a refused act: nothing', async () => {
    const ellen = await anAccount(service).by(helen).make();
    const path = `/api/accounts/${ellen.id}`;
    const added = await addedToTrail(service.database, async () => {
      const answers = [
        await helen.post('/api/accounts', wanted(people.dev.email)),
        await helen.post('/api/accounts', { ...wanted('x@example.org'), agency: null }),
        await helen.put(path, { ...wanted(ellen.email), version: 99 }),
        await helen.post(`${path}/ending`, { version: 99 }),
        await helen.put('/api/partnership', { name: 'V', colour: '#ffffff', version: 99 }),
        await service
          .visitor()
          .post('/api/password', { token: 'made-up', password: 'x'.repeat(9) }),
        await helen.delete('/api/account/sessions/0199a000-0000-7000-8000-000000000000'),
      ];
      expect(answers.map(({ status }) => status)).toEqual([409, 422, 409, 409, 409, 422, 404]);
    });
    expect(added).toEqual([]);
  });

  it('an act whose entry cannot be written: not the act either', async () => {
    await service.database.asOwner(
      `ALTER TABLE trail_entries ADD CONSTRAINT no_more_ck CHECK (false) NOT VALID`,
    );
    const answer = await helen.post('/api/accounts', wanted('never@example.org'));
    await service.database.asOwner(`ALTER TABLE trail_entries DROP CONSTRAINT no_more_ck`);
    expect(answer.status).toBe(500);
    const found = await service.database.asOwner(`SELECT FROM accounts WHERE email LIKE 'never@%'`);
    expect(found).toEqual([]);
  });

  it('no name, no address, no free text: only field names, words of lists and keys', async () => {
    const words = await service.database.asOwner<{ word: string }>(
      `SELECT lower(full_name) AS word FROM accounts UNION SELECT email FROM accounts
        UNION SELECT lower(name) FROM partnership UNION SELECT staff_ref FROM accounts WHERE staff_ref IS NOT NULL`,
    );
    const entries = await trailOf(service.database);
    expect(entries.length).toBeGreaterThan(40);
    for (const entry of entries) {
      const text = JSON.stringify(entry).toLowerCase();
      for (const { word } of words) expect(text).not.toContain(`"${word.toLowerCase()}"`);
      expect(text).not.toMatch(/@|hugo|ellen|priya/);
    }
  });
});
