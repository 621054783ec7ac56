import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAccount } from '../../support/builders/account.js';
import { databaseWithPeople, type TestDatabase } from '../../support/database.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://audit.ashbourne-vale.example',
  API_DOCS: 'off',
};

describe('in production', () => {
  let database: TestDatabase;
  let service: Service;

  beforeAll(async () => {
    database = await databaseWithPeople();
    service = await startService({ database, environment: production });
  });
  afterAll(() => service.stop());

  /** An account of a person who is no part of the demonstration. */
  async function realPerson() {
    const before = await startService({ database, clock: service.clock });
    const person = await anAccount(before).forAdministrator().make();
    await before.app.close();
    return person;
  }

  it('refuses the demonstration’s people, whose password is published', async () => {
    expectProblem(await service.visitor().signIn(people.helen), 'not-signed-in', {
      detail: 'The e-mail address or the password is not right. Check both and try again.',
    });
  });

  it('does not know a session that a demonstration account began elsewhere', async () => {
    const before = await startService({ database, clock: service.clock });
    const signedIn = await before.visitor().signIn(people.helen);
    const token = /session=([^;]+)/.exec(signedIn.headers.getSetCookie()[0] ?? '')?.[1];
    await before.app.close();
    const cookie = `__Host-session=${token}`;
    expectProblem(
      await service.visitor().get('/api/account', { headers: { cookie } }),
      'not-signed-in',
    );
  });

  it('lets a real person in with a cookie that travels over HTTPS and to this host only', async () => {
    const answer = await service.visitor().signIn(await realPerson());
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ]);
  });

  it('does not read the cookie that plain HTTP would set', async () => {
    const signedIn = await service.visitor().signIn(await realPerson());
    const token = /__Host-session=([^;]+)/.exec(signedIn.headers.getSetCookie()[0] ?? '')?.[1];
    const named = (name: string) =>
      service.visitor().get('/api/account', { headers: { cookie: `${name}=${token}` } });
    expectProblem(await named('session'), 'not-signed-in');
    expect((await named('__Host-session')).status).toBe(200);
  });

  it('tells browsers to come by HTTPS only', async () => {
    const { headers } = await service.visitor().get('/api/health');
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
  });

  it('gives links to the address people use', async () => {
    const helen = service.visitor();
    const administrator = await realPerson();
    await helen.signIn(administrator);
    const answer = await helen.post(`/api/accounts/${administrator.id}/password-links`, {});
    expect(answer.body.link).toMatch(
      /^https:\/\/audit\.ashbourne-vale\.example\/set-password#[\w-]{43}$/,
    );
  });
});
