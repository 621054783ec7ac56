import { build } from './build.mjs';
import { inCheckout } from './checkout.mjs';
import { listenForEnding } from './ending.mjs';
import { install, projectEnvironment, projectNode } from './install.mjs';
import { run } from './run.mjs';
import { runCommand } from './say.mjs';

/** `npm run bench`: times what must be fast beside a unit of work measured in the same run. */
await runCommand(
  async () => {
    const ending = listenForEnding();
    await install(ending);
    await build(['shared'], ending);
    const { code } = await run(projectNode(), ['tests/bench/run.ts'], {
      ending,
      cwd: inCheckout('.'),
      env: projectEnvironment(),
    });
    return code;
  },
  { codeWhenEnded: 130 },
);
