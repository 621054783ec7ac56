import type { TestDatabase } from './database.js';

export interface StoredEntry {
  id: string;
  act: string;
  actor_id: string | null;
  subject_id: string | null;
  details: Record<string, unknown>;
  correlation_id: string | null;
}

/** The trail's entries in the order they were written, straight from the database. */
export function trailOf(database: TestDatabase): Promise<StoredEntry[]> {
  return database.asOwner<StoredEntry & Record<string, unknown>>(
    `SELECT id, act, actor_id, subject_id, details, correlation_id FROM trail_entries ORDER BY happened_at, id`,
  );
}

/** What an act added to the trail. */
export async function addedToTrail(
  database: TestDatabase,
  act: () => Promise<unknown>,
): Promise<StoredEntry[]> {
  const before = new Set((await trailOf(database)).map((entry) => entry.id));
  await act();
  return (await trailOf(database)).filter((entry) => !before.has(entry.id));
}
