import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { SealTrail, VerifyTrail } from '@app/backend/testing';
import { people } from '../../support/people.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

describe('sealing the trail', () => {
  let service: Service;
  let helen: Visitor;

  beforeAll(async () => {
    service = await startService();
    helen = await service.signIn(people.helen);
  });
  afterAll(() => service.stop());

  const verdict = () => service.app.get(VerifyTrail).verify();
  const makeAccount = (by: Visitor, name: string) =>
    by.post('/api/accounts', {
      ...{ fullName: name, email: `${name}@example.org`, roles: ['moderator'] },
    });

  /** Sealing follows a commit without anyone waiting for it. */
  async function untilSealed(): Promise<void> {
    while ((await verdict()).unsealed > 0) await setTimeout(20);
  }

  it('follows each act by itself and leaves nothing unsealed', async () => {
    const before = await verdict();
    await makeAccount(helen, 'ann');
    await untilSealed();
    expect(await verdict()).toMatchObject({ sealed: before.sealed + 1, unsealed: 0, faults: [] });
  });

  it('is shown on the page that lists the trail', async () => {
    await untilSealed();
    const { body } = await helen.get<{ entries: { isSealed: boolean }[] }>('/api/trail');
    expect(body.entries.length).toBeGreaterThan(10);
    expect(body.entries.every(({ isSealed }) => isSealed)).toBe(true);
  });

  it('makes one chain when two replicas write at the same time', async () => {
    const replica = await startService({ database: service.database, clock: service.clock });
    const alsoHelen = await replica.signIn(people.helen);
    const names = Array.from({ length: 20 }, (_, number) => `twin.${number}`);
    await Promise.all(
      names.map((name, index) => makeAccount(index % 2 === 0 ? helen : alsoHelen, name)),
    );
    await Promise.all([service, replica].map(({ app }) => app.get(SealTrail).seal()));
    const { sealed, unsealed, faults, head } = await verdict();
    expect({ unsealed, faults }).toEqual({ unsealed: 0, faults: [] });
    expect(head?.sequence).toBe(sealed);
    await replica.app.close();
  });

  it('is made good at the next start for entries a sudden end left unsealed', async () => {
    await untilSealed();
    await service.database.asOwner(
      `INSERT INTO trail_entries (id, happened_at, act) VALUES (gen_random_uuid(), now(), 'accounts.sign-in')`,
    );
    expect(await verdict()).toMatchObject({ unsealed: 1, faults: [] });
    const next = await startService({ database: service.database, clock: service.clock });
    expect(await verdict()).toMatchObject({ unsealed: 0, faults: [] });
    await next.app.close();
  });

  it('takes up again after the database refused it, without losing an act', async () => {
    await service.database.asOwner(
      `ALTER TABLE trail_seals ADD CONSTRAINT no_more_ck CHECK (false) NOT VALID`,
    );
    expect((await makeAccount(helen, 'ben')).status).toBe(201);
    await service.app.get(SealTrail).seal();
    expect((await verdict()).unsealed).toBe(1);
    await service.database.asOwner(`ALTER TABLE trail_seals DROP CONSTRAINT no_more_ck`);
    expect((await makeAccount(helen, 'cal')).status).toBe(201);
    await untilSealed();
    expect(await verdict()).toMatchObject({ unsealed: 0, faults: [] });
  });

  const forbidden = [
    `UPDATE trail_entries SET act = 'accounts.sign-out'`,
    `DELETE FROM trail_entries`,
    `TRUNCATE trail_entries CASCADE`,
    `UPDATE trail_seals SET hash = ''`,
    `DELETE FROM trail_seals`,
    `TRUNCATE trail_seals`,
    `DROP TABLE trail_entries CASCADE`,
    `ALTER TABLE trail_entries DISABLE TRIGGER ALL`,
    `SET session_replication_role = replica`,
    `TRUNCATE trail_unsealed`,
  ];

  it.each(forbidden)('cannot be undone by the role the application works as: %s', async (sql) => {
    const tried = service.database.asOwner(
      `DO $$ BEGIN SET LOCAL ROLE audit_app; EXECUTE '${sql.replaceAll("'", "''")}'; END $$`,
    );
    await expect(tried).rejects.toThrow(/permission denied|must be owner/);
  });

  it.each(forbidden.slice(0, 6))(
    'is refused to the owner of the tables as well: %s',
    async (sql) => {
      await expect(service.database.asOwner(sql)).rejects.toThrow(/never change/);
    },
  );
});
