import { spawnSync } from 'node:child_process';

import { Refusal } from './say.mjs';

/**
 * PostgreSQL refuses to run as root, so root lends it an unprivileged user that exists already.
 * @typedef {{ uid?: number, gid?: number, name: string }} DatabaseUser empty ids mean ourselves
 */

/**
 * @param {string} flag
 * @param {string} name
 * @returns {number | undefined}
 */
function askId(flag, name) {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
  const id = Number(answer.stdout);
  return answer.status === 0 && id > 0 ? id : undefined;
}

/** @returns {DatabaseUser} */
export function databaseUser() {
  if (process.getuid?.() !== 0) return { name: 'you' };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [askId('-u', name), askId('-g', name)];
    if (uid !== undefined && gid !== undefined) return { uid, gid, name };
  }
  throw new Refusal(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody" ' +
      'that could run it. Start as another user or set DATABASE_URL.',
  );
}

/** Settings of the person's own shell must not change what the database does. */
export const databaseEnvironment = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * Runs a short command as the database's user.
 * @param {DatabaseUser} user
 * @param {string} command
 * @param {string[]} args
 * @param {string} [input]
 */
export function runAs({ uid, gid }, command, args, input = '') {
  return spawnSync(command, args, {
    uid,
    gid,
    // Our own folder may be closed to that user.
    cwd: '/',
    env: databaseEnvironment,
    encoding: 'utf8',
    input,
  });
}

/**
 * @param {DatabaseUser} user
 * @param {string} folder
 * @returns {boolean} whether the user may pass through the folder
 */
export function canEnter(user, folder) {
  return runAs(user, '/bin/sh', ['-c', 'cd "$0"', folder]).status === 0;
}
