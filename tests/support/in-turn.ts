import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { TestDatabase } from './database.js';

/**
 * Two requests at the same moment, whose order is known: both begin while someone else holds what
 * they need, the second once the first waits for it.
 *
 * @param lock SQL that takes what both need, such as SELECT … FOR NO KEY UPDATE
 */
export async function inTurn<Answer>(
  database: TestDatabase,
  lock: string,
  requests: (() => Promise<Answer>)[],
): Promise<Answer[]> {
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(lock);
    const begun: Promise<Answer>[] = [];
    for (const request of requests) {
      begun.push(request());
      await untilWaiting(database, begun.length);
    }
    await holder.query('COMMIT');
    return await Promise.all(begun);
  } finally {
    await holder.end();
  }
}

async function untilWaiting(database: TestDatabase, wanted: number): Promise<void> {
  for (;;) {
    const waiting = await database.asOwner(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting.length >= wanted) return;
    await setTimeout(10);
  }
}
