import { sum } from '../numbers/index.js';
import {
  decideFollowing,
  decideShare,
  hidden,
  shown,
  type Disclosed,
  type ShareOfBase,
} from './disclosed.js';
import { protectTable } from './protect-table.js';
import { isSmall, leastHidden, type DisclosureRules } from './rules.js';
import {
  figureAt,
  ledgerOf,
  type CountTable,
  type Figure,
  type Ledger,
  type TablePosition,
} from './table.js';

/**
 * A table as its readers get it. Taken once, on the server, and kept with the report: screen, CSV,
 * XLSX, PDF, chart, tooltip and API print this object and decide nothing themselves. It holds no
 * hidden number and does not tell a small count from one that guards it.
 */
export interface DecidedTable {
  method: 'suppressed' | 'rounded';
  cells: Disclosed<number>[][];
  /** Null where the table prints no such totals. */
  rowTotals: Disclosed<number>[] | null;
  columnTotals: Disclosed<number>[] | null;
  grandTotal: Disclosed<number> | null;
  /** Nothing at all had to be hidden. */
  isComplete: boolean;
}

/**
 * Decides every count of a table and its totals: small ones are hidden, then the fewest others
 * that keep them from being worked out. Totals are hidden for that only when no choice of cells
 * will do.
 *
 * @throws InvalidInput when the table or the rules are wrong
 * @example
 * decideTable({ cells: [[3, 22, 40, 15]] }, partnershipRules).cells[0]
 * // too few, 22, 40, too few
 */
export function decideTable(table: CountTable, rules: DisclosureRules): DecidedTable {
  const ledger = ledgerOf(table);
  const primary = ledger.figures
    .filter(({ isPrinted, count }) => isPrinted && isSmall(count, rules))
    .map(({ position }) => position);
  const wanted = { table, primary, knownLowerBound: leastHidden(rules) };
  const byCells = protectTable(wanted);
  const protection = byCells.isSafe ? byCells : protectTable({ ...wanted, mayHideTotals: true });
  const everything = ledger.figures.map(({ position }) => position);
  const positions = protection.isSafe ? [...primary, ...protection.secondary] : everything;
  const numbers = new Set(positions.map((position) => figureAt(ledger, position, 'cells')));
  return decidedTable(ledger, 'suppressed', ({ count }, number) =>
    numbers.has(number) ? hidden('too-few') : shown(count),
  );
}

/**
 * Lays decided figures out as a table.
 *
 * @param decide called for each printed figure with its number in the ledger
 * @example decidedTable(ledgerOf({ cells: [[3, 20]] }), 'suppressed', () => hidden('too-few'))
 * // all three figures are too few to show
 */
export function decidedTable(
  ledger: Ledger,
  method: DecidedTable['method'],
  decide: (figure: Figure, number: number) => Disclosed<number>,
): DecidedTable {
  const { figures, rowCount, columnCount } = ledger;
  const decided = figures.map((figure, number) =>
    figure.isPrinted ? decide(figure, number) : null,
  );
  const line = (row: number) =>
    decided.slice(row * (columnCount + 1), (row + 1) * (columnCount + 1));
  const rows = Array.from({ length: rowCount }, (_, row) => line(row));
  const totals = line(rowCount);
  const allOrNone = (values: (Disclosed<number> | null)[]) => {
    const printed = values.filter((value) => value !== null);
    return printed.length === values.length ? printed : null;
  };
  return {
    method,
    cells: rows.map((row) => allOrNone(row.slice(0, columnCount)) ?? []),
    rowTotals: allOrNone(rows.map((row) => row[columnCount] ?? null)),
    columnTotals: allOrNone(totals.slice(0, columnCount)),
    grandTotal: totals[columnCount] ?? null,
    isComplete: decided.every((figure) => figure === null || figure.shown),
  };
}

/**
 * One figure of a decided table. A total that is not printed is the sum of its cells, if all of
 * them are shown.
 *
 * @throws InvalidInput when the table has no such row or column
 * @example
 * const decided = decideTable({ cells: [[3, 22, 40, 15]] }, partnershipRules);
 * decidedFigure(decided, { row: 0, column: 'total' }) // { shown: true, value: 80 }
 */
export function decidedFigure(
  { cells, rowTotals, columnTotals, grandTotal }: DecidedTable,
  position: TablePosition,
): Disclosed<number> {
  const { row, column } = position;
  const empty = cells.map((line) => line.map(() => 0));
  figureAt(ledgerOf({ cells: empty }), position, 'position');
  const rows = row === 'total' ? cells : cells.slice(row, row + 1);
  const parts = rows.flatMap((line) =>
    column === 'total' ? line : line.slice(column, column + 1),
  );
  const inTotals =
    row === 'total'
      ? column === 'total'
        ? grandTotal
        : columnTotals?.[column]
      : column === 'total'
        ? rowTotals?.[row]
        : null;
  return inTotals ?? addUp(parts);
}

/**
 * Decides a percentage of a decided table. It follows its counts: it is shown only if every cell of
 * its numerator and its base are, and if it may be shown for itself.
 *
 * @param numerator the cells that count, such as "outstanding" and "good" of a row
 * @param base the total that they are a part of
 * @throws InvalidInput when a position is not in the table, or the cells are more than the base
 * @example
 * const decided = decideTable({ cells: [[3, 22, 40, 15]] }, partnershipRules);
 * decideShareInTable(decided, [{ row: 0, column: 1 }], { row: 0, column: 'total' }, partnershipRules)
 * // { shown: true, value: { numerator: 22, base: 80, share: 0.275 } }
 */
export function decideShareInTable(
  decided: DecidedTable,
  numerator: readonly TablePosition[],
  base: TablePosition,
  rules: DisclosureRules,
): Disclosed<ShareOfBase> {
  const counts = addUp(numerator.map((position) => decidedFigure(decided, position)));
  const total = decidedFigure(decided, base);
  if (!counts.shown || !total.shown) return hidden('rests-on-hidden');
  return decideShare({ numerator: counts.value, base: total.value }, rules);
}

function addUp(figures: readonly Disclosed<number>[]): Disclosed<number> {
  return decideFollowing<number[], number>([...figures], sum);
}
