import { loadDemo, migrate, readEnvironment } from '@app/backend/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const TEMPLATE = 'ehc_audit_template';
/** One number for "the template is being made", so that test workers take turns. */
const TEMPLATE_LOCK = 7_250_099;

/** The PostgreSQL that `npm test` starts for the run. */
function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url)
    throw new Error(
      'TEST_DATABASE_URL is missing: run the tests with npm test, npm run test:api or test:browser',
    );
  return url;
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer<Answer>(work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  url: string;
  /** Runs SQL as the role that owns the tables, as nobody in the running application can. */
  asOwner<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database that has never been migrated. */
export function emptyDatabase(): Promise<TestDatabase> {
  return create(null);
}

/** A copy of the migrated database with the demonstration's people in it, for one test file. */
export async function databaseWithPeople(): Promise<TestDatabase> {
  await makeTemplateOnce();
  return create(TEMPLATE);
}

async function makeTemplateOnce(): Promise<void> {
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      TEMPLATE,
    ]);
    if (rowCount) return;
    // Under another name until it is whole, so that a run cut short leaves no half template.
    const making = `${TEMPLATE}_making`;
    await client.query(`DROP DATABASE IF EXISTS ${making}`);
    await client.query(`CREATE DATABASE ${making}`);
    const url = urlOf(making);
    await migrate(url);
    await loadDemo(
      readEnvironment({ NODE_ENV: 'test', DATABASE_URL: url, LOG_LEVEL: 'silent' }, 'none'),
    );
    await client.query(`ALTER DATABASE ${making} RENAME TO ${TEMPLATE}`);
  });
}

async function create(template: string | null): Promise<TestDatabase> {
  const name = `ehc_audit_${randomUUID().replaceAll('-', '')}`;
  await onServer((client) =>
    client.query(`CREATE DATABASE ${name} ${template ? `TEMPLATE ${template}` : ''}`),
  );
  const url = urlOf(name);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // A test may end every connection; the next query opens a new one.
  pool.on('error', () => undefined);
  return {
    url,
    asOwner: async <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
      (await pool.query<Row>(sql, values)).rows,
    drop: async () => {
      await pool.end();
      await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
