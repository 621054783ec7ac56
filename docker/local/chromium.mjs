import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { checkout } from './checkout.mjs';
import { run } from './run.mjs';
import { Refusal, say } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
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
    const install = ['install', '-y', '--no-install-recommends', 'chromium'];
    for (const args of [['update'], install]) {
      const [program = '', ...rest] = [...rights, 'apt-get', ...aptWaits, ...args];
      const { code, output } = await run(program, rest, {
        ending,
        cwd: checkout,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        quiet: true,
      });
      if (code !== 0) say(output);
    }
    const installed = findOnPath();
    if (installed) return installed;
  }
  throw new Refusal(
    'The browser tests need Chromium. Install it, for example with "sudo apt-get install chromium", ' +
      'or set CHROMIUM_PATH to the path of one.',
  );
}
