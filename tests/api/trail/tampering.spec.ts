import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { SealTrail, VerifyTrail, type TrailVerdict } from '@app/backend/testing';
import { FIRST_HASH, sealHash, type SealedContent } from '@app/shared/domain';
import { people } from '../../support/people.js';
import { startService, type Service } from '../../support/service.js';

type Step = (client: pg.Client, at: number, other: number) => Promise<unknown>;

/** Someone with every right on the database server, who also switches the triggers off. */
const tampering: Record<string, Step> = {
  ...edits('trail_entries', 'entry', {
    act: `'accounts.sign-out'`,
    actor_id: 'gen_random_uuid()',
    subject_id: `'someone-else'`,
    subject_type: `'session'`,
    happened_at: `happened_at + interval '1 microsecond'`,
    details: `details || '{"roles": "administrator"}'`,
    correlation_id: `'another request'`,
  }),
  ...edits('trail_seals', 'seal', {
    hash: `encode(sha256('made up'), 'hex')`,
    previous_hash: `encode(sha256('made up'), 'hex')`,
    sealed_at: `sealed_at - interval '1 day'`,
    sequence: 'sequence + 1000000',
  }),
  'an entry is taken out': (client, at) =>
    client.query(`DELETE FROM trail_entries WHERE id = ${entryAt(at)}`),
  'an entry is taken out with its seal': async (client, at) => {
    await client.query(`DELETE FROM trail_entries WHERE id = ${entryAt(at)}`);
    await client.query(`DELETE FROM trail_seals WHERE sequence = ${at}`);
  },
  'an entry is taken out with its seal and the numbers are closed up': async (client, at) => {
    await client.query(`DELETE FROM trail_entries WHERE id = ${entryAt(at)}`);
    await client.query(`DELETE FROM trail_seals WHERE sequence = ${at}`);
    await client.query(`UPDATE trail_seals SET sequence = -sequence WHERE sequence > ${at}`);
    await client.query(`UPDATE trail_seals SET sequence = -sequence - 1 WHERE sequence < 0`);
  },
  'an entry is put in without a seal': (client) => client.query(forged()),
  'an entry is put in with a seal numbered below the first': (client) =>
    client.query(
      `WITH e AS (${forged()} RETURNING id) INSERT INTO trail_seals SELECT 0, id, repeat('0', 64), repeat('a', 64), now() FROM e`,
    ),
  'an entry is put in between, with a true hash, and the rest is renumbered': async (
    client,
    at,
  ) => {
    await client.query(`UPDATE trail_seals SET sequence = -sequence - 1 WHERE sequence >= ${at}`);
    await client.query(`UPDATE trail_seals SET sequence = -sequence WHERE sequence < 0`);
    await client.query(forged('00000000-0000-7000-8000-000000000001'));
    await client.query(
      `INSERT INTO trail_seals SELECT ${at}, '00000000-0000-7000-8000-000000000001',
         coalesce((SELECT hash FROM trail_seals WHERE sequence = ${at - 1}), repeat('0', 64)), repeat('b', 64), now()`,
    );
  },
  'two entries change places': (client, at, other) =>
    client.query(
      `UPDATE trail_entries e SET act = o.act, actor_id = o.actor_id, happened_at = o.happened_at,
              details = o.details, subject_id = o.subject_id, correlation_id = o.correlation_id
         FROM trail_entries o
        WHERE (e.id, o.id) IN ((${entryAt(at)}, ${entryAt(other)}), (${entryAt(other)}, ${entryAt(at)}))`,
    ),
  'two seals change places': (client, at, other) =>
    client.query(
      `UPDATE trail_seals SET sequence = 0 WHERE sequence = ${at};
       UPDATE trail_seals SET sequence = ${at} WHERE sequence = ${other};
       UPDATE trail_seals SET sequence = ${other} WHERE sequence = 0;`,
    ),
};

function edits(table: string, what: string, columns: Record<string, string>): Record<string, Step> {
  const where = (at: number) =>
    table === 'trail_seals' ? `sequence = ${at}` : `id = ${entryAt(at)}`;
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]): [string, Step] => [
      `the ${column} of ${what === 'entry' ? 'an entry' : 'a seal'} is changed`,
      (client, at) => client.query(`UPDATE ${table} SET ${column} = ${value} WHERE ${where(at)}`),
    ]),
  );
}

function entryAt(sequence: number): string {
  return `(SELECT entry_id FROM trail_seals WHERE sequence = ${sequence})`;
}

function forged(id?: string): string {
  return `INSERT INTO trail_entries (id, happened_at, act)
    VALUES (${id ? `'${id}'` : 'gen_random_uuid()'}, now(), 'accounts.make-account')`;
}

describe('tampering with the trail', () => {
  let service: Service;
  let tamperer: pg.Client;
  let length: number;

  beforeAll(async () => {
    service = await startService();
    await service.signIn(people.helen);
    await service.app.get(SealTrail).seal();
    length = (await verdict()).sealed;
    tamperer = new pg.Client({ connectionString: service.database.url });
    await tamperer.connect();
  });
  afterAll(async () => {
    await tamperer.end();
    await service.stop();
  });

  const verdict = (known: TrailVerdict['head'] = null) =>
    service.app.get(VerifyTrail).verify(known);

  /** Tampers, verifies and puts everything back as it was. */
  async function afterTampering(
    step: (client: pg.Client) => Promise<unknown>,
    known: TrailVerdict['head'] = null,
  ): Promise<TrailVerdict> {
    await tamperer.query(`SET session_replication_role = replica`);
    await tamperer.query(
      `CREATE TABLE kept_entries AS TABLE trail_entries; CREATE TABLE kept_seals AS TABLE trail_seals;`,
    );
    try {
      await step(tamperer);
      return await verdict(known);
    } finally {
      await tamperer.query(
        `DELETE FROM trail_seals; DELETE FROM trail_entries;
         INSERT INTO trail_entries TABLE kept_entries; INSERT INTO trail_seals TABLE kept_seals;
         DROP TABLE kept_entries, kept_seals;`,
      );
    }
  }

  it('is not found where there is none', async () => {
    expect(length).toBeGreaterThan(30);
    expect(await afterTampering(() => Promise.resolve())).toMatchObject({
      faults: [],
      unsealed: 0,
    });
    expect(await verdict((await verdict()).head)).toMatchObject({ faults: [] });
  });

  it.each(Object.keys(tampering))('is found wherever it is done: %s', async (name) => {
    // The last place but one: an end cut off is found by the head, below.
    const place = fc.integer({ min: 1, max: length - 1 });
    const places = fc.sample(fc.tuple(place, place), { seed: 20_260_915, numRuns: 6 });
    for (const [at, drawn] of [[1, length - 1] as const, ...places]) {
      const other = drawn === at ? (at % (length - 1)) + 1 : drawn;
      const { faults } = await afterTampering(async (client) =>
        tampering[name]?.(client, at, other),
      );
      expect(faults).not.toEqual([]);
    }
  });

  it('at the very end is found by whoever kept the head', async () => {
    const { head } = await verdict();
    const cut = async (client: pg.Client) => {
      await client.query(`DELETE FROM trail_entries WHERE id = ${entryAt(length)}`);
      await client.query(`DELETE FROM trail_seals WHERE sequence = ${length}`);
    };
    expect((await afterTampering(cut)).faults).toEqual([]);
    expect((await afterTampering(cut, head)).faults).toEqual([
      `The head you gave, number ${length}, is not in the chain.`,
    ]);
  });

  it('with the whole chain worked out anew is found by whoever kept the head', async () => {
    const { head } = await verdict();
    const rebuild = async (client: pg.Client) => {
      await client.query(
        `UPDATE trail_entries SET act = 'accounts.sign-out' WHERE id = ${entryAt(3)}`,
      );
      await sealAnew(client);
    };
    expect((await afterTampering(rebuild)).faults).toEqual([]);
    expect((await afterTampering(rebuild, head)).faults).toHaveLength(1);
  });

  it('says which entry it found', async () => {
    const [row] = await service.database.asOwner<{ entry_id: string }>(
      `SELECT entry_id FROM trail_seals WHERE sequence = 7`,
    );
    const { faults } = await afterTampering((client) =>
      client.query(
        `UPDATE trail_entries SET details = '{"agency": "health"}' WHERE id = ${entryAt(7)}`,
      ),
    );
    expect(faults).toEqual([
      `Entry ${row?.entry_id}, number 7, or its seal was changed after it was sealed.`,
    ]);
  });

  async function sealAnew(client: pg.Client): Promise<void> {
    const { rows } = await client.query<SealedContent & { sequence: string; sealedAt: string }>(
      `SELECT s.sequence, e.id, e.act, e.actor_id AS "actorId", e.subject_type AS "subjectType",
              e.subject_id AS "subjectId", e.details::text, e.correlation_id AS "correlationId",
              to_char(e.happened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "happenedAt",
              to_char(s.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "sealedAt"
         FROM trail_seals s JOIN trail_entries e ON e.id = s.entry_id ORDER BY s.sequence`,
    );
    let previousHash = FIRST_HASH;
    for (const { sequence, sealedAt, ...entry } of rows) {
      const hash = sealHash({ sequence: Number(sequence), previousHash, sealedAt }, entry);
      await client.query(
        `UPDATE trail_seals SET previous_hash = $2, hash = $3 WHERE sequence = $1`,
        [sequence, previousHash, hash],
      );
      previousHash = hash;
    }
  }
});
