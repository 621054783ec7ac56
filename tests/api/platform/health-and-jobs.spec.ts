import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RemoveExpired } from '@app/backend/testing';
import { anAccount, issueLink } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { startService, type Service } from '../../support/service.js';

const HOUR = 60 * 60;

describe('health', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('names the newest migration and nothing of the database’s address', async () => {
    const [newest] = await service.database.asOwner<{ name: string }>(
      `SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1`,
    );
    const { status, body } = await service.visitor().get('/api/health');
    expect({ status, body }).toEqual({
      status: 200,
      body: { status: 'ok', database: 'reachable', migration: newest?.name },
    });
  });
});

describe('removing what has run out', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
    const helen = await service.signIn(people.helen);
    await issueLink(helen, (await anAccount(service).by(helen).invited().make()).id);
    await service.visitor().signIn({ email: 'nobody@example.org', password: 'wrong for all' });
  });
  afterAll(() => service.stop());

  const kept = async () => {
    const [counts] = await service.database.asOwner<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM sessions) AS sessions,
              (SELECT count(*)::int FROM throttle_counts) AS counts,
              (SELECT count(*)::int FROM password_links) AS links,
              (SELECT count(*)::int FROM idempotency_keys) AS keys`,
    );
    return counts;
  };
  const removeAfter = async (seconds: number) => {
    service.clock.advance(seconds);
    await service.app.get(RemoveExpired).remove();
    return kept();
  };

  it('happens each hour, London time', async () => {
    const schedules = await service.database.asOwner(
      `SELECT name, cron, timezone FROM jobs.schedule WHERE name = 'accounts-remove-expired'`,
    );
    expect(schedules).toEqual([
      { name: 'accounts-remove-expired', cron: '17 * * * *', timezone: 'Europe/London' },
    ]);
  });

  it('takes counts after their quarter of an hour, sessions when idle, keys after a day, links after three', async () => {
    const before = await kept();
    // The demonstration's own requests were kept in April.
    expect(before).toMatchObject({ sessions: 1, counts: 2, links: 1 });
    expect(await removeAfter(0)).toEqual({ ...before, keys: 1 });
    expect(await kept()).toEqual({ sessions: 1, counts: 2, links: 1, keys: 1 });
    expect(await removeAfter(15 * 60)).toEqual({ sessions: 1, counts: 0, links: 1, keys: 1 });
    expect(await removeAfter(15 * 60 + 29)).toMatchObject({ sessions: 1 });
    expect(await removeAfter(1)).toEqual({ sessions: 0, counts: 0, links: 1, keys: 1 });
    expect(await removeAfter(23.5 * HOUR - 31)).toMatchObject({ keys: 1 });
    expect(await removeAfter(1)).toEqual({ sessions: 0, counts: 0, links: 1, keys: 0 });
    expect(await removeAfter(48 * HOUR - 1)).toMatchObject({ links: 1 });
    expect(await removeAfter(1)).toEqual({ sessions: 0, counts: 0, links: 0, keys: 0 });
  });
});
