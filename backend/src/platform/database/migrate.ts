import { PgBoss } from 'pg-boss';
import type { DataSource } from 'typeorm';
import { APPLICATION_ROLE, migrationDataSource } from './data-source.js';
import { JOBS_SCHEMA } from '../jobs/jobs.js';

/** One number for "migrations are running", so that replicas that start together take turns. */
const MIGRATION_LOCK = 7_250_001;

/** Brings the database to the newest form, under an advisory lock held for the whole of it. */
export async function migrate(url: string): Promise<void> {
  const dataSource = await migrationDataSource(url).initialize();
  try {
    const holder = dataSource.createQueryRunner();
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await dataSource.runMigrations({ transaction: 'each' });
      await prepareJobs(dataSource, url);
    } finally {
      await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await holder.release();
    }
  } finally {
    await dataSource.destroy();
  }
}

/** pg-boss keeps its own tables current; the application may use them but not own them. */
async function prepareJobs(dataSource: DataSource, url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    schema: JOBS_SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
  await dataSource.query(`
    GRANT USAGE ON SCHEMA ${JOBS_SCHEMA} TO ${APPLICATION_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOBS_SCHEMA} TO ${APPLICATION_ROLE};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${JOBS_SCHEMA} TO ${APPLICATION_ROLE};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOBS_SCHEMA} TO ${APPLICATION_ROLE};
  `);
}
