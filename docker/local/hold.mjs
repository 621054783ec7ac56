import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ownIdentity, stillRuns } from './processes.mjs';
import { Refusal } from './say.mjs';

/**
 * One process at a time holds a local database. A small file beside the data says which, so that a
 * second start does not end the first one's PostgreSQL, and so that commands can find it.
 * @typedef {import('./processes.mjs').ProcessIdentity & { url?: string, address?: string }} Holder
 */

/** Another process, still running, holds the database. */
export class InUse extends Refusal {
  /** @param {Holder} holder */
  constructor(holder) {
    super(
      `This checkout's database is in use by a running instance (process ${holder.pid}). ` +
        'Stop that one first (Ctrl-C in its terminal).',
    );
    this.holder = holder;
  }
}

/** @param {string} folder */
function holderFile(folder) {
  return join(folder, 'holder.json');
}

/**
 * @param {string} path
 * @returns {Holder | undefined}
 */
function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @returns {Holder | undefined} who holds the database now
 */
export function findHolder(folder) {
  const holder = readHolder(holderFile(folder));
  return holder && stillRuns(holder) ? holder : undefined;
}

/**
 * Moves a file aside that a process left when it was killed. Two starts may try at once: whoever
 * moved a living holder's file puts it back.
 * @param {string} file
 * @param {string} aside
 */
function moveAside(file, aside) {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && stillRuns(moved)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

/**
 * Takes hold of the database in a folder, or throws {@link InUse}.
 * @param {string} folder
 */
export function takeHold(folder) {
  const file = holderFile(folder);
  /** @type {Holder} */
  let own = ownIdentity();
  const draft = `${file}.${own.pid}`;
  /** @param {Holder} holder */
  const writeDraft = (holder) => {
    rmSync(draft, { force: true });
    writeFileSync(draft, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
  };
  writeDraft(own);
  try {
    for (let tries = 0; ; tries += 1) {
      try {
        // A link is made whole or not at all, and never over a file that is there.
        linkSync(draft, file);
        break;
      } catch (cause) {
        const holder = findHolder(folder);
        if (holder) throw new InUse(holder);
        if (tries > 5) throw cause;
        moveAside(file, `${draft}.stale`);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    /**
     * Adds what others may want to know; the file is readable for its owner alone.
     * @param {{ url?: string, address?: string }} found where the database and the pages answer
     */
    note(found) {
      own = { ...own, ...found };
      writeDraft(own);
      renameSync(draft, file);
    },
    release() {
      const holder = readHolder(file);
      if (holder?.pid === own.pid && holder.startedAt === own.startedAt)
        rmSync(file, { force: true });
    },
  };
}
