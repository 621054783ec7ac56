import { describe, expect, it } from '@jest/globals';
import { letteredRaters, type Rater } from './letters.js';

const raters: Rater[] = ['education', 'health', 'social-care'].map((agency) => ({
  scoringId: `0190-${agency}`,
  agency,
}));
const criteria = Array.from({ length: 300 }, (_, index) => `criterion-${index}`);
const letterOf = (criterion: string, agency: string, seed = 'seed') =>
  letteredRaters(seed, criterion, raters).find((one) => one.agency === agency)?.letter;

describe('the letters of raters', () => {
  it('are A, B and C, one each, in their order', () => {
    expect(letteredRaters('seed', 'heard', raters).map(({ letter }) => letter)).toEqual([
      ...['A', 'B', 'C'],
    ]);
  });

  it('are the same whenever and in whatever order they are asked for', () => {
    const once = letteredRaters('seed', 'heard', raters);
    expect(letteredRaters('seed', 'heard', raters.toReversed())).toEqual(once);
  });

  it('are shuffled anew for each criterion, each agency as often under each letter', () => {
    for (const { agency } of raters) {
      const counts = Map.groupBy(criteria, (criterion) => letterOf(criterion, agency));
      for (const letter of ['A', 'B', 'C']) {
        expect(counts.get(letter)?.length).toBeGreaterThan(70);
        expect(counts.get(letter)?.length).toBeLessThan(130);
      }
    }
  });

  it('are others under another seed, so that nobody can shuffle for themselves', () => {
    const differing = criteria.filter(
      (criterion) => letterOf(criterion, 'health') !== letterOf(criterion, 'health', 'other'),
    );
    expect(differing.length).toBeGreaterThan(150);
  });

  it('are left out where there is one rater', () => {
    expect(letteredRaters('seed', 'heard', raters.slice(0, 1))).toEqual([
      { ...raters[0], letter: null },
    ]);
  });
});
