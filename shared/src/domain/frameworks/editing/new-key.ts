import type { FrameworkDefinition } from '../definition.js';
import { keysOf, listsOf, withLists, type PartName } from './part-lists.js';

/**
 * The definition with another key for one thing that nothing else names, such as a criterion whose
 * key belonged to one that was retired. Where two share a key, the one that came last gets the new.
 *
 * @returns the key it has now, `own-words-2` for `own-words` and `own-words-3` for that
 */
export function withNewKey(
  definition: FrameworkDefinition,
  { kind, key }: PartName,
): { definition: FrameworkDefinition; key: string } {
  const taken = keysOf(definition, kind);
  const [, base = key, number = '1'] = /^(.*?)(?:-(\d+))?$/.exec(key) ?? [];
  let next = Number(number) + 1;
  while (taken.includes(`${base}-${next}`)) next += 1;
  const named = `${base}-${next}`;
  const all = listsOf(definition, kind).flat();
  const last = all.findLast((one) => one.key === key);
  const changed = withLists(definition, kind, (list) =>
    list.map((one) => (one === last ? { ...one, key: named } : one)),
  );
  return { definition: changed, key: named };
}
