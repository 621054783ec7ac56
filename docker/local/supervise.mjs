import { join } from 'node:path';

import { openDatabase } from './database.mjs';
import { refuseWhenEnding } from './ending.mjs';
import { nextFreePort, readPort } from './free-port.mjs';
import { databaseFolder, makeFolder } from './local-folder.mjs';
import { Refusal, say } from './say.mjs';
import { portTakenCode, readLastLines, startServer } from './server.mjs';

/**
 * @typedef {import('./server.mjs').Ready} Ready
 * @typedef {{ ending: import('./ending.mjs').Ending, settings: NodeJS.ProcessEnv,
 *   command: import('./server.mjs').Command,
 *   announce: (ready: Ready, logFile: string) => void }} Work
 */

const usualPort = 3000;
const readyWithin = 300_000;

/**
 * @param {NodeJS.ProcessEnv} settings
 * @param {string} databaseUrl
 * @param {number} port
 * @returns {NodeJS.ProcessEnv}
 */
function serverSettings(settings, databaseUrl, port) {
  const isProduction = settings.NODE_ENV === 'production';
  return {
    ...settings,
    NODE_ENV: settings.NODE_ENV || 'development',
    LOAD_DEMO: settings.LOAD_DEMO || (isProduction ? 'no' : 'yes'),
    PUBLIC_URL: settings.PUBLIC_URL || `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
  };
}

/**
 * Starts the server on the wanted port or the next free one. The port may be taken in the moment
 * between our look and the server's start; the server then says so and the next one is tried.
 * @param {Work} work
 * @param {string} databaseUrl
 * @param {string} logFile
 */
async function startOnFreePort({ settings, command, ending }, databaseUrl, logFile) {
  const wanted = readPort(settings.PORT, usualPort);
  let port = await nextFreePort(wanted, settings.HOST || '127.0.0.1');
  for (;;) {
    refuseWhenEnding(ending);
    if (port !== wanted) say(`Port ${wanted} is taken, so port ${port} is used.`);
    const server = startServer(command, serverSettings(settings, databaseUrl, port), logFile);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const first = await Promise.race([
      server.ready.then((ready) => ({ ready })),
      server.exited.then((exit) => ({ exit })),
      ending.promise.then(() => ({})),
      new Promise((resolve) => {
        timer = setTimeout(() => resolve({ late: true }), readyWithin);
      }),
    ]);
    clearTimeout(timer);
    if (first.ready) return { server, ready: /** @type {Ready} */ (first.ready) };
    if (first.exit?.code === portTakenCode) {
      port = await nextFreePort(port + 1, settings.HOST || '127.0.0.1');
      continue;
    }
    await server.stop();
    refuseWhenEnding(ending);
    const why = first.exit ? `did not start (${first.exit.words})` : 'did not become ready';
    throw new Refusal(`The server ${why}. Its last words:\n${readLastLines(logFile)}`);
  }
}

/**
 * Runs the database and the server beside it until we are told to end or one of them ends by
 * itself; then the server is stopped first and the database after it.
 * @param {Work} work
 * @returns {Promise<number>} the exit code
 */
export async function supervise(work) {
  const { ending, settings, announce } = work;
  const database = await openDatabase(settings);
  try {
    const folder = databaseFolder();
    makeFolder(folder, process.getuid?.() === 0 ? 0o755 : 0o700);
    const logFile = join(folder, 'server.log');
    const { server, ready } = await startOnFreePort(work, database.url, logFile);
    database.noteAddress(settings.PUBLIC_URL || `http://localhost:${ready.port}`);
    announce(ready, logFile);
    const words = await Promise.race([
      ending.promise.then(() => undefined),
      server.exited.then(
        (exit) =>
          `The server ended by itself (${exit.words}). Its last words:\n${readLastLines(logFile)}`,
      ),
      database.exited.then(
        () =>
          'The database ended by itself, so the server is stopped too. Its last words:\n' +
          readLastLines(join(folder, 'postgres.log')),
      ),
    ]);
    say(words ?? ending.reason ?? '');
    await server.stop();
    return words === undefined ? 0 : 1;
  } finally {
    await database.stop();
  }
}
