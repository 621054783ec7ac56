import { spawn } from 'node:child_process';

import { build } from './build.mjs';
import { inCheckout, readSettings } from './checkout.mjs';
import { openOrShareDatabase } from './database.mjs';
import { listenForEnding } from './ending.mjs';
import { install, projectEnvironment, projectNode } from './install.mjs';
import { Refusal, runCommand } from './say.mjs';

/**
 * Runs one of the backend's command-line files against the local database:
 * `node docker/local/command.mjs dist/command-line/<file>.js [arguments]`.
 * The file may ask questions, so it keeps the terminal.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function runInTerminal(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(projectNode(), args, { cwd: inCheckout('backend'), env, stdio: 'inherit' });
    child.on('error', (cause) =>
      reject(new Refusal(`${args[0]} did not start: ${cause.message}.`)),
    );
    child.on('exit', (code) => resolve(code ?? 1));
    // Ctrl-C reaches the command through the terminal; other signals reach only us.
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal));
    }
  });
}

await runCommand(
  async () => {
    const args = process.argv.slice(2);
    if (args.length === 0) throw new Refusal('Say which command-line file of the backend to run.');
    const ending = listenForEnding();
    await install(ending);
    await build(['backend'], ending);
    const settings = readSettings();
    const database = await openOrShareDatabase(settings);
    // A link that the command prints must lead to the instance that runs.
    const address = settings.PUBLIC_URL || database.address;
    try {
      return await runInTerminal(args, {
        ...projectEnvironment(settings),
        NODE_ENV: settings.NODE_ENV || 'development',
        DATABASE_URL: database.url,
        ...(address ? { PUBLIC_URL: address } : {}),
      });
    } finally {
      await database.stop();
    }
  },
  { codeWhenEnded: 130 },
);
