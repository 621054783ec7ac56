/** Runs the small server under the real supervisor, as `npm start` runs the product. */
import { fileURLToPath } from 'node:url';

import { readSettings } from '../../docker/local/checkout.mjs';
import { listenForEnding } from '../../docker/local/ending.mjs';
import { runCommand, say } from '../../docker/local/say.mjs';
import { supervise } from '../../docker/local/supervise.mjs';

const server = fileURLToPath(new URL('small-server.mjs', import.meta.url));

await runCommand(
  () =>
    supervise({
      ending: listenForEnding(),
      settings: readSettings(),
      command: { program: process.execPath, args: [server], cwd: '/' },
      announce: ({ port }) => say(`running ${port}`),
    }),
  { codeWhenEnded: 0 },
);
