import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

const REFUSAL = 'This change did not come from a page of this service, so it was refused.';
const OUT_OF_DATE = 'This page is out of date. Reload it and try again.';

describe('a change that another site asks for', () => {
  let service: Service;
  let priya: Visitor;

  beforeAll(async () => {
    service = await startService({
      environment: { PUBLIC_URL: 'http://audit.ashbourne-vale.example' },
    });
    priya = await service.signIn(people.priya);
  });
  afterAll(() => service.stop());

  const extend = (headers: Record<string, string>) =>
    priya.post('/api/session/extension', undefined, { headers });

  it.each(['cross-site', 'same-site', 'none'])(
    'is refused when the browser says the request is %s',
    async (site) => {
      expectProblem(await extend({ 'sec-fetch-site': site }), 'not-permitted', { detail: REFUSAL });
    },
  );

  it('is taken when the browser says the request comes from our own page', async () => {
    expect((await extend({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it.each(['https://evil.example', 'null', 'https://audit.ashbourne-vale.example'])(
    'is refused when it comes from the origin %s',
    async (origin) => {
      expectProblem(await extend({ origin }), 'not-permitted', { detail: REFUSAL });
    },
  );

  it('is taken from the address people use and from the one the server answers at', async () => {
    for (const origin of ['http://audit.ashbourne-vale.example', service.url]) {
      expect((await extend({ origin })).status).toBe(200);
    }
  });

  it('believes the browser before the origin', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: service.url };
    expectProblem(await extend(headers), 'not-permitted');
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'is refused as a form would send it, %s',
    async (type) => {
      const answer = await service.visitor().post('/api/session', undefined, {
        rawBody: JSON.stringify({ email: people.priya.email, password: people.priya.password }),
        headers: { 'content-type': type },
      });
      expectProblem(answer, 'wrong-media-type', { detail: 'Send the request as JSON.' });
      expect(answer.headers.getSetCookie()).toEqual([]);
    },
  );

  it.each(['', 'made-up', 'x'.repeat(43)])('is refused with the token "%s"', async (token) => {
    expectProblem(await extend({ 'x-csrf-token': token }), 'not-permitted', {
      detail: OUT_OF_DATE,
    });
  });

  it('is refused with the token of another session, even of the same person', async () => {
    const elsewhere = await service.signIn(people.priya);
    const { body } = await elsewhere.get('/api/session');
    expectProblem(await extend({ 'x-csrf-token': String(body.csrfToken) }), 'not-permitted');
  });

  it('needs no token to read', async () => {
    const answer = await priya.get('/api/account', { headers: { 'x-csrf-token': '' } });
    expect(answer.status).toBe(200);
  });

  it('is refused when it asks to sign someone in', async () => {
    const stranger = service.visitor();
    const answer = await stranger.signIn(people.priya, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expectProblem(answer, 'not-permitted', { detail: REFUSAL });
  });
});
