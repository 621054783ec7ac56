import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { checkout, inCheckout } from './checkout.mjs';
import { listenForEnding } from './ending.mjs';
import { run } from './run.mjs';
import { Refusal, say } from './say.mjs';

const modules = inCheckout('node_modules');
const programs = join(modules, '.bin');
const lockFile = inCheckout('package-lock.json');
const stampFile = join(modules, '.installed-from');
const oldestHostNode = 20;

/** npm writes its own list and the lock file one after the other, so they differ by a moment. */
const writtenTogether = 5000;

/** @param {string} version such as `24.15.0` */
function parseVersion(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return { major, minor };
}

/** @returns {string} */
function lockFileHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

/** @param {string} path */
function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/**
 * The stamp says which lock file the installation came from. An installation made by hand has no
 * stamp of ours; npm's own list, which it writes last, then shows that it is complete and newer.
 * @returns {boolean}
 */
function isInstalled() {
  const hash = lockFileHash();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === hash) return true;
  const installedAt = modifiedAt(join(modules, '.package-lock.json'));
  if (installedAt === undefined) return false;
  if (installedAt + writtenTogether < (modifiedAt(lockFile) ?? 0)) return false;
  writeStamp(hash);
  return true;
}

/** @param {string} hash */
function writeStamp(hash) {
  try {
    writeFileSync(stampFile, `${hash}\n`);
  } catch {
    // Another person's checkout may be read-only for us; npm's own list is then read every time.
  }
}

/** @param {string | undefined} path */
function withoutProjectPrograms(path = '') {
  return path
    .split(delimiter)
    .filter((folder) => !folder.startsWith(modules))
    .join(delimiter);
}

/**
 * Installs what the project needs when it is missing or older than the lock file.
 * @param {import('./ending.mjs').Ending} [ending]
 */
export async function install(ending = listenForEnding()) {
  if (parseVersion(process.versions.node).major < oldestHostNode) {
    throw new Refusal(
      `Node ${oldestHostNode} or newer is needed to start; this is Node ${process.versions.node}.`,
    );
  }
  if (isInstalled()) return;
  say('Installing the packages of package-lock.json (npm ci). This takes a minute or two.');
  // npm replaces the folder that holds the project's own Node, so it runs on the machine's Node.
  // NODE_ENV=production must not leave out what the build needs.
  const { code, output } = await run(
    'npm',
    ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
    {
      ending,
      cwd: checkout,
      env: { ...process.env, PATH: withoutProjectPrograms(process.env.PATH) },
      quiet: true,
    },
  );
  if (code !== 0) throw new Refusal(`${output}\nnpm ci failed; its own words are above.`);
  writeStamp(lockFileHash());
  say('Installed.');
}

/** @returns {string} the path of the Node that runs the project's own code */
export function projectNode() {
  const own = join(programs, 'node');
  if (existsSync(own)) return own;
  const { major, minor } = parseVersion(process.versions.node);
  if (major > 24 || (major === 24 && minor >= 15)) return process.execPath;
  throw new Refusal(
    `The project runs on Node 24.15 or newer, which npm could not install for ${process.platform} ` +
      `(${process.arch}). Install Node 24 from https://nodejs.org and run the command again; ` +
      `this is Node ${process.versions.node}.`,
  );
}

/**
 * The environment for the project's programs: its own Node and tools come first.
 * @param {NodeJS.ProcessEnv} [settings]
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment(settings = process.env) {
  return { ...settings, PATH: `${programs}${delimiter}${settings.PATH ?? ''}` };
}

/**
 * @param {...string} parts the path below node_modules
 * @returns {string}
 */
export function inModules(...parts) {
  return join(modules, ...parts);
}
