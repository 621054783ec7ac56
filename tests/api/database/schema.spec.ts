import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { startService, type Service } from '../../support/service.js';

interface Column {
  column: string;
  type: string;
  nullable: boolean;
}

/** How the map of an entity says what the database says. */
const typeWords: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  'text array': 'text[]',
};

describe('the database and the code that reads it', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const entities = () => service.app.get(DataSource).entityMetadatas;

  function columnsOf(table: string): Promise<Column[]> {
    return service.database.asOwner<Column & Record<string, unknown>>(
      `SELECT attname AS "column", format_type(atttypid, atttypmod) AS type, NOT attnotnull AS nullable
         FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attname`,
      [table],
    );
  }

  it('agree on every column: its name, its type and whether it may be empty', async () => {
    expect(entities().length).toBeGreaterThan(0);
    for (const entity of entities()) {
      const mapped = entity.columns.map((column) => {
        const type = `${String(column.type)}${column.isArray ? ' array' : ''}`;
        return {
          column: column.databaseName,
          type: typeWords[type] ?? type,
          nullable: column.isNullable,
        };
      });
      const sorted = mapped.sort((a, b) => (a.column < b.column ? -1 : 1));
      expect({ [entity.tableName]: sorted }).toEqual({
        [entity.tableName]: await columnsOf(entity.tableName),
      });
    }
  });

  it('leave the making of tables to the migrations', () => {
    const { options } = service.app.get(DataSource);
    expect(options).toMatchObject({ synchronize: false });
    expect(options).not.toMatchObject({ dropSchema: true });
    expect(options).not.toMatchObject({ migrationsRun: true });
  });

  it('have no entity with relations, which would hide what is read', () => {
    for (const entity of entities()) expect(entity.relations).toEqual([]);
  });
});

describe('the tables', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const rows = (sql: string) => service.database.asOwner(sql);
  const ours = `relnamespace = 'public'::regnamespace AND relkind = 'r'`;

  it('say what they hold', async () => {
    expect((await rows(`SELECT FROM pg_class WHERE ${ours}`)).length).toBeGreaterThan(9);
    expect(
      await rows(
        `SELECT relname FROM pg_class WHERE ${ours} AND coalesce(obj_description(oid, 'pg_class'), '') = ''`,
      ),
    ).toEqual([]);
  });

  it('have a key each', async () => {
    expect(
      await rows(
        `SELECT relname FROM pg_class c WHERE ${ours}
            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = c.oid AND contype = 'p')`,
      ),
    ).toEqual([]);
  });

  it('have rules whose names say table, columns and kind', async () => {
    const kinds = `CASE contype WHEN 'p' THEN 'pk' WHEN 'f' THEN 'fk' WHEN 'u' THEN 'uq' WHEN 'c' THEN 'ck' END`;
    expect(
      await rows(
        `SELECT relname, conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
          WHERE ${ours} AND relname <> 'migrations' AND contype <> 'n'
            AND conname !~ ('^' || relname || '_([a-z_0-9]+_)?' || ${kinds} || '$')`,
      ),
    ).toEqual([]);
  });

  it('keep instants with their zone, and never a float or a text of limited length', async () => {
    expect(
      await rows(
        `SELECT relname, attname, format_type(atttypid, atttypmod) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
          WHERE ${ours} AND relname <> 'migrations' AND attnum > 0 AND NOT attisdropped
            AND format_type(atttypid, atttypmod) ~ '^(timestamp without|time|character|double|real|money|serial)'
            AND format_type(atttypid, atttypmod) <> 'timestamp with time zone'`,
      ),
    ).toEqual([]);
  });

  it('have an index for each reference to another table', async () => {
    expect(
      await rows(
        `SELECT conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
          WHERE ${ours} AND contype = 'f' AND c.relname <> 'accounts'
            AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1])`,
      ),
    ).toEqual([]);
  });

  it('belong to the role that migrates; the application’s role owns nothing and cannot sign in', async () => {
    expect(
      await rows(`SELECT relname FROM pg_class WHERE relowner = 'audit_app'::regrole`),
    ).toEqual([]);
    expect(
      await rows(
        `SELECT rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = 'audit_app'`,
      ),
    ).toEqual([
      {
        ...{ rolcanlogin: false, rolsuper: false, rolcreatedb: false },
        ...{ rolcreaterole: false, rolbypassrls: false },
      },
    ]);
    const [{ role } = { role: 'none' }] = await service.app
      .get(DataSource)
      .query<{ role: string }[]>('SELECT current_user AS role');
    expect(role).toBe('audit_app');
  });

  it('let the application remove no account, no agency, no plan and nothing of the trail', async () => {
    expect(
      await rows(
        `SELECT relname FROM pg_class WHERE ${ours} AND has_table_privilege('audit_app', oid, 'DELETE') ORDER BY relname`,
      ),
    ).toEqual(
      [
        // Drafts and who is asked about them: published versions are kept by a trigger.
        ...['framework_reviewers', 'framework_versions'],
        ...['idempotency_keys', 'password_links', 'plan_register_absences'],
        // Decisions of a draft alone: those of a published report are kept by a trigger.
        ...['plan_register_problems', 'plan_register_rows', 'report_decisions'],
        ...['sessions', 'throttle_counts', 'trail_unsealed'],
      ].map((relname) => ({ relname })),
    );
    expect(
      await rows(
        `SELECT relname FROM pg_class WHERE ${ours} AND has_table_privilege('audit_app', oid, 'TRUNCATE')`,
      ),
    ).toEqual([]);
  });
});
