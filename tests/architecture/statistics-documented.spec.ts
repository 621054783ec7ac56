import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const statistics = fileURLToPath(new URL('../../shared/src/domain/statistics', import.meta.url));
const folders = readdirSync(statistics, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What a reader of this text would look up in vain: an export's meaning, a function's example. */
function missingFrom(text: string): string[] {
  const { statements } = ts.createSourceFile('read.ts', text, ts.ScriptTarget.Latest, true);
  return statements.filter(isExported).flatMap((statement) => {
    if (ts.getJSDocCommentsAndTags(statement).length === 0) {
      return [`JSDoc of ${nameOf(statement)}`];
    }
    const hasExample = ts
      .getJSDocTags(statement)
      .some(({ tagName, comment }) => tagName.text === 'example' && comment !== undefined);
    return isFunction(statement) && !hasExample ? [`@example of ${nameOf(statement)}`] : [];
  });
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : [];
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function isFunction(statement: ts.Statement): boolean {
  if (!ts.isVariableStatement(statement)) return ts.isFunctionDeclaration(statement);
  return statement.declarationList.declarations.some(
    ({ initializer }) =>
      initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
  );
}

function nameOf(statement: ts.Statement): string {
  const declaration = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]
    : (statement as ts.DeclarationStatement);
  return declaration?.name?.getText() ?? 'the default export';
}

describe('the exports of the statistics', () => {
  it.each(folders)('are all explained in %s, and every function has its example', (folder) => {
    const files = readdirSync(join(statistics, folder)).filter(
      (file) => !file.endsWith('.spec.ts'),
    );
    const missing = files.flatMap((file) =>
      missingFrom(readFileSync(join(statistics, folder, file), 'utf8')).map(
        (what) => `${file}: ${what}`,
      ),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['a type without a word', 'export type Share = number;', ['JSDoc of Share']],
    ['a plain comment', '// A share.\nexport const half = 0.5;', ['JSDoc of half']],
    [
      'a function without an example',
      '/** Adds. */\nexport function sum() {}',
      ['@example of sum'],
    ],
    ['an arrow without one', '/** Adds. */\nexport const sum = () => 0;', ['@example of sum']],
    ['an empty example', '/** @example */\nexport function sum() {}', ['@example of sum']],
    ['all that is asked', '/** @example sum() // 0 */\nexport function sum() {}', []],
    ['what stays in its file', 'function sum() {}\ninterface Share {}', []],
  ])('are read rightly: %s', (_, text, missing) => {
    expect(missingFrom(text)).toEqual(missing);
  });
});
