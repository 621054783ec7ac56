import { spawn } from 'node:child_process';

import { refuseWhenEnding } from './ending.mjs';
import { Ended, Refusal } from './say.mjs';

const graceBeforeKill = 5000;

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(pid, signal) {
  if (!pid) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}

/**
 * Runs a command to its end and takes everything it started down with it when we are to end first.
 * The command gets its own process group, so that Ctrl-C reaches it through us alone.
 * @param {string} command
 * @param {string[]} args
 * @param {{ ending: import('./ending.mjs').Ending, cwd: string, env: NodeJS.ProcessEnv,
 *   quiet?: boolean }} options
 * @returns {Promise<{ code: number, output: string }>} `output` is empty unless `quiet`
 */
export async function run(command, args, { ending, cwd, env, quiet = false }) {
  refuseWhenEnding(ending);
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (text) => (output += text));
  child.stderr?.on('data', (text) => (output += text));
  /** @type {Promise<number>} */
  const exited = new Promise((resolve, reject) => {
    child.on('error', (cause) =>
      reject(new Refusal(`${command} did not start: ${cause.message}.`)),
    );
    child.on('close', (code) => resolve(code ?? 1));
  });
  const first = await Promise.race([exited, ending.promise]);
  if (typeof first === 'number') return { code: first, output };
  signalGroup(child.pid, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceBeforeKill);
  await exited.catch(() => undefined);
  clearTimeout(timer);
  signalGroup(child.pid, 'SIGKILL');
  throw new Ended(first);
}
