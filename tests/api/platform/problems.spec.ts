import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WaitingForPerson } from '@app/backend/testing';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

const SECRET = 'Priya Nair, priya.nair@ashbourne-vale.example, SELECT * FROM accounts';
const UNREADABLE = 'The request could not be read. It must be JSON in the documented form.';

const failing = {
  register: () => undefined,
  list: () => Promise.reject(new Error(SECRET)),
};

describe('a refusal', () => {
  let service: Service;
  let helen: Visitor;

  beforeAll(async () => {
    service = await startService({
      environment: { STATIC_FOLDER: 'none' },
      change: (builder) => builder.overrideProvider(WaitingForPerson).useValue(failing),
    });
    helen = await service.signIn(people.helen);
  });
  afterAll(() => service.stop());

  const raw = (rawBody: string, headers: Record<string, string> = {}) =>
    helen.post('/api/accounts', undefined, {
      rawBody,
      headers: { 'content-type': 'application/json', ...headers },
    });

  it.each(['{"fullName":', 'not JSON', '"text"', 'null', '7'])(
    'of a body that cannot be read, %s, is a 400 in our words',
    async (body) => {
      expectProblem(await raw(body), 'contract-broken', { detail: UNREADABLE });
    },
  );

  it.each(['[]', '[{"fullName":"x"}]', '{}', '{"__proto__":{"roles":["auditor"]}}'])(
    'of a body of another shape, %s, names fields and says what to enter',
    async (body) => {
      const answer = await raw(body);
      expectProblem(answer, 'contract-broken');
      const errors = answer.body.errors as { path: unknown; message: unknown }[];
      expect(errors.length).toBeGreaterThan(0);
      for (const { path, message } of errors) {
        expect(path).toEqual(expect.stringMatching(/./));
        expect(message).toEqual(expect.stringMatching(/^[A-Z]/));
      }
    },
  );

  it('of someone not signed in is a 401, of a role without the right a 403', async () => {
    expectProblem(await service.visitor().get('/api/accounts'), 'not-signed-in');
    expectProblem(await (await service.signIn(people.alan)).get('/api/accounts'), 'not-permitted');
  });

  it.each(['/api/nothing', '/api', '/api/accounts/1/2/3'])(
    'of an address where there is nothing, %s, is a 404',
    async (path) => {
      expectProblem(await helen.get(path), 'not-found', {
        detail: 'There is nothing at this address.',
      });
    },
  );

  it('of a method the address does not have is a 404', async () => {
    expectProblem(await helen.delete('/api/accounts'), 'not-found');
    expectProblem(await helen.send('PATCH', '/api/partnership', {}), 'not-found');
  });

  it('of an address that cannot be read is a 400', async () => {
    for (const path of ['/api/accounts/%E0%A4%A', '/api/account/%']) {
      expectProblem(await helen.get(path), 'contract-broken');
    }
  });

  it('of a body of more than a megabyte is a 413', async () => {
    expectProblem(await raw(JSON.stringify({ fullName: 'x'.repeat(1_100_000) })), 'too-large', {
      detail: 'The request is too large. Send less at once.',
    });
  });

  it('of anything but JSON is a 415', async () => {
    expectProblem(await raw('a=b', { 'content-type': 'text/csv' }), 'wrong-media-type');
    const charset = { 'content-type': 'application/json; charset=klingon' };
    expectProblem(await raw('{}', charset), 'wrong-media-type');
    expectProblem(await raw('{}', { 'content-encoding': 'zstandard' }), 'wrong-media-type');
    expectProblem(await raw('no gzip', { 'content-encoding': 'gzip' }), 'contract-broken');
  });

  it('carries a correlation id of its own each time, which is also in the header', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => service.visitor().get('/api/accounts')));
    const ids = answers.map(({ body }) => String(body.instance));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('never takes the correlation id from the caller, who could put a name into the log', async () => {
    const headers = { 'x-correlation-id': 'Priya Nair', 'x-request-id': 'Priya Nair' };
    const answer = await service.visitor().get('/api/health', { headers });
    expect(answer.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('for an error nobody foresaw is a 500 that gives away nothing but its correlation id', async () => {
    const answer = await helen.get('/api/home');
    expectProblem(answer, 'unexpected', {
      detail:
        'Something went wrong and nothing was changed. Try again; if it goes on, ask for help and quote the reference.',
    });
    expect(JSON.stringify(answer.body) + JSON.stringify([...answer.headers])).not.toMatch(
      /Priya|SELECT|accounts|\.ts|\.js/,
    );
  });
});
