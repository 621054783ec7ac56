import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { commandLine, findProcess } from './processes.mjs';
import { Refusal } from './say.mjs';

/**
 * PostgreSQL writes its process number to the first line of this file and its state to the eighth,
 * in fixed words, whatever the language.
 * @param {string} data
 * @returns {{ pid: number, isReady: boolean } | undefined}
 */
export function readPostmaster(data) {
  let lines;
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, isReady: lines[7]?.trim() === 'ready' } : undefined;
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalProcess(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/**
 * @param {number} pid
 * @param {number} milliseconds
 * @returns {Promise<boolean>} whether the process has ended in time
 */
export async function waitUntilGone(pid, milliseconds) {
  const until = performance.now() + milliseconds;
  while (findProcess(pid)) {
    if (performance.now() > until) return false;
    await pause(25);
  }
  return true;
}

const leftoverMayTake = 30_000;

/**
 * Clears what an earlier run left. Nobody holds the database when this is called, so a PostgreSQL
 * that still runs on the data is about to end, and a file that names a process which has ended, or
 * is quite another one, only stands in the way.
 * @param {string} data
 */
export async function clearLeftover(data) {
  const left = readPostmaster(data);
  if (left && findProcess(left.pid) && commandLine(left.pid).some((part) => part.includes(data))) {
    signalProcess(left.pid, 'SIGINT');
    if (!(await waitUntilGone(left.pid, leftoverMayTake))) {
      throw new Refusal(
        `A PostgreSQL of an earlier run (process ${left.pid}) still uses ${data} and does not end.`,
      );
    }
  }
  rmSync(join(data, 'postmaster.pid'), { force: true });
}
