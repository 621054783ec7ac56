import type { TestDatabase } from './database.js';

/** All that is known of plans, to see whether any of it was touched. */
export async function plansIn(database: TestDatabase): Promise<Record<string, unknown>[]> {
  return database.asOwner('SELECT * FROM plans ORDER BY plan_ref');
}

/** Everything the service keeps, as one text, to look for what it must not keep. */
export async function everythingKept(database: TestDatabase): Promise<string> {
  const tables = await database.asOwner<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const [all] = await database.asOwner<{ text: string | null }>(
      `SELECT string_agg(t::text, E'\\n') AS text FROM ${name} t`,
    );
    texts.push(all?.text ?? '');
  }
  return texts.join('\n');
}

/** How many rows each table of plans and uploads holds. */
export async function rowCounts(database: TestDatabase): Promise<Record<string, number>> {
  const [counts] = await database.asOwner<Record<string, number>>(
    `SELECT (SELECT count(*)::integer FROM plans) AS plans,
            (SELECT count(*)::integer FROM plan_register_rows) AS waiting,
            (SELECT count(*)::integer FROM plan_register_problems) AS problems,
            (SELECT count(*)::integer FROM plan_register_absences) AS absences`,
  );
  return counts ?? {};
}
