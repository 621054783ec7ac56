import type { FrameworkDefinition, Titled } from '../definition.js';

/** The lists of a framework that somebody adds to, puts in order and takes things out of. */
export const partKinds = [
  'agency',
  'grade',
  'field',
  'domain',
  'criterion',
  'fact',
  'indicator',
  'cap',
  'source',
  'tag',
] as const;
export type PartKind = (typeof partKinds)[number];

/** One thing of a list, by its key; a criterion is known by its own, whichever domain it is in. */
export interface PartName {
  kind: PartKind;
  key: string;
}

interface Keyed {
  key: string;
}

/** The lists of a kind, by what they are called in the definition; criteria have one in each domain. */
export function listsOf(definition: FrameworkDefinition, kind: PartKind): readonly Keyed[][] {
  if (kind === 'criterion') return definition.domains.map(({ criteria }) => criteria);
  if (kind === 'grade') return [definition.scale.grades];
  return [definition[propertyOf[kind]]];
}

/** Every key of a kind. */
export function keysOf(definition: FrameworkDefinition, kind: PartKind): string[] {
  return listsOf(definition, kind).flatMap((list) => list.map(({ key }) => key));
}

/** The definition with each list of a kind changed in the same way. */
export function withLists(
  definition: FrameworkDefinition,
  kind: PartKind,
  change: <Item extends Keyed>(list: readonly Item[]) => Item[],
): FrameworkDefinition {
  if (kind === 'criterion') {
    const domains = definition.domains.map((domain) => ({
      ...domain,
      criteria: change(domain.criteria),
    }));
    return { ...definition, domains };
  }
  if (kind === 'grade') {
    const { scale } = definition;
    return { ...definition, scale: { ...scale, grades: change(scale.grades) } };
  }
  const property = propertyOf[kind];
  return { ...definition, [property]: change<Keyed>(definition[property]) };
}

const propertyOf = {
  agency: 'agencies',
  field: 'profileFields',
  domain: 'domains',
  fact: 'facts',
  indicator: 'indicators',
  cap: 'caps',
  source: 'sources',
  tag: 'trainingTags',
} as const satisfies Partial<Record<PartKind, keyof FrameworkDefinition>>;

/** A thing with the title it goes by; a grade's is its label, and a cap has none. */
export function titleOfPart(definition: FrameworkDefinition, { kind, key }: PartName): string {
  if (kind === 'cap') return `Cap ${definition.caps.findIndex((one) => one.key === key) + 1}`;
  if (kind === 'grade') return definition.scale.grades.find((one) => one.key === key)?.label ?? key;
  const all: readonly (Keyed & Partial<Titled>)[] = listsOf(definition, kind).flat();
  return all.find((one) => one.key === key)?.title ?? key;
}

/** One step up (-1) or down (1) in its list; at the end of the list it stays where it is. */
export function movePart(
  definition: FrameworkDefinition,
  { kind, key }: PartName,
  by: -1 | 1,
): FrameworkDefinition {
  return withLists(definition, kind, (list) => {
    const at = list.findIndex((one) => one.key === key);
    const [here, there] = [list[at], list[at + by]];
    if (!here || !there) return [...list];
    return list.with(at, there).with(at + by, here);
  });
}

/** The definition with one thing replaced by what is made of it. */
export function changePart<Part extends Keyed>(
  definition: FrameworkDefinition,
  { kind, key }: PartName,
  change: (part: Part) => Part,
): FrameworkDefinition {
  return withLists(definition, kind, (list) =>
    // Which type a list of this kind holds is known where the kind is named.
    list.map((one) => (one.key === key ? (change(one as unknown as Part) as never) : one)),
  );
}
