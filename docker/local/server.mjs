import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

const graceBeforeKill = 10_000;

/** The server's exit code when its port is taken. */
export const portTakenCode = 98;

/**
 * What the server tells once it answers. The demo's people come with it when they were loaded.
 * @typedef {{ name: string, role: string, email: string }} DemoPerson
 * @typedef {{ ready: true, port: number, demo?: { password: string, people: DemoPerson[] } }} Ready
 * @typedef {{ program: string, args: string[], cwd: string }} Command
 */

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 * @returns {string}
 */
function describeExit(code, signal) {
  return signal ? `ended by ${signal}` : `exit code ${code ?? 'unknown'}`;
}

/**
 * Starts the server. Its standard input is its life line: the server ends when we do, however that
 * happens. Its log goes to a file, so that the terminal stays readable.
 * @param {Command} command
 * @param {NodeJS.ProcessEnv} env
 * @param {string} logFile
 */
export function startServer({ program, args, cwd }, env, logFile) {
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(program, args, {
    cwd,
    env: { ...env, LIFE_LINE: 'yes' },
    // Ctrl-C goes to the whole group of the terminal; the order of the end is ours to decide.
    detached: true,
    stdio: ['pipe', log, log, 'ipc'],
  });
  closeSync(log);
  child.stdin?.on('error', () => undefined);
  /** @type {Promise<{ code: number | null, words: string }>} */
  const exited = new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ code: null, words: message }));
    child.on('exit', (code, signal) => resolve({ code, words: describeExit(code, signal) }));
  });
  /** @type {Promise<Ready>} */
  const ready = new Promise((resolve) => {
    child.on('message', (message) => {
      if (message && typeof message === 'object' && 'ready' in message) {
        resolve(/** @type {Ready} */ (message));
      }
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceBeforeKill);
    await exited;
    clearTimeout(timer);
  };
  return { ready, exited, stop };
}

/**
 * @param {string} logFile
 * @returns {string} the last lines of a log
 */
export function readLastLines(logFile) {
  try {
    return readFileSync(logFile, 'utf8').trim().split('\n').slice(-20).join('\n');
  } catch {
    return '';
  }
}
