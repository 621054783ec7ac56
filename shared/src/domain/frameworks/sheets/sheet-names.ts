import type { Domain } from '../definition.js';
import { fixedSheets } from './sheet-columns.js';

const NAME_MAX = 31;

/**
 * A name for the sheet of each domain: its short title, without the signs that spreadsheets refuse,
 * and with a number where the name is taken.
 */
export function sheetNames(domains: readonly Domain[]): string[] {
  // Excel keeps “History” for itself.
  const taken = new Set([
    'history',
    ...Object.values(fixedSheets).map((name) => name.toLowerCase()),
  ]);
  return domains.map(({ shortTitle, key }) => {
    const base = nameOf(shortTitle) || nameOf(key) || 'Domain';
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      name = `${base.slice(0, NAME_MAX - 4)} ${number}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

function nameOf(text: string): string {
  const plain = text.replace(/[[\]/\\:*?!\p{Cc}]+/gu, ' ').replace(/^['\s]+|['\s]+$/g, '');
  const short = plain.replace(/\s+/g, ' ').slice(0, NAME_MAX);
  return short.replace(/[\uD800-\uDBFF]$/, '').trimEnd();
}
