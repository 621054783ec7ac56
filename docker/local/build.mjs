import { checkout } from './checkout.mjs';
import { inModules, projectEnvironment, projectNode } from './install.mjs';
import { run } from './run.mjs';
import { Refusal, say } from './say.mjs';

/**
 * Builds projects through Nx, which leaves out what has not changed.
 * @param {string[]} projects
 * @param {import('./ending.mjs').Ending} ending
 */
export async function build(projects, ending) {
  say(`Building ${projects.join(' and ')}.`);
  const { code, output } = await runNx('build', projects, ending, true);
  if (code !== 0) throw new Refusal(`${output}\nThe build failed; its own words are above.`);
}

/**
 * @param {string} target
 * @param {string[]} projects all when empty
 * @param {import('./ending.mjs').Ending} ending
 * @param {boolean} quiet
 */
export function runNx(target, projects, ending, quiet) {
  const chosen = projects.length > 0 ? ['-p', projects.join(',')] : [];
  return run(projectNode(), [inModules('.bin', 'nx'), 'run-many', '-t', target, ...chosen], {
    ending,
    cwd: checkout,
    env: { ...projectEnvironment(), NX_DAEMON: 'false', NX_TUI: 'false' },
    quiet,
  });
}
