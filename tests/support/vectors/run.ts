import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { InvalidInput } from '@app/shared/domain';

import { compare, type Failure } from './compare.ts';
import { families } from './families/index.ts';
import type { VectorCase, VectorFile } from './family.ts';

/**
 * `node tests/support/vectors/run.ts FILE…`: computes every case of the files from its input alone
 * and prints one line of JSON per case. `npm run -s vectors -- FILE…` builds first, then runs this.
 * Node 24 runs these files as they are, which is why imports in this folder end in `.ts`.
 */

interface CaseResult {
  actual: unknown;
  failures: Failure[];
}

function runCase(family: string, { input, expected, tolerance }: VectorCase): CaseResult {
  let actual: unknown;
  try {
    const compute = families[family];
    if (!compute) throw new Error(`The family ${family} is not known.`);
    actual = compute(input as never);
  } catch (cause) {
    // A refusal by the statistics is a result, which a case may expect; any other error is not.
    if (!(cause instanceof InvalidInput)) {
      return { actual: null, failures: [{ path: '', actual: String(cause), expected }] };
    }
    actual = { error: cause.message };
  }
  return { actual, failures: compare(actual, expected, tolerance) };
}

function runFile(file: string): boolean {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as VectorFile;
  let passed = true;
  for (const vectorCase of cases) {
    const result = runCase(basename(file, '.json'), vectorCase);
    passed &&= result.failures.length === 0;
    process.stdout.write(`${JSON.stringify({ file, name: vectorCase.name, ...result })}\n`);
  }
  return passed;
}

for (const file of process.argv.slice(2)) {
  try {
    if (!runFile(file)) process.exitCode = 1;
  } catch (cause) {
    process.stderr.write(`${file} could not be read: ${String(cause)}\n`);
    process.exitCode = 1;
  }
}
