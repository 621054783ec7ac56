import presets from 'jest-preset-angular/presets/index.js';

const preset = presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });

export default {
  ...preset,
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  roots: ['<rootDir>/src'],
  setupFilesAfterEnv: ['<rootDir>/setup-jest.ts'],
  moduleNameMapper: {
    ...preset.moduleNameMapper,
    '^@app/shared/domain$': '<rootDir>/../shared/src/domain/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
