import { linkedSignal, type WritableSignal } from '@angular/core';

/**
 * What stands in the fields of a part: as it is saved, except for what was typed since. When the
 * draft is read again, fields nobody typed in show what is saved now; on another part all do.
 *
 * @param key which part it is
 * @param merged of what was typed, what was saved then and what is saved now
 */
export function partModel<Fields extends object>(
  key: () => string,
  saved: () => Fields,
  merged: (typed: Fields, seen: Fields, now: Fields) => Fields = keepTyped,
): WritableSignal<Fields> {
  return linkedSignal<{ key: string; saved: Fields }, Fields>({
    source: () => ({ key: key(), saved: saved() }),
    computation: (now, before) =>
      before?.source.key === now.key
        ? merged(before.value, before.source.saved, now.saved)
        : now.saved,
  });
}

/** @param seen what was saved when the person began to type */
export function keepTyped<Fields extends object>(typed: Fields, seen: Fields, now: Fields): Fields {
  const names = Object.keys(now) as (keyof Fields)[];
  const kept = names.map((name) => {
    const isTyped = !isSame(typed[name], seen[name]);
    return [name, isTyped ? typed[name] : inPlaceOf(typed[name], now[name])];
  });
  return Object.fromEntries(kept) as Fields;
}

/**
 * What stands in the place of something else. The form knows the things of a list by marks that it
 * has put on them, so those that take a place take its mark with them.
 */
function inPlaceOf<Value>(before: Value, now: Value): Value {
  if (isSame(before, now)) return before;
  if (!Array.isArray(before) || !Array.isArray(now)) return now;
  const places: readonly unknown[] = before;
  return now.map((item: unknown, at) => {
    const place = places[at];
    return isFields(item) && isFields(place) ? { ...place, ...item } : item;
  }) as Value;
}

function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
