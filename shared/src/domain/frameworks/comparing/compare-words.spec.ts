import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareWords, wordsComparedMax, type WordsPart } from './compare-words.js';

const told = (older: string, newer: string): string[] =>
  compareWords(older, newer).map(({ kind, text }) => `${kind} “${text}”`);

const textOf = (parts: readonly WordsPart[], without: WordsPart['kind']): string =>
  parts.flatMap(({ kind, text }) => (kind === without ? [] : text)).join('');

const texts = fc
  .array(fc.constantFrom('voice', 'heard', 'child’s', 'é', '.', ',', ' ', '  ', '\n', '👩‍👧'), {
    maxLength: 9,
  })
  .map((words) => words.join(''));

describe('two texts compared word by word', () => {
  it.each([
    [
      'Has a voice.',
      'Has the voice.',
      ['kept “Has ”', 'removed “a”', 'added “the”', 'kept “ voice.”'],
    ],
    ['Heard.', 'Heard. And understood.', ['kept “Heard.”', 'added “ And understood.”']],
    ['Clearly heard.', 'Heard.', ['removed “Clearly heard”', 'added “Heard”', 'kept “.”']],
    ['The child’s views', 'The views', ['kept “The”', 'removed “ child’s”', 'kept “ views”']],
    ['a b', 'a  b', ['kept “a”', 'removed “ ”', 'added “  ”', 'kept “b”']],
    ['', 'New.', ['added “New.”']],
    ['Same.', 'Same.', ['kept “Same.”']],
    ['', '', []],
  ])('from “%s” to “%s”', (older, newer, parts) => {
    expect(told(older, newer)).toEqual(parts);
  });

  it('give both texts back, with their white space', () => {
    fc.assert(
      fc.property(texts, texts, (older, newer) => {
        const parts = compareWords(older, newer);
        expect(textOf(parts, 'added')).toBe(older);
        expect(textOf(parts, 'removed')).toBe(newer);
        expect(parts.every(({ text }) => text !== '')).toBe(true);
        expect(parts.some(({ kind }, at) => kind === parts[at + 1]?.kind)).toBe(false);
      }),
      { seed: 20261122, numRuns: 2000 },
    );
  });

  it('keep as many words as can be kept in order', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 7 });
    fc.assert(
      fc.property(words, words, (older, newer) => {
        const parts = compareWords(older.join(' '), newer.join(' '));
        const kept = parts.flatMap(({ kind, text }) => (kind === 'kept' ? text.match(/\w/g) : []));
        expect(kept).toHaveLength(mostInBoth(older, newer));
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });

  it('are compared in the middle as a whole where they are very long', () => {
    const long = (word: string) => `Begins. ${`${word} `.repeat(wordsComparedMax + 1)}Ends.`;
    expect(compareWords(long('old'), long('new')).map(({ kind }) => kind)).toEqual([
      ...['kept', 'removed', 'added', 'kept'],
    ]);
  });
});

/** By trying every way to leave words of the first list out. */
function mostInBoth(older: readonly string[], newer: readonly string[]): number {
  let most = 0;
  for (let chosen = 0; chosen < 2 ** older.length; chosen += 1) {
    const left = older.filter((_, at) => (chosen >> at) % 2 === 1);
    let at = 0;
    for (const word of newer) if (word === left[at]) at += 1;
    if (at === left.length) most = Math.max(most, at);
  }
  return most;
}
