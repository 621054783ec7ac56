import type { ProblemError } from '../../problems/index.js';
import { nonGrades, type FrameworkDefinition } from '../definition.js';
import { frameworkKeyPattern } from '../limits.js';

type Keyed = [path: string, key: string];

/** Keys have one form, and no two things that are looked up together share one. */
export function checkKeys(definition: FrameworkDefinition): ProblemError[] {
  const { scale, profileFields, facts, domains } = definition;
  const words: Keyed[] = nonGrades.map((key) => ['', key]);
  return [
    ...formFault(['kind', definition.kind]),
    ...keyFaults(keyed('agencies', definition.agencies)),
    ...keyFaults([...words, ...keyed('scale.grades', scale.grades)]),
    // Conditions name fields and facts alike, so they share one set of keys.
    ...keyFaults([...keyed('profileFields', profileFields), ...keyed('facts', facts)]),
    ...keyFaults(keyed('domains', domains)),
    ...keyFaults(domains.flatMap(({ criteria }, at) => keyed(`domains.${at}.criteria`, criteria))),
    ...keyFaults(keyed('indicators', definition.indicators)),
    ...keyFaults(keyed('caps', definition.caps)),
    ...keyFaults(keyed('sources', definition.sources)),
    ...keyFaults(keyed('trainingTags', definition.trainingTags)),
    ...profileFields.flatMap(({ choices = [] }, at) =>
      keyFaults(keyed(`profileFields.${at}.choices`, choices)),
    ),
    ...facts.flatMap(({ choices = [] }, at) => keyFaults(keyed(`facts.${at}.choices`, choices))),
  ];
}

const keyed = (path: string, list: readonly { key: string }[]): Keyed[] =>
  list.map(({ key }, at) => [`${path}.${at}.key`, key]);

function keyFaults(all: readonly Keyed[]): ProblemError[] {
  const seen = new Set<string>();
  return all.flatMap((one) => {
    const [path, key] = one;
    const isTaken = seen.has(key);
    seen.add(key);
    return isTaken
      ? [{ path, message: `The key “${key}” is used already. Choose another` }]
      : formFault(one);
  });
}

function formFault([path, key]: Keyed): ProblemError[] {
  if (frameworkKeyPattern.test(key)) return [];
  const message = `The key “${key}” must begin with a letter and hold only small letters, digits and single hyphens`;
  return [{ path, message }];
}
