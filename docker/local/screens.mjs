import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { build } from './build.mjs';
import { checkout, inCheckout } from './checkout.mjs';
import { findOrInstallChromium } from './chromium.mjs';
import { listenForEnding } from './ending.mjs';
import { inModules, install, projectEnvironment, projectNode } from './install.mjs';
import { run } from './run.mjs';
import { Refusal, runCommand, say } from './say.mjs';
import { startTestDatabase } from './test-database.mjs';

/**
 * `npm run screens [folder]` photographs every page, wide, narrow and enlarged, full, empty and with
 * errors, for people to look at. The pictures do not belong into git.
 * @returns {string}
 */
function chosenFolder() {
  const [given] = process.argv.slice(2);
  // npm runs its scripts in the project's folder; a folder is meant from where the person stands.
  const folder = given
    ? resolve(process.env.INIT_CWD ?? process.cwd(), given)
    : join(tmpdir(), 'ehc-plan-audit-screens');
  if (folder === checkout || folder.startsWith(join(checkout, '/'))) {
    throw new Refusal('Choose a folder outside of the project: pictures do not belong into git.');
  }
  return folder;
}

await runCommand(
  async () => {
    const folder = chosenFolder();
    const ending = listenForEnding();
    await install(ending);
    await build(['backend', 'frontend'], ending);
    const chromium = await findOrInstallChromium(ending);
    const database = await startTestDatabase();
    try {
      const { code } = await run(
        projectNode(),
        [inModules('.bin', 'jest'), '--config=support/browser/screens.jest.mjs'],
        {
          ending,
          cwd: inCheckout('tests'),
          env: {
            ...projectEnvironment(),
            NODE_ENV: 'test',
            NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
            CHROMIUM_PATH: chromium,
            TEST_DATABASE_URL: database.url,
            SCREENS_FOLDER: folder,
          },
        },
      );
      say(`\nThe contact sheets are in ${folder}; open index.html there.`);
      return code;
    } finally {
      await database.stop();
    }
  },
  { codeWhenEnded: 130 },
);
