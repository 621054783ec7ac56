import { runNx } from './build.mjs';
import { checkout } from './checkout.mjs';
import { listenForEnding } from './ending.mjs';
import { inModules, install, projectEnvironment, projectNode } from './install.mjs';
import { run } from './run.mjs';
import { runCommand, say } from './say.mjs';

const mends = process.argv.includes('--fix');

await runCommand(
  async () => {
    const ending = listenForEnding();
    await install(ending);
    /** @param {string} tool @param {string[]} args */
    const runTool = (tool, args) =>
      run(projectNode(), [inModules('.bin', tool), ...args], {
        ending,
        cwd: checkout,
        env: projectEnvironment(),
      });
    /** @type {[string, () => Promise<{ code: number }>][]} */
    const checks = [
      ['formatting', () => runTool('prettier', [mends ? '--write' : '--check', '.'])],
      ['types', () => runNx('typecheck', [], ending, false)],
      ['types of the commands', () => runTool('tsc', ['-p', 'docker/local'])],
      // Lint reads the types of the built libraries, which the check of types has just built.
      [
        'lint and boundaries',
        () => runTool('eslint', ['.', '--max-warnings', '0', ...(mends ? ['--fix'] : [])]),
      ],
    ];
    /** @type {string[]} */
    const failed = [];
    for (const [name, check] of checks) {
      say(`\nChecking ${name}.`);
      if ((await check()).code !== 0) failed.push(name);
    }
    say(
      failed.length === 0 ? '\nEverything is in order.' : `\nNot in order: ${failed.join(', ')}.`,
    );
    return failed.length === 0 ? 0 : 1;
  },
  { codeWhenEnded: 130 },
);
