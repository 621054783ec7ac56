import type { Titled } from '../definition.js';
import { keyFromTitle } from '../drafts/key-from-title.js';

/** One choice a line. */
export function choicesAsText(choices: readonly Titled[]): string {
  return choices.map(({ title }) => title).join('\n');
}

/**
 * Choices from their lines. One that is called as before keeps its key, because rules name it; where
 * no line has gone or come, one that is called something else in its place does so too.
 */
export function choicesFromText(text: string, before: readonly Titled[]): Titled[] {
  const titles = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isSameMany = titles.length === before.length;
  const known = titles.map((title, at) => {
    const named = before.find((one) => one.title === title);
    const inPlace = isSameMany ? before[at] : undefined;
    const isFree = inPlace !== undefined && !titles.includes(inPlace.title);
    return named ?? (isFree ? inPlace : undefined);
  });
  const taken = new Set(before.map(({ key }) => key));
  return titles.map((title, at) => ({
    key: known[at]?.key ?? keyFromTitle(title, taken, 'choice'),
    title,
  }));
}
