import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerifyTrail } from '@app/backend/testing';
import { permissions } from '@app/shared/domain';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { DeclaredAnswers } from '../../support/contract/answers.js';
import { hostileRequests, addQuery, type HostileRequest } from '../../support/contract/hostile.js';
import {
  documentOf,
  type InterfaceDocument,
  type Operation,
} from '../../support/contract/operations.js';
import { Performing, send } from '../../support/contract/performing.js';
import { people } from '../../support/people.js';
import { startService, type Service } from '../../support/service.js';

const SEED = 20_260_915;
const RUNS = 200;
/** One person’s requests are answered one after another; several people ask at once. */
const AT_ONCE = 4;

describe('hostile requests', () => {
  let service: Service;
  let document: InterfaceDocument;
  let answers: DeclaredAnswers;
  let performing: Performing;

  beforeAll(async () => {
    service = await startService();
    document = documentOf(service);
    answers = new DeclaredAnswers(document);
    performing = new Performing(service, document);
  });
  afterAll(() => service.stop());

  const routes = Object.keys(permissions).map((route) => route.replaceAll(/:(\w+)/g, '{$1}'));

  it.each(routes)(
    'to %s get an answer it declares, never a failure',
    async (name) => {
      const operation = document.operations.find((one) => one.name === name) as Operation;
      const requests = hostileRequests(operation, document);
      if (requests === null) {
        expect(operation.parameters.filter((parameter) => parameter.in !== 'header')).toEqual([]);
        return;
      }
      let prepared = await performing.prepare(operation);
      const attempt = async ({ key, query, body, rawBody }: HostileRequest): Promise<string[]> => {
        await service.database.asOwner('DELETE FROM throttle_counts');
        const { visitor, path: known } = prepared;
        const address =
          key === 'known' ? known : await performing.addressOf(operation, visitor, wellFormed(key));
        const request = { visitor, path: addQuery(address, query), body };
        const answer = await send(operation, request, rawBody === undefined ? {} : { rawBody });
        // What was asked may have ended the session it was asked with.
        if (answer.status === 401) prepared = await performing.prepare(operation);
        return answers.faultsOf(operation, answer);
      };
      await fc.assert(
        fc.asyncProperty(
          fc.array(requests, { minLength: AT_ONCE, maxLength: AT_ONCE }),
          async (several) => {
            const faults = await Promise.all(several.map(attempt));
            expect(faults.flat()).toEqual([]);
          },
        ),
        { seed: SEED, numRuns: RUNS / AT_ONCE, endOnFailure: true },
      );
    },
    60_000,
  );

  it.each([
    ['cookie', 'session=%E0%A4%A'],
    ['cookie', `session=${'x'.repeat(4000)}`],
    ['cookie', 'session=; session=1; __proto__=2'],
    ['x-forwarded-for', "'; DROP TABLE accounts; --"],
    ['x-forwarded-for', 'not an address, ::::'],
    ['user-agent', '\u00ff'.repeat(2000)],
    ['accept', 'nothing/at-all'],
    ['accept-encoding', 'klingon'],
    ['if-none-match', '*'],
    ['range', 'bytes=0-0,-1'],
    ['x-http-method-override', 'DELETE'],
    ['origin', 'not an origin'],
    ['host', 'evil.example'],
  ])('with the header %s: %s are answered as without it', async (header, value) => {
    const answer = await service.visitor().get('/api/session', { headers: { [header]: value } });
    expect({ status: answer.status, signedIn: answer.body.signedIn }).toEqual({
      status: header === 'if-none-match' ? expect.any(Number) : 200,
      ...{ signedIn: answer.status === 200 ? false : undefined },
    });
    expect(answer.status).toBeLessThan(400);
    const signIn = await service
      .visitor()
      .signIn(
        { email: `${randomUUID()}@example.org`, password: 'wrong for all' },
        { headers: { [header]: value } },
      );
    expect([401, 403, 429]).toContain(signIn.status);
  });

  it('leave the service at work, its people as they were and the trail whole', async () => {
    const helen = await service.signIn(people.helen);
    const { body } = await helen.get<{ accounts: { email: string; roles: string[] }[] }>(
      '/api/accounts?status=active',
    );
    for (const { email, roles } of Object.values(people)) {
      expect(body.accounts).toContainEqual(expect.objectContaining({ email, roles }));
    }
    expect(await service.app.get(VerifyTrail).verify()).toMatchObject({ faults: [] });
  });

  /** Half of a character pair cannot be written in an address. */
  function wellFormed(key: string): string {
    return key.isWellFormed() ? key : 'half';
  }
});
