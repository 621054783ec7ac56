import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { MaxCharacters } from './max-characters.js';

class Note {
  @MaxCharacters(3, { message: 'Use 3 characters or fewer' })
  text: unknown;
}

function faultsOf(text: unknown): string[] {
  return validateSync(Object.assign(new Note(), { text })).flatMap(({ constraints }) =>
    Object.values(constraints ?? {}),
  );
}

describe('a text of at most so many characters', () => {
  it.each(['', 'abc', '🫖🫖🫖', 'e\u0301x'])('may be "%s"', (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  it.each(['abcd', 'a\uFE0F\uFE0F\uFE0F', 7, null, ['a'], { length: 1 }])(
    'may not be %p',
    (text) => {
      expect(faultsOf(text)).toEqual(['Use 3 characters or fewer']);
    },
  );
});
