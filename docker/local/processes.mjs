import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * A process number is used again after its process has ended, so a process is known by its number
 * and the moment it started.
 * @typedef {{ pid: number, startedAt: string }} ProcessIdentity
 * @typedef {ProcessIdentity & { parent: number, name: string }} ProcessFacts
 */

const hasProcFolder = existsSync('/proc/self/stat');

/** @returns {string} */
function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

const boot = bootId();

/**
 * @param {number} pid
 * @returns {ProcessFacts | undefined}
 */
function readProc(pid) {
  let text;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name stands in brackets and may itself hold spaces and brackets.
  const close = text.lastIndexOf(')');
  const name = text.slice(text.indexOf('(') + 1, close);
  const fields = text.slice(close + 2).split(' ');
  const [state = '', parent = '0'] = fields;
  if (state === 'Z' || state === 'X') return undefined;
  return { pid, parent: Number(parent), name, startedAt: `${boot}:${fields[19] ?? ''}` };
}

/**
 * @param {number} pid
 * @param {string} columns
 * @returns {string}
 */
function askPs(pid, columns) {
  const answer = spawnSync('ps', ['-o', columns, '-p', String(pid)], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  return answer.status === 0 ? answer.stdout.trim() : '';
}

/**
 * @param {number} pid
 * @returns {ProcessFacts | undefined}
 */
function readPs(pid) {
  const found = /^(\d+)\s+(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/.exec(
    askPs(pid, 'ppid=,stat=,lstart=,comm='),
  );
  if (!found) return undefined;
  const [, parent = '0', state = '', startedAt = '', name = ''] = found;
  if (state.startsWith('Z')) return undefined;
  return { pid, parent: Number(parent), name, startedAt };
}

/**
 * What is known of a running process; nothing when it has ended or is only a zombie.
 * @param {number} pid
 * @returns {ProcessFacts | undefined}
 */
export function findProcess(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return hasProcFolder ? readProc(pid) : readPs(pid);
}

/**
 * @param {ProcessIdentity} identity
 * @returns {boolean}
 */
export function stillRuns({ pid, startedAt }) {
  return findProcess(pid)?.startedAt === startedAt;
}

/**
 * @param {number} pid
 * @returns {string[]}
 */
export function commandLine(pid) {
  if (!hasProcFolder) return askPs(pid, 'command=').split(/\s+/);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** @returns {ProcessIdentity} */
export function ownIdentity() {
  return { pid: process.pid, startedAt: findProcess(process.pid)?.startedAt ?? '' };
}

const packageManagers = /^(npm|npx|pnpm|yarn)(-cli\.js|\.cjs|\.js)?$/;

/**
 * @param {ProcessFacts} facts
 * @returns {boolean}
 */
function isPackageManager(facts) {
  if (packageManagers.test(facts.name.split(' ')[0] ?? '')) return true;
  const [command = '', script = ''] = commandLine(facts.pid);
  // npm renames itself to "npm start", which then is the whole command line.
  return (
    packageManagers.test(command.split(' ')[0] ?? '') || packageManagers.test(basename(script))
  );
}

/**
 * The processes between this one and the package manager that started it, which is the last. When
 * none is found near by, the parent alone.
 * @returns {ProcessIdentity[]}
 */
export function chainToPackageManager() {
  /** @type {ProcessFacts[]} */
  const chain = [];
  let facts = findProcess(process.ppid);
  while (facts && chain.length < 6) {
    chain.push(facts);
    if (isPackageManager(facts)) return chain;
    facts = findProcess(facts.parent);
  }
  return chain.slice(0, 1);
}
