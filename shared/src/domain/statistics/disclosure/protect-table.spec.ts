import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditTable, protectTable, type Protection, type TablePosition } from './index.js';

const smallCells = (cells: number[][]): TablePosition[] =>
  cells.flatMap((counts, row) =>
    counts.flatMap((count, column) => (count >= 1 && count <= 4 ? [{ row, column }] : [])),
  );

const protect = (cells: number[][], primary = smallCells(cells), knownLowerBound = 1) =>
  protectTable({ table: { cells }, primary, knownLowerBound });

const hides = (protection: Protection) =>
  protection.isSafe ? protection.secondary.map(({ row, column }) => [row, column]) : null;

/** By the bounds alone, which have their own test: no small cell has one value only. */
function isSafe(cells: number[][], primary: TablePosition[], secondary: TablePosition[]): boolean {
  const deduced = auditTable({ cells }, [...primary, ...secondary], 1);
  return deduced.slice(0, primary.length).every(({ isRecoverable }) => !isRecoverable);
}

const countAt = (cells: number[][], { row, column }: TablePosition) =>
  cells[row as number]?.[column as number] ?? 0;

/** The best of all choices, by trying them all: fewest, then smallest sum, then row order. */
function bestChoice(cells: number[][]): TablePosition[] | null {
  const primary = smallCells(cells);
  let choices: TablePosition[][] = [[]];
  cells.forEach((counts, row) => {
    counts.forEach((count, column) => {
      if (count <= 4) return;
      choices = choices.flatMap((choice) => [[...choice, { row, column }], choice]);
    });
  });
  const sumOf = (choice: TablePosition[]) =>
    choice.reduce((total, position) => total + countAt(cells, position), 0);
  const inOrder = choices.sort((a, b) => a.length - b.length || sumOf(a) - sumOf(b));
  return inOrder.find((choice) => isSafe(cells, primary, choice)) ?? null;
}

const tables = (rows: number, columns: number, least = 2) =>
  fc
    .tuple(fc.integer({ min: 1, max: rows }), fc.integer({ min: least, max: columns }))
    .chain(([height, width]) =>
      fc.array(
        fc.array(
          fc.oneof(
            { weight: 1, arbitrary: fc.constant(0) },
            { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
            { weight: 5, arbitrary: fc.integer({ min: 5, max: 9 }) },
          ),
          { minLength: width, maxLength: width },
        ),
        { minLength: height, maxLength: height },
      ),
    );

describe('one row of grades', () => {
  it('hides the smallest partner with a single small count', () => {
    expect(protect([[3, 22, 40, 15]])).toEqual({
      isSafe: true,
      secondary: [{ row: 0, column: 3 }],
      secondarySum: 15,
      atLeast: 1,
      isProven: true,
    });
  });

  it('hides no more when two small counts guard each other', () => {
    expect(hides(protect([[3, 22, 40, 2]]))).toEqual([]);
  });

  it('hides a third when two ones add up to what everybody knows', () => {
    expect(hides(protect([[1, 22, 40, 1]]))).toEqual([[0, 1]]);
  });

  it('lets two ones guard each other where zeros are hidden too', () => {
    expect(
      hides(
        protect(
          [[1, 22, 40, 1]],
          [0, 3].map((column) => ({ row: 0, column })),
          0,
        ),
      ),
    ).toEqual([]);
  });

  it('cannot be made safe when all other counts are shown zeros', () => {
    expect(protect([[3, 0, 0]])).toEqual({ isSafe: false, reason: 'no-safe-choice' });
  });

  it('is searched through however long it is', () => {
    const row = Array.from({ length: 60 }, (_, index) => 70 - index);
    expect(hides(protect([[1, ...row]]))).toEqual([[0, 60]]);
  });
});

describe('a table with totals', () => {
  it('lets small counts close a rectangle with each other', () => {
    const cells = [
      [2, 11, 25, 9],
      [6, 18, 30, 12],
      [8, 7, 14, 3],
    ];
    expect(hides(protect(cells))).toEqual([
      [0, 3],
      [2, 0],
    ]);
  });

  it('takes the first in row order of equally good partners', () => {
    const cells = [
      [2, 9, 9],
      [9, 9, 9],
      [9, 9, 9],
    ];
    expect(hides(protect(cells))).toEqual([
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
  });

  it('passes by a partner that cannot move: ones round the same corner', () => {
    // In the rectangle of the ones and 30 every change would have to take a one below 1.
    const cells = [
      [1, 1, 20],
      [1, 30, 20],
      [25, 20, 20],
    ];
    const protection = protect(cells);
    expect(protection.isSafe && isSafe(cells, smallCells(cells), protection.secondary)).toBe(true);
    expect(hides(protection)).toEqual(bestChoice(cells)?.map(({ row, column }) => [row, column]));
  });

  it('cannot be made safe by cells beside shown zeros, but by hiding totals', () => {
    const wanted = {
      table: {
        cells: [
          [2, 0],
          [0, 20],
        ],
      },
      primary: [{ row: 0, column: 0 }],
      knownLowerBound: 1,
    };
    expect(protectTable(wanted)).toEqual({ isSafe: false, reason: 'no-safe-choice' });
    expect(protectTable({ ...wanted, mayHideTotals: true })).toMatchObject({
      isSafe: true,
      secondary: [
        { row: 0, column: 'total' },
        { row: 'total', column: 0 },
        { row: 'total', column: 'total' },
      ],
    });
  });

  it('needs no partner when nothing is small', () => {
    expect(
      hides(
        protect([
          [12, 30],
          [22, 41],
        ]),
      ),
    ).toEqual([]);
  });

  it('needs no partner when its totals are not printed', () => {
    const cells = [
      [2, 9],
      [9, 9],
    ];
    const totals = { rows: false, columns: false, grand: false };
    const table = { cells, totals };
    expect(hides(protectTable({ table, primary: smallCells(cells), knownLowerBound: 1 }))).toEqual(
      [],
    );
  });

  it.each([
    ['primary[1] must not lie below the known lower bound', [[3, 0, 9]], [0, 1]],
    ['primary[0] must name a column of the table', [[3, 0, 9]], [3]],
  ])('says that %s', (message, cells, columns) => {
    const primary = columns.map((column) => ({ row: 0, column }));
    expect(() => protect(cells, primary)).toThrow(message);
  });

  it('refuses to guard a total that is not printed', () => {
    const primary: TablePosition[] = [{ row: 'total', column: 0 }];
    expect(() => protect([[3, 9]], primary)).toThrow('primary[0] must not be a total');
  });
});

describe('the choice of partners', () => {
  it('is the best of all choices', () => {
    fc.assert(
      fc.property(tables(3, 4), (cells) => {
        fc.pre(cells.flat().filter((count) => count > 4).length <= 8);
        const protection = protect(cells);
        const best = bestChoice(cells);
        expect(hides(protection)).toEqual(best && best.map(({ row, column }) => [row, column]));
      }),
      { seed: 20261122, numRuns: 120 },
    );
  });

  it('hides as many and as much when rows and columns change places', () => {
    const cost = (protection: Protection) =>
      protection.isSafe ? [protection.secondary.length, protection.secondarySum] : null;
    fc.assert(
      fc.property(tables(4, 6), (cells) => {
        const mirrored = cells.toReversed().map((row) => row.toReversed());
        expect(cost(protect(mirrored))).toEqual(cost(protect(cells)));
        fc.pre(cells.length > 1);
        const turned = (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] ?? 0));
        expect(cost(protect(turned))).toEqual(cost(protect(cells)));
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  it('hides nothing that guards nobody', () => {
    fc.assert(
      fc.property(tables(8, 8), (cells) => {
        const protection = protect(cells);
        fc.pre(protection.isSafe);
        const { secondary } = protection;
        expect(isSafe(cells, smallCells(cells), secondary)).toBe(true);
        secondary.forEach((partner) => {
          const others = secondary.filter((other) => other !== partner);
          expect(isSafe(cells, smallCells(cells), others)).toBe(false);
        });
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });
});

describe('a large table', () => {
  it.each([7, 12, 15])('of %d small counts on its diagonal hides as many partners', (size) => {
    const cells = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => (row === column ? 3 : 20)),
    );
    expect(hides(protect(cells))).toHaveLength(size);
  });

  it('is made safe with at most twice the partners that any choice needs', () => {
    const counts = fc.oneof(
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
      { weight: 12, arbitrary: fc.integer({ min: 5, max: 90 }) },
    );
    const row = fc.array(counts, { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 40, maxLength: 40 }), (cells) => {
        const protection = protect(cells);
        expect(protection.isSafe).toBe(true);
        if (!protection.isSafe) return;
        expect(isSafe(cells, smallCells(cells), protection.secondary)).toBe(true);
        expect(protection.secondary.length).toBeLessThanOrEqual(2 * protection.atLeast);
      }),
      { seed: 20261122, numRuns: 6 },
    );
  });
});
