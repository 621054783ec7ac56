import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { inCheckout } from './checkout.mjs';
import { inModules, projectNode } from './install.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ title: string, folder: string, specs: string, args: string[] }} JestRun
 *   `folder` is where Jest runs, `specs` where its tests lie
 */

/**
 * @param {string} folder
 * @returns {boolean}
 */
function hasSpecs(folder) {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (!entry.isDirectory()) return entry.name.endsWith('.spec.ts');
    return !/^(node_modules|dist|\..*)$/.test(entry.name) && hasSpecs(join(folder, entry.name));
  });
}

/**
 * Counts what Jest wrote. A file of tests that could not even be loaded counts as one failure, and
 * so does a run that failed without saying in which test.
 * @param {string} resultFile
 * @param {number} code
 * @returns {Counts}
 */
function count(resultFile, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/**
 * Runs Jest once and shows its own report.
 * @param {JestRun} wanted
 * @param {{ ending: import('./ending.mjs').Ending, env: NodeJS.ProcessEnv, passedOn: string[] }}
 *   options
 * @returns {Promise<Counts>}
 */
export async function runJest({ title, folder, specs, args }, { ending, env, passedOn }) {
  if (!hasSpecs(inCheckout(specs))) return { passed: 0, failed: 0, skipped: 0 };
  say(`\nTests: ${title}`);
  const results = mkdtempSync(join(tmpdir(), 'ehc-plan-audit-test-results-'));
  try {
    const resultFile = join(results, 'results.json');
    const { code } = await run(
      projectNode(),
      [
        inModules('.bin', 'jest'),
        '--config=jest.config.mjs',
        '--json',
        `--outputFile=${resultFile}`,
        '--passWithNoTests',
        ...args,
        ...passedOn,
      ],
      { ending, cwd: inCheckout(folder), env },
    );
    const counts = count(resultFile, code);
    const isChosen = passedOn.some((arg) => !arg.startsWith('-'));
    if (!isChosen && counts.passed + counts.failed + counts.skipped === 0) {
      say(`${specs} holds tests, but none was found.`);
      counts.failed = 1;
    }
    return counts;
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}
