import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Passwords } from '@app/backend/testing';
import { anAccount } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';

const REFUSAL = 'The e-mail address or the password is not right. Check both and try again.';

describe('signing in', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('lets Priya in with her e-mail address and password', async () => {
    const visitor = service.visitor();
    const answer = await visitor.signIn(people.priya);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      signedIn: true,
      account: { fullName: 'Priya Nair', agency: { key: 'health' } },
    });
    expect((await visitor.get('/api/account')).body).toMatchObject({ fullName: 'Priya Nair' });
  });

  it('takes the e-mail address in capitals and with space around it', async () => {
    const answer = await service
      .visitor()
      .signIn({ email: '  PRIYA.NAIR@Ashbourne-Vale.example ', password: people.priya.password });
    expect(answer.status).toBe(200);
  });

  it('takes the password exactly as it was set, in its own case and spaces', async () => {
    const { email, password } = people.priya;
    for (const other of [password.toUpperCase(), ` ${password}`, `${password} `]) {
      expectProblem(await service.visitor().signIn({ email, password: other }), 'not-signed-in');
    }
  });

  it('answers a wrong password, an unknown person, an ended one and an invited one alike', async () => {
    const ended = await anAccount(service).ended().make();
    const invited = await anAccount(service).invited().make();
    const attempts = [
      { email: people.dev.email, password: 'not-the-password-of-dev' },
      { email: 'nobody@ashbourne-vale.example', password: people.dev.password },
      ended,
      invited,
    ];
    for (const attempt of attempts) {
      const answer = await service.visitor().signIn(attempt);
      expectProblem(answer, 'not-signed-in', { detail: REFUSAL });
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it('works as hard for an unknown person as for a wrong password: one comparison of hashes', async () => {
    const compared = jest.spyOn(service.app.get(Passwords), 'isRight');
    await service.visitor().signIn({ email: people.dev.email, password: 'wrong for dev, long' });
    await service.visitor().signIn({ email: 'nobody@example.org', password: 'wrong for all' });
    expect(compared.mock.calls).toEqual([
      [expect.stringMatching(/^\$argon2id\$/), 'wrong for dev, long'],
      [null, 'wrong for all'],
    ]);
    compared.mockRestore();
  });

  it('puts a refused attempt on the trail without saying who tried', async () => {
    const added = await addedToTrail(service.database, () =>
      service.visitor().signIn({ email: 'nobody@example.org', password: 'whatever it was' }),
    );
    expect(added).toEqual([
      expect.objectContaining({
        ...{ act: 'accounts.refuse-sign-in', actor_id: null, subject_id: null, details: {} },
      }),
    ]);
  });

  it('gives the cookie to the server only, to this site only and until the browser closes', async () => {
    const answer = await service.visitor().signIn(people.sam);
    const [cookie, ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('starts a new session in the place of the one the browser had', async () => {
    const browser = await service.signIn(people.tom);
    const first = await browser.get<{ sessions: { id: string }[] }>('/api/account/sessions');
    await browser.signIn(people.tom);
    const second = await browser.get<{ sessions: { id: string }[] }>('/api/account/sessions');
    expect(second.body.sessions).toHaveLength(first.body.sessions.length);
    expect(second.body.sessions[0]?.id).not.toBe(first.body.sessions[0]?.id);
  });

  it('says to someone who is not signed in that nobody is', async () => {
    expect((await service.visitor().get('/api/session')).body).toEqual({
      signedIn: false,
      account: null,
      csrfToken: null,
      idleSeconds: 1800,
      warnSeconds: 120,
      endsAt: null,
    });
  });
});
