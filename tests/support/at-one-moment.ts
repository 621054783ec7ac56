import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { TestDatabase } from './database.js';

/**
 * Requests that truly meet: each begins once the one before it waits for what someone else holds,
 * and then all are let go at once. Which goes first from there is the database's choice.
 *
 * @param lock SQL that takes what all need, such as SELECT … FOR NO KEY UPDATE
 */
export async function atOneMoment<Answer>(
  database: TestDatabase,
  lock: string,
  requests: (() => Promise<Answer>)[],
): Promise<Answer[]> {
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  try {
    const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await holder.query('BEGIN');
    await holder.query(lock);
    const begun: Promise<Answer>[] = [];
    for (const request of requests) {
      begun.push(request());
      await untilWaiting(database, rows[0]?.pid ?? 0, begun.length);
    }
    await holder.query('COMMIT');
    return await Promise.all(begun);
  } finally {
    await holder.end();
  }
}

/** Only those who wait for the holder count, straight or behind one another: the job queue waits for locks of its own. */
async function untilWaiting(database: TestDatabase, holder: number, wanted: number): Promise<void> {
  for (;;) {
    const waiting = await database.asOwner(
      `WITH RECURSIVE queue (pid) AS (
         VALUES ($1::integer)
         UNION
         SELECT a.pid FROM queue q JOIN pg_stat_activity a ON q.pid = ANY (pg_blocking_pids(a.pid))
          WHERE a.datname = current_database() AND a.wait_event_type = 'Lock'
       )
       SELECT FROM queue WHERE pid <> $1`,
      [holder],
    );
    if (waiting.length >= wanted) return;
    await setTimeout(10);
  }
}
