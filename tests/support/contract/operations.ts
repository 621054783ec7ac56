import { openApiDocument } from '@app/backend/testing';
import { permissions, roles, type PermissionRow, type Role } from '@app/shared/domain';
import type { Service } from '../service.js';

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  example?: unknown;
  default?: unknown;
  nullable?: boolean;
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

interface DocumentedOperation {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}

/** One operation of the interface, as its document describes it. */
export interface Operation {
  /** Method and address, such as `PUT /api/accounts/{id}`. */
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  /** The JSON it takes. */
  body: Schema | null;
  /** An example of the CSV file it takes instead. */
  csvBody: string | null;
  /** For each status the document declares, what the answer may be; none for one without a body. */
  answers: Map<number, readonly DeclaredAnswer[]>;
  /** The codes of the problems it declares, which the document tells in words. */
  problems: string[];
  hasIdempotencyKey: boolean;
}

export interface DeclaredAnswer {
  type: string;
  schema: Schema;
}

export interface InterfaceDocument {
  operations: Operation[];
  schemas: Record<string, Schema>;
}

/** The document the running application gives of itself. */
export function documentOf(service: Service): InterfaceDocument {
  const document = openApiDocument(service.app) as unknown as {
    paths: Record<string, Record<string, DocumentedOperation>>;
    components: { schemas: Record<string, Schema> };
  };
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, documented]) =>
      operationOf(method.toUpperCase(), path, documented),
    ),
  );
  return { operations, schemas: document.components.schemas };
}

function operationOf(method: string, path: string, documented: DocumentedOperation): Operation {
  const answers = Object.entries(documented.responses).map(
    ([status, { content }]): [number, DeclaredAnswer[]] => [
      Number(status),
      Object.entries(content ?? {}).map(([type, { schema }]) => ({ type, schema })),
    ],
  );
  const { parameters } = documented;
  const taken = documented.requestBody?.content ?? {};
  const csvBody = (taken['text/csv']?.schema.example as string | undefined) ?? null;
  return {
    name: `${method} ${path}`,
    method,
    path,
    parameters,
    // A file may also be JSON; what is tested of every body holds for requests in JSON alone.
    body: csvBody === null ? (taken['application/json']?.schema ?? null) : null,
    csvBody,
    answers: new Map(answers),
    problems: Object.values(documented.responses).flatMap(({ description }) =>
      [...description.matchAll(/(?:^|; )([a-z-]+):/g)].map(([, code = '']) => code),
    ),
    hasIdempotencyKey: parameters.some(({ name }) => name === 'Idempotency-Key'),
  };
}

/** The operation's row of the permission table. */
export function rowOf(operation: Operation): PermissionRow {
  const route = operation.name.replaceAll(/\{(\w+)\}/g, ':$1');
  const row = permissions[route];
  if (!row) throw new Error(`${route} has no row in the permission table`);
  return row;
}

/** A role that may perform an operation; null when nobody needs to be signed in. */
export function roleFor(operation: Operation): Role | null {
  const { anyone, byRole } = rowOf(operation);
  if (anyone) return null;
  const role =
    roles.find((one) => byRole[one] === 'own') ?? roles.find((one) => byRole[one] === 'allow');
  if (!role) throw new Error(`no role may perform ${operation.name}`);
  return role;
}

/** A schema with its references followed. */
export function resolved(schema: Schema, { schemas }: InterfaceDocument): Schema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (!reference) return schema;
  return schemas[reference.replace('#/components/schemas/', '')] ?? schema;
}
