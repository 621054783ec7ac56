import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const statsFile = fileURLToPath(new URL('../../frontend/dist/browser-stats.json', import.meta.url));

interface Output {
  entryPoint?: string;
  imports: { path: string; kind: string }[];
  inputs: Record<string, unknown>;
}

/** What the browser loads before it shows the first page: `main` and all it imports at once. */
function initialChunks(outputs: Record<string, Output>): string[] {
  const entries = Object.keys(outputs).filter((name) => /^(main|polyfills)-\w+\.js$/.test(name));
  const reached = new Set(entries);
  for (const name of reached) {
    for (const { path, kind } of outputs[name]?.imports ?? []) {
      if (kind === 'import-statement') reached.add(path);
    }
  }
  return [...reached];
}

describe('what every visitor loads first', () => {
  let modules: string[];

  beforeAll(() => {
    const { outputs } = JSON.parse(readFileSync(statsFile, 'utf8')) as {
      outputs: Record<string, Output>;
    };
    modules = initialChunks(outputs).flatMap((name) => Object.keys(outputs[name]?.inputs ?? {}));
  });

  it('holds the application and the rules that it uses', () => {
    expect(modules).toContain('src/main.ts');
    expect(modules).toContain('../shared/dist/domain/problems/problem.js');
  });

  it('holds no statistics: they are computed on the server, or loaded by the page that draws', () => {
    const statistics = /shared\/dist\/domain\/statistics|@stdlib/;
    expect(modules.filter((name) => statistics.test(name))).toEqual([]);
  });
});
