import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAccount, issueLink, type MadePerson } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Answer, Visitor } from '../../support/visitor.js';

const PASSWORD = 'four-teapots-under-rain';
const HOUR = 60 * 60;
const DEAD_LINK =
  'This link no longer works. It may have been used, replaced or run out. Ask your administrator for a new one.';

describe('a one-time link to set a password', () => {
  let service: Service;
  let helen: Visitor;

  beforeAll(async () => {
    service = await startService();
    helen = await service.signIn(people.helen);
  });
  afterAll(() => service.stop());

  const invite = () => anAccount(service).by(helen).invited().make();
  const setPassword = (token: string, password = PASSWORD) =>
    service.visitor().post('/api/password', { token, password });
  const canSignIn = async (person: MadePerson, password = PASSWORD) =>
    (await service.visitor().signIn({ ...person, password })).status === 200;
  const expectDeadLink = (answer: Answer) =>
    expectProblem(answer, 'rule-broken', { path: 'token', detail: DEAD_LINK });

  it('lets an invited person set their password and sign in', async () => {
    const ellen = await invite();
    expect((await setPassword(await issueLink(helen, ellen.id))).status).toBe(204);
    expect(await canSignIn(ellen)).toBe(true);
    expect((await helen.get(`/api/accounts/${ellen.id}`)).body.status).toBe('active');
  });

  it('carries its secret behind #, where no server and no referrer sees it, and says when it runs out', async () => {
    const ellen = await invite();
    const { status, body } = await helen.post(`/api/accounts/${ellen.id}/password-links`, {});
    expect(status).toBe(201);
    expect(body).toEqual({
      link: expect.stringMatching(/^http:\/\/localhost:3000\/set-password#[\w-]{43}$/),
      expiresAt: new Date(service.clock.now().getTime() + 72 * HOUR * 1000).toISOString(),
    });
  });

  it('is shown once: nothing in the database or in a later answer holds it', async () => {
    const ellen = await invite();
    const token = await issueLink(helen, ellen.id);
    const rows = await service.database.asOwner<{ whole: string }>(
      `SELECT l::text AS whole FROM password_links l
        UNION ALL SELECT k::text FROM idempotency_keys k UNION ALL SELECT e::text FROM trail_entries e`,
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { whole } of rows) expect(whole).not.toContain(token);
    const account = await helen.get(`/api/accounts/${ellen.id}`);
    expect(JSON.stringify(account.body)).not.toContain(token);
  });

  it('works once', async () => {
    const ellen = await invite();
    const token = await issueLink(helen, ellen.id);
    await setPassword(token);
    expectDeadLink(await setPassword(token, 'another-long-password-8'));
    expect(await canSignIn(ellen)).toBe(true);
  });

  it('works for one of two who use it at the same moment', async () => {
    const ellen = await invite();
    const token = await issueLink(helen, ellen.id);
    const passwords = ['hers-of-teapots-in-rain', 'his-of-kettles-in-snow'];
    const answers = await Promise.all(passwords.map((password) => setPassword(token, password)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
    const winner = answers.findIndex(({ status }) => status === 204);
    expect(await canSignIn(ellen, passwords[winner])).toBe(true);
    expect(await canSignIn(ellen, passwords[1 - winner])).toBe(false);
  });

  it('still works a second before 72 hours have passed, and not when they have', async () => {
    const early = await invite();
    const late = await invite();
    const first = await issueLink(helen, early.id);
    const second = await issueLink(helen, late.id);
    service.clock.advance(72 * HOUR - 1);
    expect((await setPassword(first)).status).toBe(204);
    service.clock.advance(1);
    expectDeadLink(await setPassword(second));
    helen = await service.signIn(people.helen);
  });

  it('stops working when a newer one is issued', async () => {
    const ellen = await invite();
    const older = await issueLink(helen, ellen.id);
    const newer = await issueLink(helen, ellen.id);
    expectDeadLink(await setPassword(older));
    expect((await setPassword(newer)).status).toBe(204);
  });

  it('stops working when the account ends, and none is issued after that', async () => {
    const ellen = await invite();
    const token = await issueLink(helen, ellen.id);
    await helen.post(`/api/accounts/${ellen.id}/ending`, { version: ellen.version });
    expectDeadLink(await setPassword(token));
    expectProblem(await helen.post(`/api/accounts/${ellen.id}/password-links`, {}), 'rule-broken', {
      detail: 'This account has ended. Make a new account if the person has come back.',
    });
  });

  it('is not spent by a password that is refused', async () => {
    const ellen = await invite();
    const token = await issueLink(helen, ellen.id);
    expectProblem(await setPassword(token, 'too short'), 'rule-broken', {
      path: 'password',
      detail: 'Use at least 15 characters. Three or four unrelated words work well',
    });
    expect((await setPassword(token)).status).toBe(204);
  });

  it('lets someone who forgot their password set a new one and ends their sessions', async () => {
    const ellen = await anAccount(service).by(helen).make();
    const session = await service.signIn(ellen);
    const token = await issueLink(helen, ellen.id);
    expect(await canSignIn(ellen, ellen.password)).toBe(true);
    await setPassword(token);
    expectProblem(await session.get('/api/account'), 'not-signed-in');
    expect(await canSignIn(ellen, ellen.password)).toBe(false);
    expect(await canSignIn(ellen)).toBe(true);
  });

  it('answers a made-up secret as it answers a spent one, and makes guessing wait', async () => {
    await service.database.asOwner('DELETE FROM throttle_counts');
    expectDeadLink(await setPassword('a-secret-nobody-issued'));
    await service.database.asOwner('UPDATE throttle_counts SET count = 100');
    expectProblem(await setPassword('a-secret-nobody-issued'), 'too-many-attempts');
  });
});
