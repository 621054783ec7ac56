import type { FrameworkDefinition } from '../definition.js';
import { frameworkSchema } from '../framework-schema.js';
import type { SchemaPart } from '../schema-parts.js';

/**
 * The same definition with its parts in the order of the schema, and descriptors in the order of the
 * grades: a database keeps the parts of JSON in an order of its own.
 */
export function inSchemaOrder(definition: FrameworkDefinition): FrameworkDefinition {
  const ordered = orderedBy(frameworkSchema, definition) as FrameworkDefinition;
  const grades = ordered.scale.grades.map(({ key }) => key);
  for (const criterion of ordered.domains.flatMap(({ criteria }) => criteria)) {
    criterion.descriptors = inOrder(criterion.descriptors, grades);
  }
  return ordered;
}

interface ReadPart {
  $ref?: string;
  anyOf?: SchemaPart[];
  items?: SchemaPart;
  properties?: Record<string, SchemaPart>;
}

function orderedBy(part: SchemaPart, value: unknown): unknown {
  const shapes = shapesOf(part);
  if (Array.isArray(value)) {
    const items = shapes.find((shape) => shape.items)?.items ?? {};
    return value.map((item: unknown) => orderedBy(items, item));
  }
  if (value === null || typeof value !== 'object') return value;
  const parts = Object.assign({}, ...shapes.map(({ properties }) => properties ?? {})) as Record<
    string,
    SchemaPart
  >;
  const inner = Object.entries(value).map(([name, one]): [string, unknown] => [
    name,
    orderedBy(parts[name] ?? {}, one),
  ]);
  return inOrder(Object.fromEntries(inner), Object.keys(parts));
}

/** What a part may look like, with its references followed. */
function shapesOf(part: SchemaPart): ReadPart[] {
  const { $ref, anyOf, ...shape } = part as ReadPart;
  const name = $ref?.replace('#/$defs/', '') ?? '';
  const named = (frameworkSchema.$defs as Record<string, SchemaPart>)[name];
  return [shape, ...(named ? shapesOf(named) : []), ...(anyOf ?? []).flatMap(shapesOf)];
}

/** Names that the order does not know come last, as they stood. */
function inOrder<Value>(
  record: Readonly<Record<string, Value>>,
  order: readonly string[],
): Record<string, Value> {
  const place = (name: string): number => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  const sorted = Object.entries(record).toSorted(([a], [b]) => place(a) - place(b));
  return Object.fromEntries(sorted);
}
