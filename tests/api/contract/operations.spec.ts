import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { permissions, type ProblemCode } from '@app/shared/domain';
import { randomUUID } from 'node:crypto';
import { DeclaredAnswers } from '../../support/contract/answers.js';
import { addQuery } from '../../support/contract/hostile.js';
import { documentOf, resolved, rowOf, type Operation } from '../../support/contract/operations.js';
import { Performing, send, type Prepared } from '../../support/contract/performing.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService } from '../../support/service.js';

/**
 * Driven by the document of the running application: an operation added later is covered by being
 * there, and fails here until its contract has examples with which it can be performed.
 */
const service = await startService();
const document = documentOf(service);
const answers = new DeclaredAnswers(document);
const performing = new Performing(service, document);

const { operations } = document;
const propertiesOf = ({ body }: Operation): string[] =>
  Object.keys(resolved(body ?? {}, document).properties ?? {});
const forSomeone = operations.filter((operation) => !rowOf(operation).anyone);
const changes = forSomeone.filter(({ method }) => method !== 'GET');
const withBody = operations.filter(({ body }) => body !== null);
const withQuery = operations.filter(({ parameters }) =>
  parameters.some((one) => one.in === 'query'),
);
const withKey = operations.filter(({ path }) => path.includes('{'));
const owned = withKey.filter((operation) => Object.values(rowOf(operation).byRole).includes('own'));
const versioned = operations.filter((operation) => propertiesOf(operation).includes('version'));
const repeatable = operations.filter(({ hasIdempotencyKey }) => hasIdempotencyKey);

/** What is refused uses nothing up, so that the next refusal can have what was prepared for it. */
let toRefuse = new Map<string, Prepared>();

async function preparedToRefuse(operation: Operation): Promise<Prepared> {
  const known = toRefuse.get(operation.name);
  const prepared = known ?? (await performing.prepare(operation));
  toRefuse.set(operation.name, prepared);
  return prepared;
}

/** As `Performing.prepare`, for a request that changes something. */
function preparedToPerform(operation: Operation): Promise<Prepared> {
  toRefuse = new Map();
  return performing.prepare(operation);
}

/** Sends a request made wrong in one way and expects the declared problem. */
async function expectRefused(
  operation: Operation,
  change: (prepared: Prepared) => Partial<Prepared>,
  code: ProblemCode,
  options: Parameters<typeof send>[2] = {},
): Promise<void> {
  const prepared = await preparedToRefuse(operation);
  const answer = await send(operation, { ...prepared, ...change(prepared) }, options);
  expectProblem(answer, code);
  answers.expectDeclared(operation, answer);
}

const asItIs = () => ({});

describe('every operation of the interface', () => {
  beforeEach(() => service.database.asOwner('DELETE FROM throttle_counts'));
  afterAll(() => service.stop());

  it('is in the document once, and has a row of the permission table', () => {
    const routes = Object.keys(permissions).map((route) => route.replaceAll(/:(\w+)/g, '{$1}'));
    expect(operations.map(({ name }) => name).sort()).toEqual(routes.sort());
  });

  it.each(operations)(
    '$name answers a right request as it declares, with no field more',
    async (operation) => {
      const answer = await send(operation, await preparedToPerform(operation));
      expect(answer.body).not.toHaveProperty('code');
      expect(answer.status).toBeLessThan(300);
      answers.expectDeclared(operation, answer);
    },
  );

  it.each(forSomeone)('$name asks someone who is not signed in to sign in', async (operation) => {
    await expectRefused(operation, () => ({ visitor: service.visitor() }), 'not-signed-in');
  });

  it.each(changes)('$name is refused without the page’s token', async (operation) => {
    await expectRefused(operation, asItIs, 'not-permitted', { headers: { 'x-csrf-token': '' } });
  });

  it.each(withBody)('$name refuses a body that is cut short or no object', async (operation) => {
    for (const rawBody of ['{"', '[]', '{}', '"x"', 'null'])
      await expectRefused(operation, asItIs, 'contract-broken', { rawBody });
  });

  it.each(withBody)(
    '$name refuses an object where each of its values belongs',
    async (operation) => {
      for (const property of propertiesOf(operation)) {
        const wrong = ({ body }: Prepared) => ({ body: { ...body, [property]: {} } });
        await expectRefused(operation, wrong, 'contract-broken');
      }
    },
  );

  it.each(withBody)('$name refuses a body that is not JSON or too large', async (operation) => {
    const headers = { 'content-type': 'text/plain' };
    await expectRefused(operation, asItIs, 'wrong-media-type', { headers, rawBody: '{}' });
    const rawBody = JSON.stringify({ more: 'x'.repeat(1_100_000) });
    await expectRefused(operation, asItIs, 'too-large', { rawBody });
  });

  it.each(withBody)('$name refuses a key it does not know', async (operation) => {
    const wrong = ({ body }: Prepared) => ({ body: { ...body, more: 1 } });
    await expectRefused(operation, wrong, 'contract-broken');
  });

  it.each(withQuery)('$name refuses a filter it does not know', async (operation) => {
    const wrong = ({ path }: Prepared) => ({ path: addQuery(path, [['more', '1']]) });
    await expectRefused(operation, wrong, 'contract-broken');
  });

  it.each(withKey)('$name does not find a record that is not there', async (operation) => {
    for (const key of [randomUUID(), 'no-key', '0']) {
      const path = await performing.addressOf(operation, service.visitor(), key);
      await expectRefused(operation, () => ({ path }), 'not-found');
    }
  });

  it.each(owned)('$name does not find another person’s record', async (operation) => {
    const path = await performing.addressOf(operation, await service.signIn(people.ruth));
    await expectRefused(operation, () => ({ path }), 'not-found');
  });

  it.each(versioned)('$name refuses a change made on an older version', async (operation) => {
    const wrong = ({ body }: Prepared) => ({ body: { ...body, version: later(body) } });
    await expectRefused(operation, wrong, 'stale-version');
  });

  it.each(repeatable)('$name gives a repeated request its first answer', async (operation) => {
    const key = randomUUID();
    const prepared = await preparedToPerform(operation);
    const first = await send(operation, prepared, { key });
    expect(first.status).toBeLessThan(300);
    const { status, body } = await send(operation, prepared, { key });
    expect({ status, body }).toEqual({ status: first.status, body: first.body });
  });

  it.each(repeatable)(
    '$name refuses a key that was used for another request',
    async (operation) => {
      const key = randomUUID();
      const first = await preparedToPerform(operation);
      await send(operation, first, { key });
      const { path, body } = await preparedToPerform(operation);
      const other = {
        ...first,
        path,
        body: { ...body, ...(body?.version ? { version: later(body) } : {}) },
      };
      const file = operation.csvBody === null ? {} : { rawBody: `${operation.csvBody}\r\n` };
      const answer = await send(operation, other, { key, ...file });
      expectProblem(answer, 'idempotency-key-reused');
      answers.expectDeclared(operation, answer);
    },
  );

  it.each(repeatable)('$name asks for a key that is one', async (operation) => {
    for (const key of ['', 'no-key'])
      await expectRefused(operation, asItIs, 'contract-broken', { key });
  });
});

function later(body: Record<string, unknown> | undefined): number {
  return Number(body?.version) + 1000;
}
