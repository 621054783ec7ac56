import { nodeJest } from '../docker/local/jest.mjs';

export default {
  ...nodeJest,
  roots: ['<rootDir>/src'],
  setupFiles: ['<rootDir>/../docker/local/jest.preload.mjs'],
};
