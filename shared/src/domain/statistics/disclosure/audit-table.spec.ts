import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '../numbers/index.js';
import { auditTable, type CountTable, type TablePosition } from './index.js';

const at = (row: number | 'total', column: number | 'total'): TablePosition => ({ row, column });

const bounds = (table: CountTable, hidden: TablePosition[], least = 1) =>
  auditTable(table, hidden, least).map(({ lower, upper }) => [lower, upper]);

const square = [
  [3, 20, 41],
  [12, 30, 8],
  [9, 15, 22],
];

describe('a row and its total', () => {
  it('give a single hidden cell away', () => {
    expect(auditTable({ cells: [[3, 20, 41, 16]] }, [at(0, 0)], 0)).toEqual([
      { position: at(0, 0), lower: 3, upper: 3, isRecoverable: true },
    ]);
  });

  it('leave two hidden cells open, in the order asked for', () => {
    expect(bounds({ cells: [[3, 20, 41, 16]] }, [at(0, 3), at(0, 0)])).toEqual([
      [1, 18],
      [1, 18],
    ]);
  });

  it('give two ones away when zeros are always shown', () => {
    expect(bounds({ cells: [[1, 20, 41, 1]] }, [at(0, 0), at(0, 3)])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('leave a hidden cell open when the total is hidden too', () => {
    expect(bounds({ cells: [[3, 20]] }, [at(0, 0), at(0, 'total')])).toEqual([
      [1, null],
      [21, null],
    ]);
  });
});

describe('a table with all its totals', () => {
  it('gives three hidden cells away that close no rectangle', () => {
    const deduced = auditTable({ cells: square }, [at(0, 0), at(0, 1), at(1, 0)], 0);
    expect(deduced.map(({ isRecoverable }) => isRecoverable)).toEqual([true, true, true]);
  });

  it('leaves a rectangle of four as open as its smallest cells', () => {
    expect(bounds({ cells: square }, [at(0, 0), at(0, 1), at(1, 0), at(1, 1)], 0)).toEqual([
      [0, 15],
      [8, 23],
      [0, 15],
      [27, 42],
    ]);
  });

  it('gives a hidden total away as the sum of its cells', () => {
    expect(bounds({ cells: square }, [at(1, 'total')])).toEqual([[50, 50]]);
    expect(bounds({ cells: square }, [at('total', 'total')])).toEqual([[160, 160]]);
  });

  it('leaves a cell open when the totals of its row, its column and the table are hidden', () => {
    const hidden = [at(0, 0), at(0, 'total'), at('total', 0), at('total', 'total')];
    expect(bounds({ cells: square }, hidden)[0]).toEqual([1, null]);
    expect(bounds({ cells: square }, hidden.slice(0, 3))[0]).toEqual([3, 3]);
  });

  it('hides nothing in a single column with every row total', () => {
    const totals = { rows: true, columns: true, grand: true };
    expect(bounds({ cells: [[3], [9]], totals }, [at(0, 0), at(1, 0)])).toEqual([
      [3, 3],
      [9, 9],
    ]);
    expect(bounds({ cells: [[3], [9]] }, [at(0, 0), at(1, 0)])).toEqual([
      [1, 11],
      [1, 11],
    ]);
  });
});

describe('a table without totals', () => {
  it('leaves every hidden cell without a highest value', () => {
    const totals = { rows: false, columns: false, grand: false };
    expect(bounds({ cells: square, totals }, [at(0, 0), at(2, 2)])).toEqual([
      [1, null],
      [1, null],
    ]);
  });

  it('with column totals alone is as many columns for themselves', () => {
    const totals = { rows: false, columns: true, grand: false };
    expect(bounds({ cells: square, totals }, [at(0, 0), at(1, 0), at(1, 1)])).toEqual([
      [1, 14],
      [1, 14],
      [30, 30],
    ]);
  });
});

describe('what everybody is said to know', () => {
  it('may be wrong of a hidden zero: readers then deduce what fits', () => {
    expect(bounds({ cells: [[0, 5, 3]] }, [at(0, 0), at(0, 2)])).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('is refused when no table at all fits it', () => {
    const audit = () => auditTable({ cells: [[1, 5, 0]] }, [at(0, 0), at(0, 2)], 1);
    expect(audit).toThrow(
      new InvalidInput('knownLowerBound', 'must fit the totals that are shown'),
    );
  });
});

describe('an audit', () => {
  it('has nothing to say of nothing hidden', () => {
    expect(auditTable({ cells: square }, [])).toEqual([]);
  });

  it.each([
    ['hidden[1] must name a row of the table', square, [at(0, 0), at(3, 0)]],
    ['hidden[0] must name a column of the table', square, [at(0, -1)]],
    ['cells must have at least one cell', [], []],
    ['cells must have at least one cell', [[]], []],
    ['cells[1] must be as long as the first row', [[1, 2], [3]], []],
    ['cells[0][1] must be a whole number, 0 or more', [[1, 2.5]], []],
  ])('says that %s', (message, cells, hidden) => {
    expect(() => auditTable({ cells }, hidden)).toThrow(message);
  });
});
