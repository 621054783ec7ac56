import { build } from './build.mjs';
import { findOrInstallChromium } from './chromium.mjs';
import { listenForEnding } from './ending.mjs';
import { install, projectEnvironment } from './install.mjs';
import { runJest } from './jest-run.mjs';
import { Ended, Refusal, explain, runCommand, say } from './say.mjs';
import { startTestDatabase } from './test-database.mjs';

/**
 * `node docker/local/test.mjs [slice ...] [path or option for Jest ...]`; all slices when none is
 * named. The last line says how many tests passed and failed.
 * @typedef {import('./jest-run.mjs').JestRun} JestRun
 */

/** @param {string} folder @returns {JestRun} */
const unit = (folder) => ({
  title: `unit (${folder})`,
  folder,
  specs: `${folder}/src`,
  args: ['--maxWorkers=2'],
});

/** @param {string} slice @param {number} workers @returns {JestRun} */
const inTests = (slice, workers) => ({
  title: slice,
  folder: 'tests',
  specs: `tests/${slice}`,
  args: ['--selectProjects', slice, `--maxWorkers=${workers}`],
});

/** @type {Record<string, JestRun[]>} */
const slices = {
  unit: [unit('shared'), unit('backend'), unit('frontend')],
  architecture: [inTests('architecture', 2)],
  api: [inTests('api', 2)],
  commands: [inTests('commands', 1)],
  browser: [inTests('browser', 2)],
};

/** What other environments of the person's shell must not change in a test run. */
const notForTests = ['DATABASE_URL', 'PORT', 'HOST', 'PUBLIC_URL', 'LOAD_DEMO', 'API_DOCS'];

/** @param {Record<string, string>} added */
function testEnvironment(added) {
  const kept = Object.entries(process.env).filter(([key]) => !notForTests.includes(key));
  return {
    ...projectEnvironment(Object.fromEntries(kept)),
    NODE_ENV: 'test',
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    ...added,
  };
}

/**
 * @param {string[]} chosen
 * @param {string[]} passedOn
 * @param {import('./jest-run.mjs').Counts} total added to as the tests run
 */
async function runSlices(chosen, passedOn, total) {
  const ending = listenForEnding();
  await install(ending);
  // The commands' tests start, and where they need it build, everything by themselves.
  const needsProduct = chosen.some((slice) => slice !== 'unit' && slice !== 'commands');
  if (needsProduct) await build(['backend', 'frontend'], ending);
  else if (chosen.includes('unit')) await build(['shared'], ending);
  /** @type {Record<string, string>} */
  const added = {};
  if (chosen.includes('browser')) added.CHROMIUM_PATH = await findOrInstallChromium(ending);
  const database = needsProduct ? await startTestDatabase() : undefined;
  if (database) added.TEST_DATABASE_URL = database.url;
  try {
    for (const jestRun of chosen.flatMap((slice) => slices[slice] ?? [])) {
      const counts = await runJest(jestRun, { ending, env: testEnvironment(added), passedOn });
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
    }
  } finally {
    await database?.stop();
  }
}

await runCommand(
  async () => {
    const args = process.argv.slice(2);
    const isSlice = (/** @type {string} */ arg) => Object.hasOwn(slices, arg);
    const named = args.filter(isSlice);
    const chosen = named.length > 0 ? named : Object.keys(slices);
    const passedOn = args.filter((arg) => !isSlice(arg));
    const total = { passed: 0, failed: 0, skipped: 0 };
    try {
      await runSlices(chosen, passedOn, total);
      if (total.passed + total.failed + total.skipped === 0) {
        throw new Refusal('No test was found.');
      }
    } catch (cause) {
      if (cause instanceof Ended) throw cause;
      // What kept the tests from running counts as a failure, so that the last line never lies.
      say(explain(cause));
      total.failed += 1;
    }
    const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
    say(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
    return total.failed > 0 ? 1 : 0;
  },
  { codeWhenEnded: 130 },
);
