import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { checkout, checkoutKey, inCheckout, readSettings } from './checkout.mjs';
import { canEnter, databaseUser } from './database-user.mjs';
import { Refusal } from './say.mjs';

const appName = 'ehc-plan-audit';

/**
 * Makes a folder and those above it. The process's umask may close new folders to the database's
 * user, so the mode is set on each folder we made.
 * @param {string} folder
 * @param {number} mode
 */
export function makeFolder(folder, mode) {
  const first = mkdirSync(folder, { recursive: true });
  if (!first) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) chmodSync(made, mode);
}

/**
 * Some file systems (a Windows drive, a few network ones) accept a mode and ignore it, and
 * PostgreSQL refuses a data folder that others may read.
 * @param {string} folder
 * @returns {boolean}
 */
function keepsPrivateFolders(folder) {
  let probe;
  try {
    makeFolder(folder, 0o700);
    probe = mkdtempSync(join(folder, 'probe-'));
    chmodSync(probe, 0o700);
    return (statSync(probe).mode & 0o777) === 0o700;
  } catch {
    return false;
  } finally {
    if (probe) rmSync(probe, { recursive: true, force: true });
  }
}

/**
 * A folder below a shared one could have been made by somebody else to catch what we write.
 * @param {string} folder
 * @returns {boolean}
 */
function isOurs(folder) {
  const facts = lstatSync(folder, { throwIfNoEntry: false });
  return !facts || (facts.isDirectory() && facts.uid === process.getuid?.());
}

/**
 * The folder of everything this machine keeps for local runs. Root's cannot be in the checkout: the
 * database's user has to reach it, and the checkout may be closed to it.
 * @returns {string}
 */
export function localFolder() {
  const given = readSettings().LOCAL_DATABASE_FOLDER;
  if (given) return resolve(checkout, given);
  const isRoot = process.getuid?.() === 0;
  const shared = `/var/tmp/${appName}-${process.getuid?.() ?? 0}`;
  if (isRoot) {
    try {
      makeFolder(`/var/lib/${appName}`, 0o755);
      return `/var/lib/${appName}`;
    } catch {
      if (isOurs(shared)) return shared;
    }
  } else {
    const data = process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
    for (const folder of [inCheckout('.local'), join(data, appName)]) {
      if (keepsPrivateFolders(folder)) return folder;
    }
    if (isOurs(shared) && keepsPrivateFolders(shared)) return shared;
  }
  throw new Refusal(
    'No folder was found in which a local database can be kept. Set LOCAL_DATABASE_FOLDER to one ' +
      'that you may write to, or set DATABASE_URL.',
  );
}

/** @returns {string} the folder of this checkout's own database */
export function databaseFolder() {
  return join(localFolder(), `database-${checkoutKey}`);
}

/**
 * A folder for something that is thrown away, such as the tests' database.
 * @param {string} prefix
 * @returns {string}
 */
export function makeThrowAwayFolder(prefix) {
  const user = databaseUser();
  for (const parent of [tmpdir(), '/tmp', '/var/tmp']) {
    if (!canEnter(user, parent)) continue;
    const folder = mkdtempSync(join(parent, prefix));
    chmodSync(folder, 0o755);
    return folder;
  }
  throw new Refusal(`The user ${user.name} may enter neither ${tmpdir()}, /tmp nor /var/tmp.`);
}
