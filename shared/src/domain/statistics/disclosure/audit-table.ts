import { requireCount, requireThat } from '../numbers/index.js';
import { Circulation, type KnownFigure } from './circulation.js';
import { figureAt, isTotal, ledgerOf, type CountTable, type TablePosition } from './table.js';

/** What anyone can work out of one hidden figure. */
export interface DeducedFigure {
  position: TablePosition;
  /** The lowest value that fits everything shown. */
  lower: number;
  /** The highest; null when nothing shown limits it. */
  upper: number | null;
  /** Both are the same: hiding the figure hides nothing. */
  isRecoverable: boolean;
}

/**
 * Works out what an outsider can: from the visible cells and totals, the lowest and the highest
 * value of each hidden figure. Exact; a linear program gives the same numbers.
 *
 * @param hidden cells, and totals that are printed but hidden, in any order
 * @param knownLowerBound what everybody knows of a hidden cell: 1 where zeros are always shown
 * @returns one entry for each of `hidden`, in its order
 * @throws InvalidInput when the table or a position is wrong, or no table fits what is known
 * @example
 * auditTable({ cells: [[3, 20, 41, 16]] }, [{ row: 0, column: 0 }, { row: 0, column: 3 }])
 * // 3 lies from 1 to 18, 16 from 1 to 18
 */
export function auditTable(
  table: CountTable,
  hidden: readonly TablePosition[],
  knownLowerBound = 1,
): DeducedFigure[] {
  requireCount('knownLowerBound', knownLowerBound);
  const ledger = ledgerOf(table);
  const numbers = hidden.map((position, index) => figureAt(ledger, position, 'hidden', [index]));
  const isHidden = new Set(numbers);
  const figures = ledger.figures.map((figure, number): KnownFigure => {
    if (figure.isPrinted && !isHidden.has(number)) {
      return { ...figure, least: figure.count, most: figure.count };
    }
    // Of a hidden total its cells say all there is to know.
    const least = isTotal(figure.position) ? 0 : knownLowerBound;
    return { ...figure, least, most: Infinity };
  });
  const circulation = new Circulation(figures, ledger.lineCount);
  requireThat(circulation.isPossible, 'knownLowerBound', 'must fit the totals that are shown');
  return numbers.flatMap((number) => {
    const figure = figures[number];
    if (!figure) return [];
    const { least, most } = circulation.boundsOf(figure);
    const upper = most === Infinity ? null : most;
    return [{ position: figure.position, lower: least, upper, isRecoverable: least === most }];
  });
}
