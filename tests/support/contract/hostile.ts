import fc from 'fast-check';
import { resolved, type InterfaceDocument, type Operation, type Schema } from './operations.js';

export interface HostileRequest {
  /** Keys for the places of the address; `known` stands for a record that is there. */
  key: string;
  query: [string, string][];
  body: unknown;
  /** A file instead of a body of JSON. */
  rawBody: string | undefined;
}

/** Texts that have broken services of every kind. */
const oddTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uFEFF',
  '\uD800',
  '\uFE0F'.repeat(200),
  'é'.normalize('NFD').repeat(60),
  "'; DROP TABLE accounts; --",
  '%',
  '%00',
  '\\',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '${7*7}',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'NaN',
  'null',
  '-0',
  '1e999',
  '0000-01-01',
  '9999-12-31',
  '2026-02-29',
  '00000000-0000-0000-0000-000000000000',
  'ﬀ@ﬀ.example',
  'İ.x@example.org',
  'x'.repeat(5000),
];

const text = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

const anything = fc.oneof(
  text,
  fc.constantFrom(null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -1e308, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constant(JSON.parse('{"__proto__": {"roles": ["administrator"]}, "constructor": 1}')),
);

/** A value as the schema wants it, most of the time. */
function valueFor(schema: Schema, document: InterfaceDocument): fc.Arbitrary<unknown> {
  const fitting = fittingFor(resolved(schema, document), document);
  const example = schema.example === undefined ? fitting : fc.constant(schema.example);
  return fc.oneof(
    { weight: 12, arbitrary: example },
    { weight: 4, arbitrary: fitting },
    { weight: 1, arbitrary: anything },
  );
}

function fittingFor(schema: Schema, document: InterfaceDocument): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.properties) return bodyFor(schema, document);
  if (schema.items) return fc.array(valueFor(schema.items, document), { maxLength: 10 });
  if (schema.type === 'number' || schema.type === 'integer')
    return fc.oneof(fc.integer(), fc.integer({ min: 1, max: 5 }));
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format?.startsWith('date'))
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  if (String(schema.example).includes('@')) return fc.emailAddress();
  return text;
}

function bodyFor(schema: Schema, document: InterfaceDocument): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const record = fc.record(
    Object.fromEntries(properties.map(([name, part]) => [name, valueFor(part, document)])),
    { requiredKeys: [] },
  );
  const whole = fc.record(
    Object.fromEntries(properties.map(([name, part]) => [name, valueFor(part, document)])),
  );
  const more = fc
    .tuple(whole, fc.dictionary(text, anything, { maxKeys: 2 }))
    .map(([body, added]) => ({ ...body, ...added }));
  return fc.oneof(
    { weight: 7, arbitrary: whole },
    { weight: 2, arbitrary: record },
    { weight: 1, arbitrary: more },
  );
}

/** Files of every kind: the example, with parts of it put out of place, and what is no table at all. */
function fileLike(example: string): fc.Arbitrary<string> {
  const cell = fc.oneof(text, fc.constantFrom(...example.split(/[,\r\n]+/)));
  const [header = ''] = example.split('\r\n');
  const table = fc
    .array(fc.array(cell, { maxLength: 20 }), { maxLength: 8 })
    .map((rows) => [header, ...rows.map((cells) => cells.join(','))].join('\n'));
  return fc.oneof(fc.constant(example), table, table, text);
}

/** Requests of every kind for an operation; null when nothing about it can be varied. */
export function hostileRequests(
  operation: Operation,
  document: InterfaceDocument,
): fc.Arbitrary<HostileRequest> | null {
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
  const hasKey = operation.path.includes('{');
  if (!operation.body && !operation.csvBody && inQuery.length === 0 && !hasKey) return null;
  const pair = fc.oneof(
    ...inQuery.map(({ name, schema }) =>
      fc.tuple(
        fc.constantFrom(name, name, name, `${name}[]`, `${name}[x]`),
        valueFor(schema, document).map((value) =>
          typeof value === 'string' ? value : JSON.stringify(value),
        ),
      ),
    ),
    fc.tuple(text, text),
  );
  return fc.record({
    key: fc.oneof(
      { weight: 1, arbitrary: fc.constant('known') },
      { weight: 1, arbitrary: fc.uuid() },
      { weight: 2, arbitrary: text.filter((value) => !['', '.', '..'].includes(value)) },
    ),
    query: inQuery.length > 0 ? fc.array(pair, { maxLength: 4 }) : fc.constant([]),
    rawBody: operation.csvBody === null ? fc.constant(undefined) : fileLike(operation.csvBody),
    body: operation.body
      ? fc.oneof(
          { weight: 12, arbitrary: bodyFor(resolved(operation.body, document), document) },
          { weight: 1, arbitrary: anything },
        )
      : fc.constant(undefined),
  });
}

/** An address with more in its query; what cannot be written in an address is left out. */
export function addQuery(address: string, pairs: readonly [string, string][]): string {
  const search = new URLSearchParams(pairs as [string, string][]).toString();
  if (!search) return address;
  return `${address}${address.includes('?') ? '&' : '?'}${search}`;
}
