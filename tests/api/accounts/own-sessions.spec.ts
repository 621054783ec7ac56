import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { accountOf, anAccount } from '../../support/builders/account.js';
import { atOneMoment } from '../../support/at-one-moment.js';
import { people, type Person } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

interface OwnSessions {
  sessions: { id: string; isThisOne: boolean; device: string; startedAt: string }[];
}

describe('a person’s own sessions', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const sessionsOf = async (visitor: Visitor) =>
    (await visitor.get<OwnSessions>('/api/account/sessions')).body.sessions;

  it('are listed with the browser, the last used first and this one marked', async () => {
    const person = await anAccount(service).make();
    const office = service.visitor();
    await office.signIn(person, { headers: { 'user-agent': FIREFOX } });
    service.clock.advance(60);
    const home = await service.signIn(person);
    expect(await sessionsOf(home)).toEqual([
      expect.objectContaining({ isThisOne: true, device: 'A browser on an unknown system' }),
      expect.objectContaining({ isThisOne: false, device: 'Firefox on Windows' }),
    ]);
  });

  it('are kept by the hash of the cookie, never by the cookie', async () => {
    const answer = await service.visitor().signIn(people.tom);
    const token = /session=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '')?.[1] ?? '';
    const rows = await service.database.asOwner<{ whole: string; token_hash: Buffer }>(
      `SELECT s::text AS whole, token_hash FROM sessions s ORDER BY started_at DESC, id DESC`,
    );
    const hash = createHash('sha256').update(token).digest();
    expect(rows.filter((row) => row.token_hash.equals(hash))).toHaveLength(1);
    for (const { whole } of rows) expect(whole).not.toContain(token);
  });

  it('are ended once when the person signs out in two tabs at the same moment', async () => {
    const person = await anAccount(service).make();
    const tab = await service.signIn(person);
    const signOut = () => tab.delete('/api/session');
    const lock = `SELECT FROM sessions WHERE account_id = '${person.id}' FOR UPDATE`;
    const answers = await atOneMoment(service.database, lock, [signOut, signOut]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expectProblem(await tab.get('/api/account'), 'not-signed-in');
  });

  it('can be ended one by one from another browser', async () => {
    const person = await anAccount(service).make();
    const lost = await service.signIn(person);
    const here = await service.signIn(person);
    const other = (await sessionsOf(here)).find((session) => !session.isThisOne);
    expect((await here.delete(`/api/account/sessions/${other?.id}`)).status).toBe(204);
    expectProblem(await lost.get('/api/account'), 'not-signed-in');
    expect(await sessionsOf(here)).toEqual([expect.objectContaining({ isThisOne: true })]);
  });

  it('do not include another person’s: to Ruth, Priya’s session is not there', async () => {
    const priya = await service.signIn(people.priya);
    const ruth = await service.signIn(people.ruth);
    const [session] = await sessionsOf(priya);
    expectProblem(await ruth.delete(`/api/account/sessions/${session?.id}`), 'not-found');
    expectProblem(await ruth.delete('/api/account/sessions/no-such-session'), 'not-found');
    expect((await priya.get('/api/account')).status).toBe(200);
  });

  it('leave the list when they have run out', async () => {
    const person = await anAccount(service).make();
    await service.signIn(person);
    service.clock.advance(31 * 60);
    expect(await sessionsOf(await service.signIn(person))).toHaveLength(1);
  });

  it('end with signing out, which also clears what the browser kept', async () => {
    const sam = await service.signIn(people.sam);
    const answer = await sam.delete('/api/session');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=; .*Expires=Thu, 01 Jan 1970/),
    ]);
    const afterwards = { headers: { cookie: cookieOf(answer.headers) } };
    expectProblem(await sam.get('/api/account', afterwards), 'not-signed-in');
  });

  it('do not outlive signing out, even for someone who kept the cookie', async () => {
    const visitor = service.visitor();
    const cookie = cookieOf((await visitor.signIn(people.sam)).headers);
    await visitor.delete('/api/session');
    expectProblem(
      await service.visitor().get('/api/account', { headers: { cookie } }),
      'not-signed-in',
    );
  });

  it('stop at once when an administrator ends the account', async () => {
    const helen = await service.signIn(people.helen);
    const person = await anAccount(service).by(helen).make();
    const leaver = await service.signIn(person);
    const { version } = await accountOf(helen, person);
    await helen.post(`/api/accounts/${person.id}/ending`, { version });
    expectProblem(await leaver.get('/api/account'), 'not-signed-in');
  });

  it('do not count for an account that has ended, even if one was left behind', async () => {
    const person = await anAccount(service).make();
    const leaver = await service.signIn(person);
    await service.database.asOwner(
      `UPDATE accounts SET status = 'ended', ended_at = now(), password_hash = NULL WHERE id = $1`,
      [person.id],
    );
    expectProblem(await leaver.get('/api/account'), 'not-signed-in');
  });

  it('carry new roles from the next request on', async () => {
    const helen = await service.signIn(people.helen);
    const person: Person & { id: string } = await anAccount(service).by(helen).make();
    const visitor = await service.signIn(person);
    expectProblem(await visitor.get('/api/accounts'), 'not-permitted');
    await give(helen, person, ['administrator']);
    expect((await visitor.get('/api/accounts')).status).toBe(200);
    await give(helen, person, ['report-reader']);
    expectProblem(await visitor.get('/api/accounts'), 'not-permitted');
  });

  async function give(helen: Visitor, person: Person & { id: string }, roles: string[]) {
    const { fullName, email } = person;
    const { version } = await accountOf(helen, person);
    const answer = await helen.put(`/api/accounts/${person.id}`, {
      ...{ fullName, email, version },
      roles,
    });
    expect(answer.status).toBe(200);
  }

  const cookieOf = (headers: Headers): string =>
    (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
});
