import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { frameworkKeyPattern, frameworkLimits } from '../limits.js';
import { keyFromTitle, shortened } from './key-from-title.js';

describe('a key made from a title', () => {
  it.each([
    ['Child’s own words', 'childs-own-words'],
    ['Élan  vital!', 'elan-vital'],
    ['9 to 14', 'criterion-9-to-14'],
    ['Ωμέγα', 'criterion'],
  ])('of “%s” is %s', (title, key) => {
    expect(keyFromTitle(title, new Set(), 'criterion')).toBe(key);
  });

  it('is one that no other thing has', () => {
    const taken = new Set(['not-applicable']);
    const keys = ['Not applicable', 'Not applicable', 'not applicable 2'].map((title) =>
      keyFromTitle(title, taken, 'grade'),
    );
    expect(keys).toEqual(['not-applicable-2', 'not-applicable-3', 'not-applicable-2-2']);
  });

  it('has the form of keys, whatever the title', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 90 })), (titles) => {
        const taken = new Set<string>();
        const keys = titles.map((title) => keyFromTitle(title, taken, 'criterion'));
        expect(new Set(keys).size).toBe(titles.length);
        for (const key of keys) {
          expect(key).toMatch(frameworkKeyPattern);
          expect(key.length).toBeLessThanOrEqual(frameworkLimits.keyMax);
        }
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});

describe('a text made to fit', () => {
  it('ends at the end of a word, and fits', () => {
    expect(shortened('Voice of the child', 12)).toBe('Voice of…');
    expect(shortened('Preparing', 9)).toBe('Preparing');
    expect(shortened('Preparing-for-adulthood', 9)).toBe('Preparin…');
  });
});
