import type { ProblemError } from '../../problems/index.js';
import type { FrameworkDefinition } from '../definition.js';

type Keyed = Pick<FrameworkDefinition, 'domains'>;

/**
 * Criteria under the key of one that an earlier version had and a later one retired: their trends
 * would be taken for one. A key of the version just before is the same criterion going on.
 *
 * @param draft what is to be published
 * @param earlier every version before it, the newest last
 */
export function checkRetiredKeys(draft: Keyed, earlier: readonly Keyed[]): ProblemError[] {
  const present = keysOf(earlier.at(-1));
  const retired = new Set(
    earlier.flatMap((version) => [...keysOf(version)]).filter((key) => !present.has(key)),
  );
  return draft.domains.flatMap(({ criteria }, domain) =>
    criteria.flatMap(({ key }, at) => {
      if (!retired.has(key)) return [];
      const message = `“${key}” was the key of a criterion that has been retired. Give this one another key`;
      return [{ path: `domains.${domain}.criteria.${at}.key`, message }];
    }),
  );
}

function keysOf(version: Keyed | undefined): Set<string> {
  const criteria = version?.domains.flatMap((domain) => domain.criteria) ?? [];
  return new Set(criteria.map(({ key }) => key));
}
