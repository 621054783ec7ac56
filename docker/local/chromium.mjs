import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { checkout } from './checkout.mjs';
import { run } from './run.mjs';
import { Refusal, say } from './say.mjs';

/** First the one without windows: it draws the same pages and has less to start around them. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
/** Debian has both; other systems have the second, if any. */
const packages = ['chromium-headless-shell', 'chromium'];
const aptWaits = ['-o', 'DPkg::Lock::Timeout=300'];

/**
 * Some systems have a stub of that name which only tells how to install the real one, so the
 * program is asked for its version.
 * @param {string} path
 * @returns {boolean}
 */
function works(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** @returns {string | undefined} */
function findOnPath() {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (folder && works(path)) return path;
    }
  }
  return undefined;
}

/** @returns {string[] | undefined} what to write before a command that needs root's rights */
function rightsToInstall() {
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined;
  if (process.getuid?.() === 0) return [];
  const may = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return may ? ['sudo', '-n'] : undefined;
}

/**
 * Finds a Chromium for the browser tests, and installs the system's own where we may.
 * @param {import('./ending.mjs').Ending} ending
 * @returns {Promise<string>} its path
 */
export async function findOrInstallChromium(ending) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (works(given)) return given;
    throw new Refusal(`CHROMIUM_PATH is ${given}, which is not a browser that runs.`);
  }
  const found = findOnPath();
  if (found) return found;

  const rights = rightsToInstall();
  if (rights) {
    say('The browser tests need Chromium: installing the package of this system.');
    const aptGet = (/** @type {string[]} */ ...args) => {
      const [program = '', ...rest] = [...rights, 'apt-get', ...aptWaits, ...args];
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      return run(program, rest, { ending, cwd: checkout, env, quiet: true });
    };
    let { output } = await aptGet('update');
    for (const name of packages) {
      ({ output } = await aptGet('install', '-y', '--no-install-recommends', name));
      const installed = findOnPath();
      if (installed) return installed;
    }
    say(output);
  }
  throw new Refusal(
    'The browser tests need Chromium. Install it, for example with "sudo apt-get install chromium", ' +
      'or set CHROMIUM_PATH to the path of one.',
  );
}
