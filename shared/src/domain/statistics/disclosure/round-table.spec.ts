import { describe, expect, it } from '@jest/globals';
import {
  partnershipRules,
  publicationRules,
  roundCount,
  roundTable,
  type Disclosed,
} from './index.js';

const read = (figures: readonly Disclosed<number>[] | null) =>
  figures?.map((figure) => (figure.shown ? figure.value : 'few'));

describe('rounding', () => {
  it.each([
    [0, 0],
    [2, 0],
    [3, 5],
    [7, 5],
    [8, 10],
    [12, 10],
    [13, 15],
  ])('takes %d to the nearest 5, which is %d', (count, rounded) => {
    expect(roundCount(count)).toBe(rounded);
  });

  it('takes a count half-way to the higher multiple', () => {
    expect([5, 15, 25].map((count) => roundCount(count, 10))).toEqual([10, 20, 30]);
  });

  it('must have a step', () => {
    expect(() => roundCount(3, 0)).toThrow('step must be a whole number, 1 or more');
  });
});

describe('a rounded table', () => {
  it('rounds totals for themselves, so that they need not add up', () => {
    const { method, cells, rowTotals } = roundTable({ cells: [[12, 12, 12]] }, partnershipRules);
    expect([method, cells.map(read), read(rowTotals)]).toEqual(['rounded', [[10, 10, 10]], [35]]);
  });

  it('hides small counts and needs no partner', () => {
    const { cells, rowTotals } = roundTable({ cells: [[3, 22, 40, 16]] }, publicationRules);
    expect([cells.map(read), read(rowTotals)]).toEqual([[['few', 20, 40, 15]], [80]]);
  });

  it('shows zeros as they are', () => {
    expect(roundTable({ cells: [[0, 22]] }, partnershipRules).cells.map(read)).toEqual([[0, 20]]);
  });

  it('hides the totals that would give 4 and 4 away', () => {
    const { cells, rowTotals, columnTotals, grandTotal } = roundTable(
      {
        cells: [
          [4, 4, 0],
          [20, 31, 9],
        ],
      },
      partnershipRules,
    );
    expect(cells.map(read)).toEqual([
      ['few', 'few', 0],
      [20, 30, 10],
    ]);
    expect([read(rowTotals), read(columnTotals)]).toEqual([
      ['few', 60],
      ['few', 'few', 10],
    ]);
    expect(grandTotal).toEqual({ shown: true, value: 70 });
  });

  it('hides all totals but those of zeros when fewer would not do', () => {
    const { rowTotals, columnTotals, grandTotal } = roundTable(
      {
        cells: [
          [0, 11, 2, 5],
          [0, 1, 5, 8],
        ],
      },
      partnershipRules,
    );
    expect([read(rowTotals), read(columnTotals)]).toEqual([
      ['few', 'few'],
      [0, 'few', 'few', 'few'],
    ]);
    expect(grandTotal?.shown).toBe(false);
  });

  it('is not touched by a step of 1', () => {
    const decided = roundTable({ cells: [[12, 30]] }, partnershipRules, 1);
    expect(decided.cells.map(read)).toEqual([[12, 30]]);
  });

  it('with a step of 1 still gives nothing away', () => {
    const { cells, rowTotals } = roundTable({ cells: [[3, 30]] }, partnershipRules, 1);
    expect([cells.map(read), read(rowTotals)]).toEqual([[['few', 30]], ['few']]);
  });
});
