import type { Condition, FieldValues, ProfileField, Test } from './definition.js';

/** Words with which an answer says that it is not known. */
const notKnown: readonly unknown[] = [undefined, null, 'unclear', 'unknown'];

/**
 * Whether a condition holds for a record of field values.
 *
 * What is missing, null, `unclear` or `unknown` makes every test false, also ne, notIn and lt,
 * unless eq or in names that very word: an unclear sweep must never switch a criterion off.
 *
 * @param values by the key of a profile field or counted fact
 */
export function conditionHolds(condition: Condition, values: FieldValues): boolean {
  if ('all' in condition) return condition.all.every((part) => conditionHolds(part, values));
  if ('any' in condition) return condition.any.some((part) => conditionHolds(part, values));
  return testHolds(condition, values[condition.field]);
}

function testHolds({ op, value: wanted }: Test, value: FieldValues[string]): boolean {
  const listed: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  if (op === 'eq' || op === 'in') return listed.includes(value);
  if (notKnown.includes(value)) return false;
  if (op === 'ne' || op === 'notIn') return !listed.includes(value);
  if (typeof value !== 'number' || typeof wanted !== 'number') return false;
  if (op === 'lt') return value < wanted;
  if (op === 'lte') return value <= wanted;
  if (op === 'gt') return value > wanted;
  return value >= wanted;
}

/** Every test of a condition, in reading order. */
export function conditionTests(condition: Condition): Test[] {
  if ('all' in condition) return condition.all.flatMap(conditionTests);
  if ('any' in condition) return condition.any.flatMap(conditionTests);
  return [condition];
}

/** The keys of the fields and facts that a condition looks at, each once, in reading order. */
export function conditionFields(condition: Condition): string[] {
  return [...new Set(conditionTests(condition).map((test) => test.field))];
}

/**
 * The values with the derived fields worked out: yes when the condition holds, no when it does not,
 * and null as long as anything it looks at is not known.
 *
 * @param known register and sweep values by key
 */
export function withDerived(fields: readonly ProfileField[], known: FieldValues): FieldValues {
  const derived = fields.flatMap(({ key, source }) => {
    if (source.from !== 'derived') return [];
    const isKnown = conditionFields(source.when).every((field) => !notKnown.includes(known[field]));
    return [[key, isKnown ? (conditionHolds(source.when, known) ? 'yes' : 'no') : null] as const];
  });
  return { ...known, ...Object.fromEntries(derived) };
}
