import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { nodeJest } from '../docker/local/jest.mjs';

/** A slice of the tests is a folder here; `npm test` runs one slice after another. */
const slices = ['api', 'architecture', 'browser', 'commands'];

export default {
  // Jest heeds the time limit for all projects alone, and a real start or browser needs its time.
  testTimeout: 120_000,
  projects: slices
    .filter((slice) => existsSync(fileURLToPath(new URL(slice, import.meta.url))))
    .map((slice) => ({
      ...nodeJest,
      displayName: slice,
      rootDir: fileURLToPath(new URL('.', import.meta.url)),
      roots: [`<rootDir>/${slice}`],
      setupFiles: ['<rootDir>/../docker/local/jest.preload.mjs'],
    })),
};
