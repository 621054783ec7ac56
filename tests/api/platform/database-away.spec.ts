import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseWithPeople } from '../../support/database.js';
import { passageTo, type Passage } from '../../support/passage.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

const AWAY = {
  detail: 'The service cannot reach its database. Wait a minute and try again.',
};

describe('when the database is away', () => {
  let passage: Passage;
  let service: Service;
  let helen: Visitor;

  beforeAll(async () => {
    passage = await passageTo(await databaseWithPeople());
    service = await startService({ database: passage.database });
    helen = await service.signIn(people.helen);
  });
  afterAll(() => service.stop());

  it('says so with a 503 to whoever asks, and works again by itself when it is back', async () => {
    await passage.close();
    expectProblem(await service.visitor().get('/api/health'), 'unavailable', AWAY);
    expectProblem(await service.visitor().get('/api/partnership'), 'unavailable', AWAY);
    expectProblem(await service.visitor().signIn(people.priya), 'unavailable', AWAY);
    expectProblem(await helen.get('/api/accounts'), 'unavailable', AWAY);
    await passage.open();
    expect((await service.visitor().get('/api/health')).status).toBe(200);
    expect((await helen.get('/api/accounts')).status).toBe(200);
    expect((await service.visitor().signIn(people.priya)).status).toBe(200);
  });

  it('says so as well to someone whose act was under way, and leaves nothing half done', async () => {
    const count = () => service.database.asOwner(`SELECT count(*) FROM trail_entries`);
    const before = await count();
    await service.database.asOwner(
      `CREATE FUNCTION wait_long() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(30); RETURN NEW; END $$;
       CREATE TRIGGER wait_long BEFORE INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION wait_long();`,
    );
    const making = helen.post('/api/accounts', {
      ...{ fullName: 'Ann', email: 'ann@example.org', roles: ['moderator'] },
    });
    await untilSleeping();
    await passage.close();
    expectProblem(await making, 'unavailable', AWAY);
    await passage.open();
    await service.database.asOwner(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`,
    );
    await service.database.asOwner(`DROP TRIGGER wait_long ON accounts`);
    expect(await count()).toEqual(before);
    expect(await service.database.asOwner(`SELECT FROM accounts WHERE email LIKE 'ann@%'`)).toEqual(
      [],
    );
  });

  it('goes on after the database ended every connection, as a restart does', async () => {
    await service.database.asOwner(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    // Each connection that ended unnoticed is given up at its next use.
    const statuses: number[] = [];
    for (let asked = 0; asked < 12; asked += 1)
      statuses.push((await helen.get('/api/accounts')).status);
    expect(statuses.filter((status) => ![200, 503].includes(status))).toEqual([]);
    expect(statuses.at(-1)).toBe(200);
  });

  async function untilSleeping(): Promise<void> {
    for (;;) {
      const found = await service.database.asOwner(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`,
      );
      if (found.length > 0) return;
    }
  }
});
