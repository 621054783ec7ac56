import { resolve } from 'node:path';

import { build } from './build.mjs';
import { inCheckout } from './checkout.mjs';
import { listenForEnding } from './ending.mjs';
import { install, projectEnvironment, projectNode } from './install.mjs';
import { run } from './run.mjs';
import { Refusal, runCommand, sayAside } from './say.mjs';

/**
 * `npm run -s vectors -- FILE...`: computes every case of the vector files with the product's
 * statistics. Standard output carries the results alone, a line of JSON per case.
 */
await runCommand(
  async () => {
    const files = process.argv.slice(2);
    if (files.length === 0) throw new Refusal('Say which vector files to compute.');
    sayAside();
    const ending = listenForEnding();
    await install(ending);
    await build(['shared'], ending);
    // npm moves to the project's folder; a path is meant from where the person stands.
    const from = process.env.INIT_CWD ?? process.cwd();
    const paths = files.map((file) => resolve(from, file));
    const { code } = await run(projectNode(), ['tests/support/vectors/run.ts', ...paths], {
      ending,
      cwd: inCheckout('.'),
      env: projectEnvironment(),
      quiet: false,
    });
    return code;
  },
  { codeWhenEnded: 130 },
);
