import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAccount } from '../../support/builders/account.js';
import type { Person } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';

const NEW_PASSWORD = 'four-teapots-under-rain';
/** Of the password every made account has, with 8 MiB and one pass. */
const WEAKER_HASH =
  '$argon2id$v=19$m=8192,t=1,p=1$cdhwX1v9JNusEEcojCv3hQ$AiyH3eKzLmVxbHf6wHnMCttJUdy1b6Ed77qWMOq+X5o';

describe('changing one’s own password', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const change = async (person: Person, newPassword: string, currentPassword = person.password) =>
    (await service.signIn(person)).put('/api/account/password', { currentPassword, newPassword });

  it('lets the person in with the new password from then on, and not with the old', async () => {
    const ellen = await anAccount(service).make();
    expect((await change(ellen, NEW_PASSWORD)).status).toBe(204);
    expectProblem(await service.visitor().signIn(ellen), 'not-signed-in');
    const again = await service.visitor().signIn({ ...ellen, password: NEW_PASSWORD });
    expect(again.status).toBe(200);
  });

  it('ends the person’s other sessions and keeps this one', async () => {
    const ellen = await anAccount(service).make();
    const forgotten = await service.signIn(ellen);
    const here = await service.signIn(ellen);
    await here.put('/api/account/password', {
      currentPassword: ellen.password,
      newPassword: NEW_PASSWORD,
    });
    expectProblem(await forgotten.get('/api/account'), 'not-signed-in');
    expect((await here.get('/api/account')).body.passwordChangedAt).toBe(
      service.clock.now().toISOString(),
    );
  });

  it('asks for the current password and says when it is not right', async () => {
    const ellen = await anAccount(service).make();
    expectProblem(await change(ellen, NEW_PASSWORD, 'not her password now'), 'rule-broken', {
      path: 'currentPassword',
      detail: 'The current password is not right',
    });
    expect((await service.visitor().signIn(ellen)).status).toBe(200);
  });

  it('makes someone at an unlocked computer wait after ten guesses, from whatever address', async () => {
    const ellen = await anAccount(service).make();
    const visitor = await service.signIn(ellen);
    const guess = () =>
      visitor.put('/api/account/password', {
        currentPassword: 'a guess at the password',
        newPassword: NEW_PASSWORD,
      });
    for (let times = 0; times < 10; times += 1) expectProblem(await guess(), 'rule-broken');
    expectProblem(await guess(), 'too-many-attempts');
    const other = await anAccount(service).make();
    expect((await change(other, NEW_PASSWORD)).status).toBe(204);
  });

  const refusals: [string, string, string][] = [
    [
      'has fourteen characters',
      'fourteen-chars',
      'Use at least 15 characters. Three or four unrelated words work well',
    ],
    ['has 129 characters', 'kj'.repeat(64) + 'x', 'Use 128 characters or fewer'],
    [
      'is guessed first',
      'passwordpassword',
      'This password is on the list of passwords that are guessed first. Choose another',
    ],
    [
      'counts up',
      '123456789012345',
      'This password repeats or counts up in a way that is easily guessed. Choose another',
    ],
    [
      'repeats a part',
      'kettle7kettle7kettle7',
      'This password repeats or counts up in a way that is easily guessed. Choose another',
    ],
    [
      'is her name and the partnership’s',
      'EllenWard-Ashbourne-1',
      'This password is mostly your name, the partnership’s name or words of this service. Choose another',
    ],
  ];

  it.each(refusals)('refuses a password that %s, with a sentence to act on', async (...given) => {
    const [, password, sentence] = given;
    const ellen = await anAccount(service).make();
    expectProblem(await change(ellen, password), 'rule-broken', {
      path: 'newPassword',
      detail: sentence,
    });
  });

  const kept = [
    ['128 characters', 'mauve teapot 7 '.repeat(8) + 'glacier!'],
    ['capitals, spaces and a space at the end', 'Quiet  Otter & Marigold '],
    ['letters of another script', 'тихая гавань фиалки'],
    ['a letter written in two parts', 'cafe\u0301 harbour violet 9'],
    ['emoji', '🦊🌧️🫖 otter marigold kettle'],
  ];

  it.each(kept)('takes %s and compares them exactly as typed', async (_, password) => {
    const ellen = await anAccount(service).make();
    expect((await change(ellen, password)).status).toBe(204);
    expect((await service.visitor().signIn({ ...ellen, password })).status).toBe(200);
    for (const near of [password.trim(), password.toLowerCase(), password.normalize('NFC')]) {
      const answer = await service.visitor().signIn({ ...ellen, password: near });
      expect(answer.status).toBe(near === password ? 200 : 401);
    }
    const short = [...password].slice(0, -1).join('');
    expectProblem(await service.visitor().signIn({ ...ellen, password: short }), 'not-signed-in');
  });

  it('keeps the password as Argon2id and nothing else of it', async () => {
    const ellen = await anAccount(service).make();
    await change(ellen, NEW_PASSWORD);
    const [row] = await service.database.asOwner<{ password_hash: string; whole: string }>(
      `SELECT password_hash, a::text AS whole FROM accounts a WHERE id = $1`,
      [ellen.id],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(row?.whole).not.toContain(NEW_PASSWORD);
  });

  it('makes a stronger hash when someone signs in whose hash was made with weaker settings', async () => {
    const ellen = await anAccount(service).make();
    await service.database.asOwner(`UPDATE accounts SET password_hash = $2 WHERE id = $1`, [
      ellen.id,
      WEAKER_HASH,
    ]);
    expect((await service.visitor().signIn(ellen)).status).toBe(200);
    const [row] = await service.database.asOwner<{ password_hash: string }>(
      `SELECT password_hash FROM accounts WHERE id = $1`,
      [ellen.id],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await service.visitor().signIn(ellen)).status).toBe(200);
  });
});
