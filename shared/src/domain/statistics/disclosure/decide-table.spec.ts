import { describe, expect, it } from '@jest/globals';
import {
  decidedFigure,
  decideShareInTable,
  decideTable,
  partnershipRules,
  type Disclosed,
  type TablePosition,
} from './index.js';

const at = (row: number | 'total', column: number | 'total'): TablePosition => ({ row, column });

const read = (figures: readonly Disclosed<number>[] | null) =>
  figures?.map((figure) => (figure.shown ? figure.value : 'few'));

const agencies = [
  [2, 11, 25, 9],
  [6, 18, 30, 12],
  [8, 7, 14, 3],
];

describe('a decided table', () => {
  it('hides small counts and their partners with one and the same word', () => {
    const { cells, rowTotals, columnTotals, grandTotal, isComplete } = decideTable(
      { cells: agencies },
      partnershipRules,
    );
    expect(cells.map(read)).toEqual([
      ['few', 11, 25, 'few'],
      [6, 18, 30, 12],
      ['few', 7, 14, 'few'],
    ]);
    expect(new Set(cells.flat().flatMap((cell) => (cell.shown ? [] : [cell.reason])))).toEqual(
      new Set(['too-few']),
    );
    expect([read(rowTotals), read(columnTotals)]).toEqual([
      [47, 66, 32],
      [16, 36, 69, 24],
    ]);
    expect(grandTotal).toEqual({ shown: true, value: 145 });
    expect(isComplete).toBe(false);
  });

  it('holds no hidden number, whatever prints it', () => {
    const decided = decideTable({ cells: [[3, 22, 40, 17]] }, partnershipRules);
    expect(JSON.stringify(decided)).not.toMatch(/\b(3|17)\b/);
  });

  it('is complete when nothing is small', () => {
    expect(decideTable({ cells: [[12, 30, 0]] }, partnershipRules)).toEqual({
      method: 'suppressed',
      cells: [[12, 30, 0].map((value) => ({ shown: true, value }))],
      rowTotals: [{ shown: true, value: 42 }],
      columnTotals: null,
      grandTotal: null,
      isComplete: true,
    });
  });

  it('hides a small total like any other count', () => {
    const { cells, rowTotals } = decideTable(
      {
        cells: [
          [3, 0],
          [20, 30],
          [25, 31],
        ],
      },
      partnershipRules,
    );
    expect(read(rowTotals)).toEqual(['few', 'few', 56]);
    expect(cells.map(read)).toEqual([
      ['few', 0],
      ['few', 30],
      [25, 31],
    ]);
  });

  it('hides totals only when no choice of cells will do', () => {
    const { cells, rowTotals, columnTotals, grandTotal } = decideTable(
      {
        cells: [
          [2, 0],
          [0, 20],
        ],
      },
      partnershipRules,
    );
    expect(cells.map(read)).toEqual([
      ['few', 0],
      [0, 20],
    ]);
    expect([read(rowTotals), read(columnTotals)]).toEqual([
      ['few', 20],
      ['few', 20],
    ]);
    expect(grandTotal?.shown).toBe(false);
  });

  it('prints no total that was not asked for', () => {
    const totals = { rows: true, columns: false, grand: false };
    const decided = decideTable({ cells: agencies, totals }, partnershipRules);
    expect([decided.columnTotals, decided.grandTotal]).toEqual([null, null]);
    expect(decided.cells.map(read)).toEqual([
      ['few', 11, 25, 'few'],
      [6, 18, 30, 12],
      [8, 'few', 14, 'few'],
    ]);
  });
});

describe('a percentage of a table', () => {
  const decided = decideTable({ cells: agencies }, partnershipRules);
  const shareOf = (columns: number[], row: number | 'total' = 0) =>
    decideShareInTable(
      decided,
      columns.map((column) => at(row, column)),
      at(row, 'total'),
      partnershipRules,
    );

  it('is shown with its base when its counts are', () => {
    expect(shareOf([1, 2])).toEqual({
      shown: true,
      value: { numerator: 36, base: 47, share: 36 / 47 },
    });
  });

  it('is hidden with any of its counts, a partner too', () => {
    expect(shareOf([3])).toEqual({ shown: false, reason: 'rests-on-hidden' });
    expect(shareOf([0, 1])).toEqual({ shown: false, reason: 'rests-on-hidden' });
  });

  it('is hidden when its own parts are small although its cells are shown', () => {
    const small = decideTable({ cells: [[5, 4, 0]] }, { ...partnershipRules, threshold: 1 });
    expect(decideShareInTable(small, [at(0, 0)], at(0, 'total'), partnershipRules)).toEqual({
      shown: false,
      reason: 'small-base',
    });
  });

  it('can be of the whole table', () => {
    expect(shareOf([1, 2], 'total')).toMatchObject({ value: { numerator: 105, base: 145 } });
    expect(decidedFigure(decided, at('total', 'total'))).toEqual({ shown: true, value: 145 });
  });

  it('takes the sum of the shown cells for a total that is not printed', () => {
    const totals = { rows: false, columns: false, grand: false };
    const bare = decideTable(
      {
        cells: [
          [12, 30],
          [3, 25],
        ],
        totals,
      },
      partnershipRules,
    );
    expect(decidedFigure(bare, at(0, 'total'))).toEqual({ shown: true, value: 42 });
    expect(decidedFigure(bare, at('total', 1))).toEqual({ shown: true, value: 55 });
    expect(decidedFigure(bare, at('total', 'total')).shown).toBe(false);
  });

  it('must be of cells that there are', () => {
    expect(() => shareOf([4])).toThrow('position must name a column of the table');
  });
});
