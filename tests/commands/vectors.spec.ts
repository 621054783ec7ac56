import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const reference = join(checkout, 'tests/support/vectors/reference');

interface Line {
  file: string;
  name: string;
  actual: unknown;
  failures: { path: string; actual: unknown; expected: unknown }[];
}

/** The command as a person runs it, from a folder that is not the project's. */
function runVectors(files: string[]) {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['--prefix', checkout, 'run', '-s', 'vectors', '--', ...files],
    { cwd: tmpdir(), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, stderr, lines: lines.map((line) => JSON.parse(line) as Line) };
}

const referenceFiles = readdirSync(reference);
const casesOf = (file: string) =>
  (JSON.parse(readFileSync(join(reference, file), 'utf8')) as { cases: { name: string }[] }).cases;

describe('the statistics beside the field’s own packages', () => {
  let result: ReturnType<typeof runVectors>;

  beforeAll(() => {
    result = runVectors(referenceFiles.map((file) => join(reference, file)));
  });

  it('answer every case, and nothing else stands on standard output', () => {
    const names = referenceFiles.flatMap((file) => casesOf(file).map(({ name }) => name));
    expect(result.lines.map(({ name }) => name)).toEqual(names);
    expect(names.length).toBeGreaterThan(200);
    expect(result.status).toBe(0);
  });

  it.each(referenceFiles)('equal %s in every case, each at its own tolerance', (file) => {
    const lines = result.lines.filter((line) => basename(line.file) === file);
    expect(lines).toHaveLength(casesOf(file).length);
    expect(lines.filter(({ failures }) => failures.length > 0)).toEqual([]);
  });
});

describe('the runner of vectors', () => {
  let folder: string;

  /** Distribution cases, of which the second expects a wrong number and the third is unknown. */
  const written = {
    cases: [
      { name: 'right', input: { fn: 'qnorm', args: { p: 0.5 } }, expected: 0 },
      { name: 'wrong', input: { fn: 'qnorm', args: { p: 0.9 } }, expected: 1.2 },
      { name: 'unknown', input: { kind: 'none such' }, expected: { error: 'refused' } },
    ].map((one) => ({ ...one, tolerance: { abs: 1e-9, rel: 1e-9 } })),
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ehc-plan-audit-test-vectors-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('says which case is not as expected, and where, and ends with 1', () => {
    writeFileSync(join(folder, 'distributions.json'), JSON.stringify(written));
    const { status, lines } = runVectors([join(folder, 'distributions.json')]);
    expect(status).toBe(1);
    expect(lines.map(({ name, failures }) => [name, failures.length])).toEqual([
      ['right', 0],
      ['wrong', 1],
      ['unknown', 1],
    ]);
    expect(lines[1]?.failures[0]).toMatchObject({ path: '', expected: 1.2 });
  });

  it('calls a family it does not know a failure of the case', () => {
    writeFileSync(join(folder, 'of-no-family.json'), JSON.stringify(written));
    const { status, lines } = runVectors([join(folder, 'of-no-family.json')]);
    expect(status).toBe(1);
    expect(lines.every(({ failures }) => failures.length === 1)).toBe(true);
  });

  it('refuses to start without a file and with one it cannot read, without a result', () => {
    expect(runVectors([])).toMatchObject({ status: 1, lines: [] });
    const unread = runVectors([join(folder, 'not-there.json')]);
    expect(unread).toMatchObject({ status: 1, lines: [] });
    expect(unread.stderr).toContain('not-there.json could not be read');
  });
});
