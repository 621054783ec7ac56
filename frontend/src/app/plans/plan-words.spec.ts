import { describe, expect, it } from '@jest/globals';
import { readInWords, yearChoices, yearInWords } from './plan-words';

describe('A plan in words', () => {
  it('has its year group, or the age where there is no curriculum year', () => {
    expect(yearInWords({ yearGroup: 5, age: 9 })).toBe('Year 5');
    expect(yearInWords({ yearGroup: -1, age: null })).toBe('Nursery, second year');
    expect(yearInWords({ yearGroup: null, age: 20 })).toBe('Aged 20');
  });

  it('can be chosen from nursery to Year 14', () => {
    expect(yearChoices.map(({ value }) => Number(value))).toEqual(
      Array.from({ length: 17 }, (_, index) => index - 2),
    );
  });
});

describe('An upload in words', () => {
  const of = (rowsReady: number, rowsRejected: number, warnings: number) =>
    readInWords({ rowsReady, rowsRejected, warnings } as Parameters<typeof readInWords>[0]);

  it('says how many rows are ready, how many are not, and what to look at', () => {
    expect(of(1204, 17, 3)).toBe('1,204 rows ready, 17 rows have a problem, 3 warnings');
    expect(of(1, 1, 1)).toBe('1 row ready, 1 row has a problem, 1 warning');
  });
});
