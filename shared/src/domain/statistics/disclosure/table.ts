import { requireCount, requireCounts, requireThat, sum } from '../numbers/index.js';

/** Counts in rows and columns, and which of their totals are printed beside them. */
export interface CountTable {
  /** Interior counts: at least one row and one column, all rows of one length. */
  cells: readonly (readonly number[])[];
  /** When left out: all totals; of a single row or a single column only its own total. */
  totals?: PrintedTotals;
}

/** Which totals are printed beside a table. */
export interface PrintedTotals {
  rows: boolean;
  columns: boolean;
  grand: boolean;
}

/** Where a figure stands, from 0; `total` is the line of totals. */
export interface TablePosition {
  row: number | 'total';
  column: number | 'total';
}

/**
 * A cell or a total, as one arc of a circulation. A row hands its total on to its cells, a column
 * gathers its cells into its total, and the grand total leads back: what flows into a line flows
 * out of it, whatever numbers fit the table. `tail` and `head` are the numbers of the two lines.
 */
export interface Figure {
  position: TablePosition;
  count: number;
  isPrinted: boolean;
  tail: number;
  head: number;
}

/** All figures of a table in row order, totals last in their line, and how many lines they join. */
export interface Ledger {
  figures: Figure[];
  lineCount: number;
  rowCount: number;
  columnCount: number;
}

/**
 * Adds the totals to a table's cells.
 *
 * @throws InvalidInput when the rows are none or differ in length, or a cell is no count
 * @example ledgerOf({ cells: [[3, 20]] }).figures.map(({ count }) => count) // [3, 20, 23, 3, 20, 23]
 */
export function ledgerOf({ cells, totals = usualTotals(cells) }: CountTable): Ledger {
  const rowCount = cells.length;
  const columnCount = cells[0]?.length ?? 0;
  requireThat(rowCount > 0 && columnCount > 0, 'cells', 'must have at least one cell');
  cells.forEach((row, index) => {
    requireThat(row.length === columnCount, 'cells', 'must be as long as the first row', [index]);
    row.forEach((count, column) => requireCount('cells', count, 0, [index, column]));
  });
  const rows = [...cells, columnSums(cells)].map((row) => [...row, sum(row)]);
  requireCounts('totals', rows.flat());
  const figures = rows.flatMap((row, rowIndex) =>
    row.map((count, columnIndex) => {
      const inTotalRow = rowIndex === rowCount;
      const inTotalColumn = columnIndex === columnCount;
      const isForward = inTotalRow === inTotalColumn;
      const [rowLine, columnLine] = [rowIndex, rowCount + 1 + columnIndex];
      return {
        position: {
          row: inTotalRow ? ('total' as const) : rowIndex,
          column: inTotalColumn ? ('total' as const) : columnIndex,
        },
        count,
        isPrinted: isPrinted(totals, inTotalRow, inTotalColumn),
        tail: isForward ? rowLine : columnLine,
        head: isForward ? columnLine : rowLine,
      };
    }),
  );
  return { figures, lineCount: rowCount + columnCount + 2, rowCount, columnCount };
}

/**
 * The number of a figure in a ledger.
 *
 * @throws InvalidInput when the table has no such row or column
 * @example figureAt(ledgerOf({ cells: [[3, 20]] }), { row: 0, column: 'total' }, 'hidden') // 2
 */
export function figureAt(
  { rowCount, columnCount }: Ledger,
  { row, column }: TablePosition,
  argument: string,
  index: readonly number[] = [],
): number {
  const has = (line: number | 'total', count: number) =>
    line === 'total' || (Number.isInteger(line) && line >= 0 && line < count);
  requireThat(has(row, rowCount), argument, 'must name a row of the table', index);
  requireThat(has(column, columnCount), argument, 'must name a column of the table', index);
  const rowIndex = row === 'total' ? rowCount : row;
  return rowIndex * (columnCount + 1) + (column === 'total' ? columnCount : column);
}

/**
 * Whether a figure is a total.
 *
 * @example isTotal({ row: 0, column: 'total' }) // true
 */
export function isTotal({ row, column }: TablePosition): boolean {
  return row === 'total' || column === 'total';
}

/**
 * Where the totals of a figure's row and column stand.
 *
 * @example totalsOf({ row: 0, column: 2 })
 * // [{ row: 0, column: 'total' }, { row: 'total', column: 2 }]
 */
export function totalsOf({ row, column }: TablePosition): TablePosition[] {
  return [
    { row, column: 'total' },
    { row: 'total', column },
  ];
}

/** Which lines of a table become one: `[[0, 1], [2, 3]]` makes two of four. */
export interface MergedLines {
  rows?: readonly (readonly number[])[];
  columns?: readonly (readonly number[])[];
}

/**
 * Adds rows or columns up: grades to "Good or better" against below, quarters to a year, groups to
 * larger ones.
 *
 * @throws InvalidInput when a line is named twice, left out or not there
 * @example mergeLines({ cells: [[3, 20, 41, 16]] }, { columns: [[0, 1], [2, 3]] })
 * // { cells: [[23, 57]] }
 */
export function mergeLines(table: CountTable, { rows, columns }: MergedLines): CountTable {
  const ledger = ledgerOf(table);
  if (rows) requireEachOnce('rows', rows, ledger.rowCount);
  if (columns) requireEachOnce('columns', columns, ledger.columnCount);
  const taken = (cells: CountTable['cells'], lines: readonly number[]) =>
    columnSums(lines.map((line) => cells[line] ?? []));
  const tall = rows ? rows.map((lines) => taken(table.cells, lines)) : table.cells;
  const cells = columns
    ? tall.map((row) => columns.map((lines) => sum(lines.map((line) => row[line] ?? 0))))
    : tall;
  return { ...table, cells };
}

function usualTotals(cells: CountTable['cells']): PrintedTotals {
  if (cells.length === 1) return { rows: true, columns: false, grand: false };
  if (cells[0]?.length === 1) return { rows: false, columns: true, grand: false };
  return { rows: true, columns: true, grand: true };
}

function isPrinted(totals: PrintedTotals, inTotalRow: boolean, inTotalColumn: boolean): boolean {
  if (inTotalRow) return inTotalColumn ? totals.grand : totals.columns;
  return inTotalColumn ? totals.rows : true;
}

const columnSums = (rows: CountTable['cells']) =>
  (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0)));

function requireEachOnce(
  argument: string,
  groups: readonly (readonly number[])[],
  count: number,
): void {
  const named = groups.flat().toSorted((a, b) => a - b);
  const isEachOnce = named.length === count && named.every((line, index) => line === index);
  requireThat(isEachOnce, argument, 'must name every line of the table once');
  requireThat(
    groups.every(({ length }) => length > 0),
    argument,
    'must not hold an empty group',
  );
}
