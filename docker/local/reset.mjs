import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { readSettings } from './checkout.mjs';
import { clusterExists, dataFolder } from './cluster.mjs';
import { takeHold } from './hold.mjs';
import { databaseFolder } from './local-folder.mjs';
import { clearLeftover } from './postmaster.mjs';
import { runCommand, say } from './say.mjs';

await runCommand(
  async () => {
    const folder = databaseFolder();
    if (readSettings().DATABASE_URL) {
      say('DATABASE_URL names a database that is not ours to remove; only the local one is.');
    }
    if (!existsSync(folder)) {
      say('This checkout has no local database. "npm start" makes one.');
      return 0;
    }
    const hold = takeHold(folder);
    try {
      say(`Removing this checkout's local database in ${folder}`);
      if (clusterExists(folder)) await clearLeftover(dataFolder(folder));
      // What says that we hold the folder goes last.
      for (const name of readdirSync(folder).filter((name) => name !== 'holder.json')) {
        rmSync(join(folder, name), { recursive: true, force: true });
      }
    } finally {
      hold.release();
    }
    rmSync(folder, { recursive: true, force: true });
    say('Removed. "npm start" makes a new one.');
    return 0;
  },
  { codeWhenEnded: 1 },
);
