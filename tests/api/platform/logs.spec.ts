import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseWithPeople, type TestDatabase } from '../../support/database.js';
import { people } from '../../support/people.js';
import { startProcess } from '../../support/process.js';
import type { Answer, Visitor } from '../../support/visitor.js';

interface LogLine {
  level: number;
  msg?: string;
  correlationId?: string;
  route?: string;
  err?: { type: string; code?: string; places: string[] };
}

const PASSWORD = 'four-teapots-under-rain';
const LEAKY = { fullName: 'Zelda Quill', email: 'zelda.quill@example.org', staffRef: 'SO-ZQ9' };

/** What one person does in a day, with mistakes, and the secrets that came up. */
async function journey(start: () => Visitor, database: TestDatabase) {
  const secrets: string[] = [];
  const helen = start();
  await helen.signIn({ ...people.helen, password: 'a guess: hunter-hunter-22' });
  const signedIn = await helen.signIn(people.helen);
  secrets.push(String(signedIn.body.csrfToken), cookieOf(signedIn));
  const wanted = { ...LEAKY, roles: ['send-officer'] };
  const made = await helen.post<{ id: string }>('/api/accounts', wanted);
  await helen.post('/api/accounts', wanted);
  await helen.post('/api/accounts', undefined, { rawBody: `{"fullName": "${LEAKY.fullName}",` });
  await helen.post('/api/accounts', { ...wanted, email: 'zelda', [LEAKY.email]: 1 });
  const link = await helen.post<{ link: string }>(
    `/api/accounts/${made.body.id}/password-links`,
    {},
  );
  const token = new URL(link.body.link).hash.slice(1);
  secrets.push(token);
  await start().post('/api/password', { token, password: 'short-one' });
  await start().post('/api/password', { token, password: PASSWORD });
  const zelda = start();
  await zelda.signIn({ email: LEAKY.email, password: PASSWORD });
  await zelda.get('/api/accounts?agency=health', { headers: { 'user-agent': LEAKY.fullName } });
  await zelda.get(`/api/accounts/${LEAKY.email}?name=${LEAKY.fullName}`);
  await helen.get(`/api/trail?act=${LEAKY.staffRef}&from=2026-11-03`);
  await start().signIn(people.priya, { headers: { 'sec-fetch-site': 'cross-site' } });
  // A rule of the table that no act foresees: the driver's error then holds the whole row.
  await database.asOwner(
    `ALTER TABLE accounts ADD CONSTRAINT odd_ck CHECK (full_name <> 'Zelda Vane')`,
  );
  const failed = await helen.post('/api/accounts', {
    ...wanted,
    fullName: 'Zelda Vane',
    email: 'zv@example.org',
    staffRef: 'ZV1',
  });
  await database.asOwner(`ALTER TABLE throttle_counts RENAME TO throttle_gone`);
  await start().signIn(people.priya);
  return { secrets, failed };
}

function cookieOf(answer: Answer): string {
  return /session=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '')?.[1] ?? 'no cookie';
}

describe('the log', () => {
  let database: TestDatabase;
  let written: string;
  let lines: LogLine[];
  let secrets: string[];
  let failed: Answer;

  beforeAll(async () => {
    database = await databaseWithPeople();
    const service = await startProcess(database, { LOG_LEVEL: 'trace' });
    ({ secrets, failed } = await journey(() => service.visitor(), database));
    await service.stop();
    written = service.written();
    lines = written
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LogLine);
  }, 60_000);
  afterAll(() => database.drop());

  it('is one JSON object a line, and says when the service listens', () => {
    expect(lines.filter(({ msg }) => msg === 'listening')).toHaveLength(1);
  });

  it('holds each request by method, route, status and time, and no more of it', () => {
    const requests = lines.filter(({ route }) => route);
    expect(requests.length).toBeGreaterThan(12);
    const parts = ['level', 'time', 'pid', 'hostname', 'correlationId', 'ms', 'method', 'route'];
    const allowed = [...parts, 'status', 'accountId', 'msg', 'err'];
    for (const line of requests) {
      expect(Object.keys(line).filter((part) => !allowed.includes(part))).toEqual([]);
    }
    expect(requests).toContainEqual(
      expect.objectContaining({
        ...{ method: 'GET', route: '/api/accounts/:id', status: 403 },
        correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      }),
    );
  });

  it('holds no name, no e-mail, no staff reference and no e-mail domain', () => {
    const names = Object.values(people).flatMap(({ fullName, email }) => [fullName, email]);
    for (const word of [...names, ...Object.values(LEAKY), 'Zelda', 'zelda', 'ashbourne-vale'])
      expect(written).not.toContain(word);
  });

  it('holds no password, no link, no token and no cookie', () => {
    expect(secrets.filter((secret) => secret.length > 20)).toHaveLength(3);
    for (const secret of [...secrets, people.helen.password, PASSWORD, 'hunter', 'short-one'])
      expect(written).not.toContain(secret);
  });

  it('holds nothing that was asked for in an address', () => {
    for (const part of ['agency=', '"health"', '2026-11-03', 'from='])
      expect(written).not.toContain(part);
  });

  it('ties an error to the answer the person got', () => {
    expect(failed.status).toBe(500);
    const own = lines.filter(
      ({ correlationId, err }) => err && correlationId === failed.body.instance,
    );
    expect(own[0]?.err).toMatchObject({ type: 'QueryFailedError', code: '23514' });
    expect(own[0]?.err?.places.join()).toMatch(/MakeAccount/);
  });
});
