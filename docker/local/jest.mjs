/**
 * Jest settings shared by every project that runs on Node: ES modules compiled by swc with
 * decorator metadata, so that NestJS injection works in tests as it does in production.
 * NestJS 12 is ESM only, and a CommonJS library that requires it in a cycle fails unless it is
 * loaded first; `jest.preload.mjs` does that.
 */
export const nodeJest = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2024',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          // Without it an import of JSON loses the word that says it is JSON.
          experimental: { keepImportAttributes: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
