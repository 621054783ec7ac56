import { build } from './build.mjs';
import { inCheckout, readSettings } from './checkout.mjs';
import { listenForEnding } from './ending.mjs';
import { install, projectEnvironment, projectNode } from './install.mjs';
import { runCommand, say } from './say.mjs';
import { supervise } from './supervise.mjs';

/**
 * @param {import('./server.mjs').Ready} ready
 * @param {string} logFile
 */
function announce({ port, demo }, logFile) {
  say(`\nEHC plan quality audit is running at http://localhost:${port}\n`);
  if (demo) {
    const wide = (/** @type {'name' | 'role'} */ key) =>
      Math.max(...demo.people.map((person) => person[key].length));
    const [names, roles] = [wide('name'), wide('role')];
    say(`Sign in as one of these fictional people. Everyone's password is ${demo.password}\n`);
    for (const { name, role, email } of demo.people) {
      say(`  ${name.padEnd(names)}   ${role.padEnd(roles)}   ${email}`);
    }
    say('');
  }
  say(`The server's log is ${logFile}`);
  say('Press Ctrl-C to stop.');
}

await runCommand(
  async () => {
    const ending = listenForEnding();
    await install(ending);
    await build(['backend', 'frontend'], ending);
    return supervise({
      ending,
      settings: projectEnvironment(readSettings()),
      command: { program: projectNode(), args: ['dist/main.js'], cwd: inCheckout('backend') },
      announce,
    });
  },
  { codeWhenEnded: 0 },
);
