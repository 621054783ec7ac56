import type { Titled } from '../definition.js';

/**
 * By what titles are compared, however people spell them: small letters, single spaces, no accents
 * and no punctuation. A text of punctuation alone stays as it is.
 */
export function spelling(text: string): string {
  const letters = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return letters === '' ? text.trim() : letters;
}

/** The one of a list that a text names by title or key. */
export function named<Item extends Titled>(text: string, list: readonly Item[]): Item | undefined {
  const wanted = spelling(text);
  return list.find(({ key, title }) => spelling(title) === wanted || spelling(key) === wanted);
}

/** Text in composed form without white space around it; titles also without any but single spaces. */
export function tidyText(text: string): string {
  return text.normalize('NFC').trim();
}

export function tidyLine(text: string): string {
  return tidyText(text).replace(/\s+/gu, ' ');
}
