import js from '@eslint/js';
import angular from 'angular-eslint';
import boundaries from 'eslint-plugin-boundaries';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';
import { boundaryElements, boundaryRules } from './docker/local/boundaries.mjs';

const typescript = ['{shared,backend,frontend,tests}/**/*.ts'];
const specs = ['**/*.spec.ts'];

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '**/.angular/**'],
  },
  {
    files: typescript,
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      // A module or a migration is a class with nothing in it but its decorator or its SQL.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Contract classes are shapes with rules on them; plain objects of that shape are what we send.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // `put<void>` says that an answer has no body.
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    // What NestJS or Angular injects or validates must be a value at run time, which a type import is not.
    files: ['backend/src/**/*.ts', 'shared/src/contracts/**/*.ts', 'frontend/src/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: typescript,
    ignores: [
      'backend/src/platform/**',
      'frontend/src/app/platform/**',
      'frontend/src/main.ts',
      'tests/**',
      ...specs,
    ],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Ask the Clock, so that tests can set it.' },
        { object: 'Math', property: 'random', message: 'Chance comes from Ids or from a seed.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Ask the Clock, so that tests can set it.',
        },
      ],
    },
  },
  {
    files: ['backend/src/**/*.ts'],
    ignores: [
      'backend/src/platform/**',
      'backend/src/main.ts',
      'backend/src/command-line/**',
      ...specs,
    ],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Settings come from Environment.' },
      ],
    },
  },
  {
    files: ['shared/src/domain/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@nestjs/*', '@angular/*', 'typeorm', 'class-*', 'node:*'],
              message: 'Rules are pure: no framework, no input or output.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['frontend/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      // A structural directive's second input is named after its first.
      '@angular-eslint/no-input-rename': ['error', { allowedNames: ['appCellOf'] }],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@app/shared/contracts',
              allowTypeImports: true,
              message: 'Contracts are types here: their decorators must not reach the browser.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['frontend/src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    files: typescript,
    plugins: { boundaries },
    settings: {
      'boundaries/elements': boundaryElements,
      'boundaries/include': ['shared/src/**/*', 'backend/src/**/*', 'frontend/src/app/**/*'],
      'import/resolver': {
        typescript: { project: ['*/tsconfig.json'], noWarnOnMultipleProjects: true },
      },
    },
    rules: boundaryRules,
  },
  {
    files: ['**/*.spec.ts', 'tests/**/*.ts'],
    plugins: { jest },
    rules: {
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/no-identical-title': 'error',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'eventually'] }],
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                '**/backend/src/**',
                '**/frontend/src/**',
                '**/shared/src/**',
                '@app/*/dist/**',
              ],
              message: 'Tests enter by the front door: @app/backend/testing and @app/shared.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    ignores: ['eslint.config.mjs'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'performance',
          'URL',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'AbortController',
          'AbortSignal',
          'Buffer',
          'fetch',
          'HTMLCanvasElement',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
