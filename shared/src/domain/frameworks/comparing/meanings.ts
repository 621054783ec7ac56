import { sourceOf } from '../checking/check-profile-fields.js';
import { conditionFields } from '../condition.js';
import type { Condition, ProfileField } from '../definition.js';

/** The fields that a condition reads, also by way of derived fields and of what decides whether one is asked. */
export function fieldsRead(condition: Condition, fields: readonly ProfileField[]): ProfileField[] {
  const found = new Set<ProfileField>();
  const open = conditionFields(condition);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const field = fields.find((one) => one.key === key);
    if (!field || found.has(field)) continue;
    found.add(field);
    for (const one of conditionsOf(field)) open.push(...conditionFields(one));
  }
  return [...found];
}

function conditionsOf(field: ProfileField): Condition[] {
  const source = sourceOf(field);
  if (!source || source.from === 'register') return [];
  if (source.from === 'derived') return [source.when];
  return [source.askedWhen, source.preset?.when].filter((one) => one !== undefined);
}

/** Equal for two fields that hold the same values from the same place, whatever they are called. */
export function meaningOfField(field: ProfileField): string {
  const { type, choices = [] } = field;
  const source = sourceOf(field);
  const place =
    source?.from === 'sweep'
      ? [source.owner, source.question, source.prefilledFrom, source.preset?.value]
      : [source?.from === 'register' ? source.column : ''];
  const conditions = conditionsOf(field).map(conditionKey);
  return JSON.stringify([type, choices.map(({ key }) => key), source?.from, place, conditions]);
}

/** Equal for conditions that differ only in the order of their parts or of the values of a list. */
export function conditionKey(condition: Condition): string {
  if ('field' in condition) {
    const { field, op, value } = condition;
    return JSON.stringify([field, op, [value].flat().map(String).toSorted()]);
  }
  const [name, parts] =
    'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
  return `${name}(${parts.map(conditionKey).toSorted().join()})`;
}
