import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  auditTable,
  decideTable,
  partnershipRules,
  publicationRules,
  roundTable,
  type DecidedTable,
  type Disclosed,
  type DisclosureRules,
} from './index.js';

/*
 * The reader of this file sees what readers of a report see, and no more: the decided table. It
 * tries every table that would have been printed the same, and shares nothing with the product.
 */

/** What may be: the counts of each cell, and the sums of each line, the likeliest first. */
interface View {
  cells: number[][][];
  rows: number[][];
  columns: number[][];
  all: number[];
}

const upTo = (most: number, least = 0) =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index);

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

const transposed = <Value>(rows: readonly (readonly Value[])[]): Value[][] =>
  (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row.slice(column, column + 1)));

const nearestFirst = (counts: number[], truth: number) =>
  counts.toSorted((a, b) => Math.abs(a - truth) - Math.abs(b - truth));

/** Larger than any count below, so that a hidden total may be more than it is. */
const highest = 45;

/** Fills the cells one after the other, the last of a line from its total where that is known. */
function* tablesThatFit(view: View, filled: number[][] = [[]]): Generator<number[][]> {
  const row = filled.length - 1;
  const line = filled[row] ?? [];
  const column = line.length;
  if (column === view.columns.length) {
    if (row < view.rows.length - 1) yield* tablesThatFit(view, [...filled, []]);
    else if (view.all.includes(total(filled.flat()))) yield filled;
    return;
  }
  const inRow = total(line);
  const inColumn = total(filled.map((counts) => counts[column] ?? 0));
  const fits = (sums: number[] | undefined, sum: number, isLast: boolean) =>
    (sums ?? []).some((known) => (isLast ? known === sum : known >= sum));
  for (const count of view.cells[row]?.[column] ?? []) {
    const isPossible =
      fits(view.rows[row], inRow + count, column === view.columns.length - 1) &&
      fits(view.columns[column], inColumn + count, row === view.rows.length - 1);
    if (isPossible) yield* tablesThatFit(view, [...filled.slice(0, -1), [...line, count]]);
  }
}

function viewOf(
  decided: DecidedTable,
  truth: readonly (readonly number[])[],
  print: (count: number) => Disclosed<number>,
  hiddenCells: number[],
): View {
  const possible = (
    figure: Disclosed<number> | null | undefined,
    hidden: number[],
    likeliest: number,
  ) =>
    nearestFirst(
      figure?.shown
        ? upTo(highest).filter((count) => {
            const other = print(count);
            return other.shown && other.value === figure.value;
          })
        : hidden,
      likeliest,
    );
  const sums = upTo(highest);
  return {
    cells: truth.map((row, i) =>
      row.map((count, j) => possible(decided.cells[i]?.[j], hiddenCells, count)),
    ),
    rows: truth.map((row, i) => possible(decided.rowTotals?.[i], sums, total(row))),
    columns: transposed(truth).map((column, j) =>
      possible(decided.columnTotals?.[j], sums, total(column)),
    ),
    all: possible(decided.grandTotal, sums, total(truth.flat())),
  };
}

const turned = ({ cells, rows, columns, all }: View): View => ({
  cells: transposed(cells),
  rows: columns,
  columns: rows,
  all,
});

const toFront = <Value>(values: readonly Value[], index: number): Value[] => [
  ...values.slice(index, index + 1),
  ...values.toSpliced(index, 1),
];

/** The same view with one row first, so that a search settles that row first. */
const startingAt = (row: number, { cells, rows, ...rest }: View): View => ({
  ...rest,
  cells: toFront(cells, row),
  rows: toFront(rows, row),
});

const canBe = (view: View) => tablesThatFit(view).next().done === false;

/** Hidden places that hold the same count in every table that fits. */
function givenAway(view: View, decided: DecidedTable, truth: number[][]): string[] {
  const rowTotalCanDiffer = (seen: View, row: number, counts: number[]) => {
    const { rows, ...rest } = startingAt(row, seen);
    const others = (rows[0] ?? []).filter((sum) => sum !== total(counts));
    return canBe({ ...rest, rows: [others, ...rows.slice(1)] });
  };
  const cellCanDiffer = (row: number, column: number, count: number) => {
    const seen = startingAt(column, turned(startingAt(row, view)));
    const [first = [], ...below] = seen.cells;
    const others = (first[0] ?? []).filter((other) => other !== count);
    return canBe({ ...seen, cells: [[others, ...first.slice(1)], ...below] });
  };
  const cells = truth.flatMap((row, i) =>
    row.flatMap((count, j) =>
      decided.cells[i]?.[j]?.shown === false && !cellCanDiffer(i, j, count) ? `[${i}][${j}]` : [],
    ),
  );
  const rows = truth.flatMap((row, i) =>
    decided.rowTotals?.[i]?.shown === false && !rowTotalCanDiffer(view, i, row) ? `row ${i}` : [],
  );
  const columns = transposed(truth).flatMap((column, j) =>
    decided.columnTotals?.[j]?.shown === false && !rowTotalCanDiffer(turned(view), j, column)
      ? `column ${j}`
      : [],
  );
  return [...cells, ...rows, ...columns];
}

/** Tables of 1 to 4 rows and columns whose counts add up to at most 40. */
const smallTables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.tuple(
      fc.constant([rows, columns] as const),
      fc.array(
        fc.oneof(
          { weight: 2, arbitrary: fc.constant(0) },
          { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
          { weight: 4, arbitrary: fc.integer({ min: 5, max: 12 }) },
        ),
        { minLength: rows * columns, maxLength: rows * columns },
      ),
    ),
  )
  .map(([[rows, columns], counts]) => {
    let left = 40;
    const kept = counts.map((count) => {
      const taken = Math.min(count, left);
      left -= taken;
      return taken;
    });
    return upTo(rows - 1).map((row) => kept.slice(row * columns, (row + 1) * columns));
  });

const plain = (count: number): Disclosed<number> => ({ shown: true, value: count });

const zerosHidden: DisclosureRules = { ...partnershipRules, zerosAreShown: false };

describe('a hidden count', () => {
  it.each([
    ['of 1 to 4', partnershipRules, 1, 150],
    ['of 1 to 7', publicationRules, 1, 100],
    ['of 0 to 4', zerosHidden, 0, 40],
  ])('%s can never be worked out from what is shown', (_, rules, least, numRuns) => {
    fc.assert(
      fc.property(smallTables, (cells) => {
        const decided = decideTable({ cells }, rules);
        const view = viewOf(decided, cells, plain, upTo(highest, least));
        expect(canBe(view)).toBe(true);
        expect(givenAway(view, decided, cells)).toEqual([]);
      }),
      { seed: 20261122, numRuns },
    );
  });

  it('can never be worked out from rounded counts either', () => {
    const print = (count: number): Disclosed<number> =>
      count >= 1 && count <= 4
        ? { shown: false, reason: 'too-few' }
        : plain(5 * Math.round(count / 5));
    fc.assert(
      fc.property(smallTables, (cells) => {
        const decided = roundTable({ cells }, partnershipRules);
        const view = viewOf(decided, cells, print, upTo(4, 1));
        expect(givenAway(view, decided, cells)).toEqual([]);
      }),
      { seed: 20261122, numRuns: 120 },
    );
  });
});

describe('what an outsider can deduce', () => {
  it('is what all tables with the printed totals have in common', () => {
    const hiddenTables = fc
      .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(
          fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.boolean()), {
            minLength: columns,
            maxLength: columns,
          }),
          { minLength: rows, maxLength: rows },
        ),
      );
    fc.assert(
      fc.property(hiddenTables, fc.integer({ min: 0, max: 1 }), (table, least) => {
        const cells = table.map((row) => row.map(([count]) => count));
        const hidden = table.flatMap((row, i) =>
          row.flatMap(([, isHidden], j) => (isHidden ? { row: i, column: j } : [])),
        );
        const decided: DecidedTable = {
          ...decideTable({ cells }, { ...partnershipRules, threshold: 1 }),
          cells: table.map((row) =>
            row.map(([count, isHidden]) =>
              isHidden ? { shown: false, reason: 'too-few' } : plain(count),
            ),
          ),
        };
        const all = [...tablesThatFit(viewOf(decided, cells, plain, upTo(15, least)))];
        const bounds = hidden.map(({ row, column }) => {
          const values = all.map((other) => other[row]?.[column] ?? 0);
          return [Math.min(...values), Math.max(...values)];
        });
        const deduced = auditTable({ cells }, hidden, least);
        expect(deduced.map(({ lower, upper }) => [lower, upper])).toEqual(bounds);
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });
});
