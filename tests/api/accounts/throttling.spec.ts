import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signInThrottle } from '@app/shared/domain';
import { people, type Person } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Answer } from '../../support/visitor.js';

const OFFICE = '198.51.100.7';
const ELSEWHERE = '203.0.113.9';

describe('guessing at passwords', () => {
  let service: Service;
  const behindProxy = { TRUST_PROXY_HOPS: '1' };

  beforeAll(async () => {
    service = await startService({ environment: behindProxy });
  });
  beforeEach(() => service.database.asOwner('DELETE FROM throttle_counts'));
  afterAll(() => service.stop());

  const signInFrom = (address: string, person: Pick<Person, 'email' | 'password'>, at = service) =>
    at.visitor().signIn(person, { headers: { 'x-forwarded-for': address } });

  async function guess(times: number, address = OFFICE): Promise<Answer[]> {
    const wrong = { email: people.dev.email, password: 'a wild guess at it' };
    return Promise.all(Array.from({ length: times }, () => signInFrom(address, wrong)));
  }

  it('refuses the eleventh guess at Dev’s password, and the right one too, for fifteen minutes', async () => {
    for (const answer of await guess(10)) expectProblem(answer, 'not-signed-in');
    const eleventh = await signInFrom(OFFICE, people.dev);
    expectProblem(eleventh, 'too-many-attempts', {
      detail: 'There were too many attempts. Wait 15 minutes and try again.',
    });
    service.clock.advance(14 * 60 + 30);
    expectProblem(await signInFrom(OFFICE, people.dev), 'too-many-attempts', {
      detail: 'There were too many attempts. Wait 1 minute and try again.',
    });
    service.clock.advance(30);
    expect((await signInFrom(OFFICE, people.dev)).status).toBe(200);
  });

  it('lets Dev in from another address while someone guesses at his password', async () => {
    await guess(11);
    expect((await signInFrom(ELSEWHERE, people.dev)).status).toBe(200);
  });

  it('lets a colleague in from the address where someone guesses at Dev’s password', async () => {
    await guess(11);
    expect((await signInFrom(OFFICE, people.priya)).status).toBe(200);
  });

  it('starts the count anew once the right password is given', async () => {
    await guess(9);
    expect((await signInFrom(OFFICE, people.dev)).status).toBe(200);
    for (const answer of await guess(10)) expectProblem(answer, 'not-signed-in');
  });

  it('counts in the database, so that a second replica refuses as well', async () => {
    await guess(10);
    const replica = await startService({
      database: service.database,
      clock: service.clock,
      environment: behindProxy,
    });
    expectProblem(await signInFrom(OFFICE, people.dev, replica), 'too-many-attempts');
    await replica.app.close();
  });

  it('believes the last address that was forwarded, which the proxy wrote, not the caller', async () => {
    await guess(10);
    const answer = await signInFrom(`${ELSEWHERE}, ${OFFICE}`, people.dev);
    expectProblem(answer, 'too-many-attempts');
  });

  it('asks an address to wait that tries one person after another', async () => {
    await fillCount(signInThrottle.perAddress);
    const stranger = { email: 'one.more@example.org', password: 'a wild guess at it' };
    expectProblem(await signInFrom(OFFICE, stranger), 'too-many-attempts');
    expectProblem(await signInFrom(ELSEWHERE, stranger), 'not-signed-in');
  });

  it('does not count an office’s right passwords against its address', async () => {
    await fillCount(signInThrottle.perAddress - 1);
    for (const person of [people.priya, people.sam, people.tom]) {
      expect((await signInFrom(OFFICE, person)).status).toBe(200);
    }
  });

  it('keeps neither an address nor an e-mail in the counts', async () => {
    await guess(1);
    const rows = await service.database.asOwner<{ text: string }>(
      `SELECT encode(key, 'escape') AS text FROM throttle_counts`,
    );
    expect(rows).toHaveLength(2);
    for (const { text } of rows) expect(text).not.toMatch(/198\.51|dev|patel/);
  });

  /** Counts as many attempts at the office's address as if they had been made there. */
  async function fillCount(attempts: number): Promise<void> {
    await guess(1);
    await service.database.asOwner(
      `UPDATE throttle_counts SET count = $1 WHERE key = sha256(convert_to($2, 'UTF8'))`,
      [attempts, `sign-in ${OFFICE}`],
    );
  }
});
