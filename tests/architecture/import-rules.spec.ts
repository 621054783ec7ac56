import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Example {
  forbids: string;
  /** An existing file in whose place the text is read. */
  file: string;
  text: string;
  rule: string;
}

/** For each rule one import or call that must be refused: a rule that forbids nothing is no rule. */
const refused: Example[] = [
  {
    forbids: 'a feature using a feature on a higher rung',
    file: 'backend/src/trail/trail.module.ts',
    text: `import { AccountRepository } from '../accounts/index.js';\nexport const used = AccountRepository;\n`,
    rule: 'boundaries/dependencies',
  },
  {
    forbids: 'a feature reaching past the index of a lower one',
    file: 'backend/src/accounts/accounts.module.ts',
    text: `import { SealTrail } from '../trail/seal-trail.js';\nexport const used = SealTrail;\n`,
    rule: 'boundaries/dependencies',
  },
  {
    forbids: 'the platform knowing a feature',
    file: 'backend/src/platform/clock/clock.ts',
    text: `import { TrailModule } from '../../trail/index.js';\nexport const used = TrailModule;\n`,
    rule: 'boundaries/dependencies',
  },
  {
    forbids: 'a lower rung of the rules knowing a higher one',
    file: 'shared/src/domain/trail/seal.ts',
    text: `import { roles } from '../accounts/index.js';\nexport const used = roles;\n`,
    rule: 'boundaries/dependencies',
  },
  {
    forbids: 'rules standing on what is made for tests',
    file: 'shared/src/domain/audits/score-audit.ts',
    text: `import { drawing } from '../frameworks/drawing.fixture.js';\nexport const used = drawing;\n`,
    rule: 'boundaries/dependencies',
  },
  {
    forbids: 'rules knowing the contracts',
    file: 'shared/src/domain/accounts/roles.ts',
    text: `import { SignIn } from '../../contracts/index.js';\nexport const used = SignIn;\n`,
    rule: 'boundaries/dependencies',
  },
  {
    forbids: 'one feature of the pages importing another',
    file: 'frontend/src/app/home/home.ts',
    text: `import { AccountsClient } from '../accounts/accounts-client';\nexport const used = AccountsClient;\n`,
    rule: 'boundaries/dependencies',
  },
  {
    forbids: 'components knowing a feature',
    file: 'frontend/src/app/components/tag.ts',
    text: `import { AccountsClient } from '../accounts/accounts-client';\nexport const used = AccountsClient;\n`,
    rule: 'boundaries/dependencies',
  },
  {
    forbids: 'a framework in the rules',
    file: 'shared/src/domain/accounts/roles.ts',
    text: `import { Injectable } from '@nestjs/common';\nexport const used = Injectable;\n`,
    rule: 'no-restricted-imports',
  },
  {
    forbids: 'contract classes in the browser',
    file: 'frontend/src/app/home/home.ts',
    text: `import { SignIn } from '@app/shared/contracts';\nexport const used = SignIn;\n`,
    rule: '@typescript-eslint/no-restricted-imports',
  },
  {
    forbids: 'tests entering by a back door',
    file: 'tests/support/people.ts',
    text: `import { Clock } from '../../backend/src/platform/clock/clock.js';\nexport const used = Clock;\n`,
    rule: 'no-restricted-imports',
  },
  {
    forbids: 'reading the time outside the clock',
    file: 'backend/src/trail/seal-trail.ts',
    text: `export const used = Date.now();\n`,
    rule: 'no-restricted-properties',
  },
  {
    forbids: 'making today’s date outside the clock',
    file: 'backend/src/trail/seal-trail.ts',
    text: `export const used = new Date();\n`,
    rule: 'no-restricted-syntax',
  },
  {
    forbids: 'chance outside the platform',
    file: 'shared/src/domain/accounts/roles.ts',
    text: `export const used = Math.random();\n`,
    rule: 'no-restricted-properties',
  },
  {
    forbids: 'reading settings past the environment',
    file: 'backend/src/trail/seal-trail.ts',
    text: `export const used = process.env.PORT;\n`,
    rule: 'no-restricted-globals',
  },
  {
    forbids: 'writing to the console',
    file: 'backend/src/trail/seal-trail.ts',
    text: `console.log('sealed');\n`,
    rule: 'no-console',
  },
  {
    forbids: 'a focused test',
    file: 'tests/architecture/import-rules.spec.ts',
    text: `import { it } from '@jest/globals';\nit.only('runs alone', () => undefined);\n`,
    rule: 'jest/no-focused-tests',
  },
];

const allowed: Pick<Example, 'file' | 'text'> = {
  file: 'backend/src/accounts/accounts.module.ts',
  text: `export { TrailModule } from '../trail/index.js';\n`,
};

describe('the rules of the architecture', () => {
  let broken: string[][];

  beforeAll(() => {
    const output = execFileSync('node', ['tests/architecture/lint-examples.mjs'], {
      cwd: root,
      input: JSON.stringify([...refused, allowed]),
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    broken = JSON.parse(output) as string[][];
  }, 120_000);

  it.each(refused.map((example, index) => ({ ...example, index })))(
    'refuse $forbids',
    ({ index, rule }) => {
      expect(broken[index]).toContain(rule);
    },
  );

  it('let a feature use the index of a lower one', () => {
    expect(broken.at(-1)).toEqual([]);
  });
});
