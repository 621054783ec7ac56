import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { findHolder } from './hold.mjs';
import { makeThrowAwayFolder } from './local-folder.mjs';
import { startPostgres } from './postgres.mjs';

const prefix = 'ehc-plan-audit-test-';
const leftBehindAfter = 10 * 60_000;

/**
 * A run that was killed leaves its folder; nobody else would remove it.
 * @param {string} own
 */
function removeLeftBehind(own) {
  for (const name of readdirSync(dirname(own))) {
    if (!name.startsWith(prefix) || name === basename(own)) continue;
    const folder = join(dirname(own), name);
    const facts = statSync(folder, { throwIfNoEntry: false });
    if (!facts || facts.uid !== process.getuid?.()) continue;
    if (Date.now() - facts.mtimeMs < leftBehindAfter || findHolder(folder)) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A PostgreSQL for one run of the tests, gone afterwards. TEST_DATABASE_URL replaces it.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startTestDatabase() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const folder = makeThrowAwayFolder(prefix);
  removeLeftBehind(folder);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const database = await startPostgres({ folder, durable: false });
    return {
      url: database.url,
      stop: async () => {
        await database.stop();
        remove();
      },
    };
  } catch (cause) {
    remove();
    throw cause;
  }
}
