import type { ProblemError } from '../../problems/index.js';
import { conditionFields } from '../condition.js';
import type { FrameworkDefinition } from '../definition.js';
import { sourceOf } from './check-profile-fields.js';

/** No question waits for itself: not by when it is asked, what it sets or what limits it. */
export function checkCircles(definition: FrameworkDefinition): ProblemError[] {
  const waitsFor = dependencies(definition);
  const paths = pathsOf(definition);
  const inCircle = [...waitsFor.keys()].filter((key) => isReached(key, key, waitsFor));
  return inCircle.map((key) => ({
    path: paths.get(key) ?? key,
    message: `“${key}” waits for its own answer. Circle: ${inCircle.join(', ')}`,
  }));
}

function dependencies({ profileFields, facts }: FrameworkDefinition): Map<string, string[]> {
  const ofFields = profileFields.map((field): [string, string[]] => {
    const { key } = field;
    const source = sourceOf(field);
    if (!source || source.from === 'register') return [key, []];
    if (source.from === 'derived') return [key, conditionFields(source.when)];
    const conditions = [source.askedWhen, source.preset?.when];
    return [key, conditions.flatMap((one) => (one ? conditionFields(one) : []))];
  });
  const ofFacts = facts.map(({ key, askedWhen, atMost, setsProfile }): [string, string[]] => [
    key,
    [
      ...(askedWhen ? conditionFields(askedWhen) : []),
      ...[atMost, setsProfile].filter((one) => one !== undefined),
    ],
  ]);
  return new Map([...ofFields, ...ofFacts]);
}

function pathsOf({ profileFields, facts }: FrameworkDefinition): Map<string, string> {
  return new Map([
    ...profileFields.map(({ key }, at) => [key, `profileFields.${at}`] as const),
    ...facts.map(({ key }, at) => [key, `facts.${at}`] as const),
  ]);
}

function isReached(
  wanted: string,
  from: string,
  waitsFor: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set<string>();
  const open = [...(waitsFor.get(from) ?? [])];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === wanted) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...(waitsFor.get(key) ?? []));
  }
  return false;
}
