import { resolve } from 'node:path';

import { build } from './build.mjs';
import { inCheckout } from './checkout.mjs';
import { listenForEnding } from './ending.mjs';
import { install, projectEnvironment, projectNode } from './install.mjs';
import { run } from './run.mjs';
import { runCommand } from './say.mjs';

/**
 * `npm run report:sample -- [FILE]`: writes a learning report on generated results as a PDF, without
 * a database: to look at, and to give to a validator.
 */
await runCommand(
  async () => {
    const ending = listenForEnding();
    await install(ending);
    await build(['shared', 'backend'], ending);
    // npm moves to the project's folder; a path is meant from where the person stands.
    const from = process.env.INIT_CWD ?? process.cwd();
    const file = resolve(from, process.argv[2] ?? 'learning-report-sample.pdf');
    const { code } = await run(projectNode(), ['tests/support/reports/run.ts', file], {
      ending,
      cwd: inCheckout('.'),
      env: projectEnvironment(),
      quiet: false,
    });
    return code;
  },
  { codeWhenEnded: 130 },
);
