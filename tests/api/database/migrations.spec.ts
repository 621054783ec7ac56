import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { migrate, migrationDataSource } from '@app/backend/testing';
import { emptyDatabase, type TestDatabase } from '../../support/database.js';

describe('migrating a database', () => {
  let database: TestDatabase;

  afterEach(() => database.drop());

  /** All that makes up the tables, as text. */
  async function schema(): Promise<unknown> {
    const ours = `n.nspname = 'public'`;
    const [columns, constraints, indexes, triggers, functions, grants] = await Promise.all(
      [
        `SELECT c.relname, a.attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid),
                obj_description(c.oid), col_description(c.oid, attnum)
           FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
           LEFT JOIN pg_attrdef ON adrelid = c.oid AND adnum = attnum
          WHERE ${ours} AND attnum > 0 AND NOT attisdropped ORDER BY 1, 2`,
        `SELECT conname, pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_namespace n ON n.oid = connamespace
          WHERE ${ours} ORDER BY 1, 2`,
        `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`,
        `SELECT tgname, pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
           JOIN pg_namespace n ON n.oid = relnamespace WHERE ${ours} AND NOT tgisinternal ORDER BY 1, 2`,
        `SELECT proname, prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE ${ours} ORDER BY 1`,
        `SELECT table_name, grantee, privilege_type FROM information_schema.role_table_grants
          WHERE table_schema = 'public' ORDER BY 1, 2, 3`,
      ].map((sql) => database.asOwner(sql)),
    );
    return { columns, constraints, indexes, triggers, functions, grants };
  }

  const counts = async () => {
    const [row] = await database.asOwner<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM migrations) AS migrations, (SELECT count(*)::int FROM agencies) AS agencies,
              (SELECT count(*)::int FROM partnership) AS partnerships, (SELECT count(*)::int FROM accounts) AS accounts,
              (SELECT count(*)::int FROM trail_entries) AS entries`,
    );
    return row;
  };
  const asMade = { agencies: 3, partnerships: 1, accounts: 0, entries: 0 };

  it('makes the tables with three agencies, one partnership and nobody', async () => {
    database = await emptyDatabase();
    await migrate(database.url);
    expect(await counts()).toEqual({ ...asMade, migrations: await migrationsThere() });
  });

  it('changes nothing the second time', async () => {
    database = await emptyDatabase();
    await migrate(database.url);
    const before = await schema();
    await migrate(database.url);
    expect(await schema()).toEqual(before);
    expect(await counts()).toEqual({ ...asMade, migrations: await migrationsThere() });
  });

  it('is done once when three replicas start together on an empty database', async () => {
    database = await emptyDatabase();
    await Promise.all([1, 2, 3].map(() => migrate(database.url)));
    expect(await counts()).toEqual({ ...asMade, migrations: await migrationsThere() });
  });

  it('can be taken back step by step, and done again with the same outcome', async () => {
    database = await emptyDatabase();
    await migrate(database.url);
    const before = await schema();
    const dataSource = await migrationDataSource(database.url).initialize();
    const { length } = dataSource.migrations;
    for (let step = 0; step < length; step += 1)
      await dataSource.undoLastMigration({ transaction: 'each' });
    const left = await database.asOwner<{ tablename: string }>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`,
    );
    expect(left).toEqual([{ tablename: 'migrations' }]);
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.destroy();
    expect(await schema()).toEqual(before);
  });

  it('leaves the lock free when it fails, so that the next start can try again', async () => {
    database = await emptyDatabase();
    await database.asOwner('CREATE TABLE agencies (key text)');
    const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await expect(migrate(database.url)).rejects.toThrow(/already exists/);
    said.mockRestore();
    await database.asOwner('DROP TABLE agencies');
    await migrate(database.url);
    expect(await counts()).toEqual({ ...asMade, migrations: await migrationsThere() });
  });

  async function migrationsThere(): Promise<number> {
    const dataSource = await migrationDataSource(database.url).initialize();
    const { length } = dataSource.migrations;
    await dataSource.destroy();
    return length;
  }
});
