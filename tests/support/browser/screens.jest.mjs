import { fileURLToPath } from 'node:url';

import { nodeJest } from '../../../docker/local/jest.mjs';

/** `npm run screens` reaches the pages in the way the tests do, but checks nothing. */
export default {
  ...nodeJest,
  displayName: 'screens',
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  testMatch: ['<rootDir>/support/browser/screens.ts'],
  setupFiles: ['<rootDir>/../docker/local/jest.preload.mjs'],
  testTimeout: 120_000,
};
