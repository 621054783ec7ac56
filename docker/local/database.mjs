import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { findHolder } from './hold.mjs';
import { databaseFolder } from './local-folder.mjs';
import { startPostgres } from './postgres.mjs';
import { Refusal } from './say.mjs';

/** @typedef {Omit<import('./postgres.mjs').RunningDatabase, 'folder'>} Database */

/**
 * A database that others run: it is theirs to start, to watch and to stop.
 * @param {string} url
 * @returns {Database}
 */
function othersDatabase(url) {
  return {
    url,
    noteAddress: () => undefined,
    stop: async () => undefined,
    exited: new Promise(() => undefined),
  };
}

/**
 * The database that DATABASE_URL names, else this checkout's own, started now.
 * @param {NodeJS.ProcessEnv} settings
 * @returns {Promise<Database>}
 */
export async function openDatabase(settings) {
  if (settings.DATABASE_URL) return othersDatabase(settings.DATABASE_URL);
  return startPostgres({ folder: databaseFolder() });
}

const holderStartsWithin = 60_000;

/**
 * Like {@link openDatabase}, but shares the database of a running instance of this checkout, whose
 * pages then answer at `address`.
 * @param {NodeJS.ProcessEnv} settings
 * @returns {Promise<Database & { address?: string }>}
 */
export async function openOrShareDatabase(settings) {
  if (settings.DATABASE_URL) return othersDatabase(settings.DATABASE_URL);
  const folder = databaseFolder();
  const until = performance.now() + holderStartsWithin;
  while (existsSync(folder)) {
    const holder = findHolder(folder);
    if (!holder) break;
    if (holder.url) return { ...othersDatabase(holder.url), address: holder.address };
    if (performance.now() > until) {
      throw new Refusal(`The running instance (process ${holder.pid}) does not open its database.`);
    }
    await pause(200);
  }
  return startPostgres({ folder });
}
