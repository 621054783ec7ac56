import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { runAs } from './database-user.mjs';
import { Refusal } from './say.mjs';

/** @typedef {import('./database-user.mjs').DatabaseUser} DatabaseUser */

export const databaseName = 'ehc_plan_audit';
export const ownerName = 'ehc_plan_audit_owner';

/** @param {string} folder */
export function dataFolder(folder) {
  return join(folder, 'data');
}

/** @param {string} folder */
function passwordFile(folder) {
  return join(folder, 'password');
}

/**
 * @param {string} folder
 * @returns {string}
 */
export function readPassword(folder) {
  try {
    return readFileSync(passwordFile(folder), 'utf8').trim();
  } catch {
    throw new Refusal(
      `The local database's password file ${passwordFile(folder)} is missing, so the database ` +
        'cannot be opened. Put it back, or start over with "npm run reset".',
    );
  }
}

/**
 * @param {import('node:child_process').SpawnSyncReturns<string>} answer
 * @param {string} what
 */
function refuseWhenFailed(answer, what) {
  if (answer.status === 0) return;
  const words = answer.error?.message ?? `${answer.stdout}${answer.stderr}`.trim();
  throw new Refusal(`${what} failed. PostgreSQL's own words:\n${words}`);
}

/**
 * Text is ordered and compared by PostgreSQL's own rules, not by those of the machine's language.
 */
const textRules = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

/**
 * @param {DatabaseUser} user
 * @param {string} path
 */
function giveTo(user, path) {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
}

/**
 * Removes what earlier starts left half made. A program of such a start may still be writing there
 * for a moment; what it leaves is removed another time.
 * @param {string} folder
 */
function removeDrafts(folder) {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('draft-')) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // It is in nobody's way.
    }
  }
}

/**
 * Makes a new database cluster with one empty database. It appears under its name only when it is
 * complete, so that a start that was cut short leaves nothing half made.
 * @param {{ folder: string, programs: string, user: DatabaseUser, durable: boolean }} wanted
 */
export function createCluster({ folder, programs, user, durable }) {
  removeDrafts(folder);
  const draft = mkdtempSync(join(folder, 'draft-'));
  const data = join(draft, 'data');
  const password = randomBytes(24).toString('base64url');
  const passwordForInitdb = join(draft, 'password');
  try {
    writeFileSync(passwordForInitdb, `${password}\n`, { mode: 0o600 });
    giveTo(user, passwordForInitdb);
    giveTo(user, draft);
    refuseWhenFailed(
      runAs(user, join(programs, 'bin', 'initdb'), [
        `--pgdata=${data}`,
        `--username=${ownerName}`,
        `--pwfile=${passwordForInitdb}`,
        '--auth=scram-sha-256',
        ...textRules,
        ...(durable ? [] : ['--no-sync']),
      ]),
      'Making the local database',
    );
    refuseWhenFailed(
      runAs(
        user,
        join(programs, 'bin', 'postgres'),
        ['--single', '-D', data, 'postgres'],
        `CREATE DATABASE ${databaseName}\n`,
      ),
      'Making the local database',
    );
    chmodSync(data, 0o700);
    rmSync(passwordFile(folder), { force: true });
    writeFileSync(passwordFile(folder), `${password}\n`, { mode: 0o600 });
    renameSync(data, dataFolder(folder));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {boolean}
 */
export function clusterExists(folder) {
  return existsSync(dataFolder(folder));
}
