import { globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '@app/shared/domain';
import ts from 'typescript';

const APPLICATION = fileURLToPath(new URL('../../../frontend/src/app/', import.meta.url));

/** Who sees a page; everyone else is led to the sign-in, the home or the no-permission page. */
export type Audience = 'anyone' | 'signed-out' | 'signed-in' | readonly Role[];

export interface PageRoute {
  path: string;
  title: string;
  audience: Audience;
}

/** A part of the router's list as it is written: values, and the names of what is no value. */
type Written = string | boolean | Name | Written[] | { [key: string]: Written };
class Name {
  constructor(readonly name: string) {}
}

/**
 * Reads the pages from the router's own files, so that a page added there is tested here. What is
 * written in a way that this cannot read is an error and never a page left out.
 */
export function readRoutes(): PageRoute[] {
  const reader = new RouteReader();
  const routes = reader.exported(resolve(APPLICATION, 'app.routes.ts'), 'routes');
  const found = pagesOf(routes, '', reader);
  const unread = globSync('**/*.routes.ts', { cwd: APPLICATION })
    .map((file) => resolve(APPLICATION, file))
    .filter((file) => !reader.files.has(file));
  if (unread.length > 0) throw new Error(`no route leads to ${unread.join(', ')}`);
  return found;
}

function pagesOf(written: Written | undefined, parent: string, reader: RouteReader): PageRoute[] {
  if (!Array.isArray(written)) throw new Error('the router’s list is not a list');
  return written.flatMap((route) => {
    const fields = route as Record<string, Written | undefined>;
    const path = [parent, fields.path as string].filter(Boolean).join('/');
    if (fields.children) return pagesOf(fields.children, path, reader);
    if (fields.loadChildren) {
      const file = resolve(APPLICATION, (fields.loadChildren as Name).name);
      return pagesOf(reader.exported(file, 'default'), path, reader);
    }
    if (fields.redirectTo !== undefined) return [];
    if (typeof fields.title !== 'string') throw new Error(`the page /${path} has no title`);
    return [{ path: `/${path}`, title: fields.title, audience: audienceOf(path, fields) }];
  });
}

function audienceOf(path: string, route: Record<string, Written | undefined>): Audience {
  const guards = ((route.canActivate ?? []) as Name[]).map((guard) => guard.name);
  if (guards.length === 0) return 'anyone';
  if (guards.length > 1) throw new Error(`/${path} has more guards than one`);
  const { roles } = (route.data ?? {}) as { roles?: Role[] };
  if (guards[0] === 'permitted' && roles) return roles;
  if (guards[0] === 'signedIn') return 'signed-in';
  if (guards[0] === 'signedOut') return 'signed-out';
  throw new Error(`nobody has said here whom the guard ${guards[0] ?? ''} of /${path} lets in`);
}

/** Reads the few kinds of expression that a list of routes is written with. */
class RouteReader {
  readonly files = new Map<string, ts.SourceFile>();

  /** What a file exports under a name, or as its default. */
  exported(file: string, name: string): Written {
    const source = this.parse(file);
    for (const statement of source.statements) {
      if (name === 'default' && ts.isExportAssignment(statement))
        return this.read(statement.expression, file);
    }
    return this.named(name, file);
  }

  private parse(file: string): ts.SourceFile {
    const known = this.files.get(file);
    if (known) return known;
    const text = readFileSync(file, 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    this.files.set(file, source);
    return source;
  }

  /** A constant of this file or of one it imports from; any other name stays a name. */
  private named(name: string, file: string): Written {
    for (const statement of this.parse(file).statements) {
      if (ts.isVariableStatement(statement)) {
        const constant = statement.declarationList.declarations.find(
          (declaration) => declaration.name.getText() === name,
        );
        if (constant?.initializer) return this.read(constant.initializer, file);
      }
      if (ts.isImportDeclaration(statement) && importsName(statement, name)) {
        const from = (statement.moduleSpecifier as ts.StringLiteral).text;
        if (from.endsWith('.routes')) {
          return this.exported(`${resolve(dirname(file), from)}.ts`, name);
        }
      }
    }
    return new Name(name);
  }

  private read(node: ts.Expression, file: string): Written {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
    if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
    if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node))
      return this.read(node.expression, file);
    if (ts.isIdentifier(node)) return this.named(node.text, file);
    if (ts.isArrayLiteralExpression(node)) return this.readList(node, file);
    if (ts.isObjectLiteralExpression(node)) return this.readObject(node, file);
    if (ts.isArrowFunction(node)) return this.readImport(node, file);
    throw new Error(`${file}: a route is written in a way that is not read: ${node.getText()}`);
  }

  private readList(node: ts.ArrayLiteralExpression, file: string): Written[] {
    return node.elements.flatMap((element) => {
      if (!ts.isSpreadElement(element)) return [this.read(element, file)];
      const list = this.read(element.expression, file);
      if (!Array.isArray(list)) throw new Error(`${file}: ${element.getText()} is not a list`);
      return list;
    });
  }

  private readObject(node: ts.ObjectLiteralExpression, file: string): Record<string, Written> {
    const parts = node.properties.map((property): Record<string, Written> => {
      if (ts.isPropertyAssignment(property))
        return { [property.name.getText()]: this.read(property.initializer, file) };
      if (ts.isSpreadAssignment(property)) {
        const spread = this.read(property.expression, file);
        if (typeof spread === 'object' && !(spread instanceof Name) && !Array.isArray(spread))
          return spread;
      }
      throw new Error(`${file}: ${property.getText()} is not read`);
    });
    return Object.assign({}, ...parts) as Record<string, Written>;
  }

  /** `() => import('./x/y')…`: the name of the file that is loaded late. */
  private readImport(node: ts.ArrowFunction, file: string): Name {
    const path = /import\('([^']+)'\)/.exec(node.getText())?.[1];
    if (!path) throw new Error(`${file}: ${node.getText()} loads nothing`);
    return new Name(`${resolve(dirname(file), path)}.ts`);
  }
}

function importsName(statement: ts.ImportDeclaration, name: string): boolean {
  const bindings = statement.importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.some((element) => element.name.text === name);
}
