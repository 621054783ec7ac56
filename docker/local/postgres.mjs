import { chmodSync, closeSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import {
  clusterExists,
  createCluster,
  databaseName,
  dataFolder,
  ownerName,
  readPassword,
} from './cluster.mjs';
import { databasePrograms } from './database-programs.mjs';
import { canEnter, databaseEnvironment, databaseUser } from './database-user.mjs';
import { anyFreePort } from './free-port.mjs';
import { takeHold } from './hold.mjs';
import { spawnOnLifeLine } from './life-line.mjs';
import { makeFolder } from './local-folder.mjs';
import { clearLeftover, readPostmaster, signalProcess, waitUntilGone } from './postmaster.mjs';
import { Refusal } from './say.mjs';

/**
 * @typedef {object} RunningDatabase
 * @property {string} url
 * @property {string} folder
 * @property {(address: string) => void} noteAddress tells commands where the pages answer
 * @property {() => Promise<void>} stop
 * @property {Promise<void>} exited settles when PostgreSQL has ended, wanted or not
 */

const readyWithin = 180_000;
const stopsWithin = 30_000;
const launchTries = 20;

/** PostgreSQL's messages stay free of the values that people typed. */
const settingsAlways = {
  listen_addresses: '127.0.0.1',
  // Sockets in a shared folder could be reached by other users; nothing here needs one.
  unix_socket_directories: '',
  lc_messages: 'C',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  password_encryption: 'scram-sha-256',
};

/** For data that nobody will miss after a power cut. */
const settingsThrowAway = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '256MB',
  max_connections: '200',
};

/** @param {Record<string, string>} settings */
function asArguments(settings) {
  return Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}

/**
 * @param {string} logFile
 * @returns {string} the last lines of PostgreSQL's own log
 */
function readTail(logFile) {
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-20).join('\n');
}

/**
 * @typedef {ReturnType<typeof spawnOnLifeLine>} Child
 * @typedef {{ folder: string, programs: string, durable: boolean,
 *   user: import('./database-user.mjs').DatabaseUser }} Place
 */

/**
 * Starts PostgreSQL once and waits until it accepts connections.
 * @param {Place} place
 * @param {number} port
 * @returns {Promise<{ child: Child } | { log: string }>} the log when it ended instead
 */
async function launch({ folder, programs, durable, user }, port) {
  const data = dataFolder(folder);
  const logFile = join(folder, 'postgres.log');
  const log = openSync(logFile, 'w', 0o600);
  const settings = { ...settingsAlways, ...(durable ? {} : settingsThrowAway), port: String(port) };
  const child = spawnOnLifeLine(
    join(programs, 'bin', 'postgres'),
    ['-D', data, ...asArguments(settings)],
    {
      signal: 'INT',
      cwd: '/',
      env: databaseEnvironment,
      uid: user.uid,
      gid: user.gid,
      output: log,
    },
  );
  closeSync(log);
  /** @type {{ cause?: Error } | undefined} */
  let ended;
  void child.exited.then((end) => (ended = end));
  const until = performance.now() + readyWithin;
  while (!readPostmaster(data)?.isReady) {
    await pause(20);
    if (ended) return { log: ended.cause?.message ?? readTail(logFile) };
    if (performance.now() > until) {
      child.letGo();
      throw new Refusal(`PostgreSQL did not become ready. Its own words:\n${readTail(logFile)}`);
    }
  }
  return { child };
}

/**
 * @param {Place} place
 * @param {number | undefined} firstPort
 */
async function launchWithRetries(place, firstPort) {
  let port = firstPort ?? (await anyFreePort());
  for (let tries = 1; ; tries += 1) {
    const result = await launch(place, port);
    if ('child' in result) return { child: result.child, port };
    const portTaken = result.log.includes('Address already in use');
    // After a kill the kernel may need a moment to let go of the shared memory.
    const memoryHeld = result.log.includes('pre-existing shared memory block');
    if (!(portTaken || memoryHeld) || tries >= launchTries) {
      throw new Refusal(`PostgreSQL did not start. Its own words:\n${result.log}`);
    }
    if (portTaken) port = await anyFreePort();
    if (memoryHeld) await pause(500);
  }
}

/**
 * @param {Place} place
 * @param {Child} child
 * @param {() => void} release
 */
function watchOver({ folder }, child, release) {
  const { pid = 0 } = readPostmaster(dataFolder(folder)) ?? {};
  const exited = child.exited.then(async () => {
    // The shell may have been killed alone; letting go then ends PostgreSQL.
    child.letGo();
    await waitUntilGone(pid, stopsWithin);
    release();
  });
  const stop = async () => {
    child.letGo();
    for (const signal of /** @type {const} */ (['SIGQUIT', 'SIGKILL'])) {
      if (await waitUntilGone(pid, stopsWithin)) break;
      signalProcess(pid, signal);
    }
    await exited;
  };
  return { exited, stop };
}

/**
 * Starts a PostgreSQL of our own on the data in a folder, making them first when there are none.
 * It listens on 127.0.0.1 alone, asks for a generated password, and ends when this process ends,
 * however that happens.
 * @param {{ folder: string, durable?: boolean, port?: number }} wanted `durable: false` is for data
 *   that are thrown away; `port` is tried first
 * @returns {Promise<RunningDatabase>}
 */
export async function startPostgres({ folder: given, durable = true, port: firstPort }) {
  const folder = resolve(given);
  const user = databaseUser();
  const programs = databasePrograms(user);
  makeFolder(folder, user.uid === undefined ? 0o700 : 0o755);
  if (!canEnter(user, folder)) {
    throw new Refusal(
      `PostgreSQL runs as the user ${user.name} here, who may not enter ${folder}. Choose a folder ` +
        'that other users may pass through.',
    );
  }
  const hold = takeHold(folder);
  try {
    const place = { folder, programs, durable, user };
    if (clusterExists(folder)) await clearLeftover(dataFolder(folder));
    else createCluster(place);
    chmodSync(dataFolder(folder), 0o700);
    const password = readPassword(folder);
    const { child, port } = await launchWithRetries(place, firstPort);
    const url = `postgres://${ownerName}:${password}@127.0.0.1:${port}/${databaseName}`;
    hold.note({ url });
    return {
      url,
      folder,
      noteAddress: (address) => hold.note({ address }),
      ...watchOver(place, child, hold.release),
    };
  } catch (cause) {
    hold.release();
    throw cause;
  }
}
