import { requireCount, requireThat } from '../numbers/index.js';
import { fewestPartners } from './fewest-partners.js';
import type { Hideable } from './pattern.js';
import {
  figureAt,
  isTotal,
  ledgerOf,
  type CountTable,
  type Ledger,
  type TablePosition,
} from './table.js';

/** Up to this many cells the fewest partner cells are found for certain. */
const cellsSearchedThrough = 24;

/** In larger tables the search stops after as many steps: some hundredths of a second. */
const effortForLargeTables = 2_500_000;

/** What must be hidden in a table, and what is known of hidden cells. */
export interface ProtectionWanted {
  table: CountTable;
  /** Cells and printed totals that are hidden for themselves. */
  primary: readonly TablePosition[];
  /** What everybody knows of a hidden cell: 1 where zeros are always shown. */
  knownLowerBound: number;
  /** Printed totals may be hidden too; otherwise partners are cells alone. */
  mayHideTotals?: boolean;
}

/** A safe choice of partners, or that there is none. Stays on the server: see `decideTable`. */
export type Protection =
  | {
      isSafe: true;
      /** What is hidden besides, in row order. */
      secondary: TablePosition[];
      /** The counts that readers lose by it. */
      secondarySum: number;
      /** No safe choice hides fewer than this. */
      atLeast: number;
      /** No safe choice is better: always so up to 24 cells, unless totals may be hidden. */
      isProven: boolean;
    }
  | {
      isSafe: false;
      /** Hide totals, merge groups or round instead. */
      reason: 'no-safe-choice';
    };

/**
 * Chooses what else to hide so that no primary figure can be worked out exactly: the fewest
 * non-zero figures, among those the smallest sum, among those the first in row order. Exact up to
 * 24 cells, beyond that exact where the search comes to its end and otherwise near it. Primary
 * figures guard each other where they can.
 *
 * @throws InvalidInput when the table or a position is wrong, or a primary figure is smaller than
 * everybody knows it to be
 * @example
 * protectTable({
 *   table: { cells: [[3, 22, 40, 15]] },
 *   primary: [{ row: 0, column: 0 }],
 *   knownLowerBound: 1,
 * }) // hides [0][3]: 15 is the smallest partner
 */
export function protectTable(wanted: ProtectionWanted): Protection {
  const { table, knownLowerBound, mayHideTotals = false } = wanted;
  requireCount('knownLowerBound', knownLowerBound);
  const ledger = ledgerOf(table);
  const isPrimary = new Set(
    wanted.primary.map((position, index) => figureAt(ledger, position, 'primary', [index])),
  );
  const figures = hideables(ledger, knownLowerBound);
  const primary = figures.filter(({ number }) => isPrimary.has(number));
  for (const { number, position, count, isPrinted } of primary) {
    const index = wanted.primary.findIndex(
      (named) => figureAt(ledger, named, 'primary') === number,
    );
    requireThat(isPrinted, 'primary', 'must not be a total that is not printed', [index]);
    const isKnown = isTotal(position) || count >= knownLowerBound;
    requireThat(isKnown, 'primary', 'must not lie below the known lower bound', [index]);
  }
  const candidates = figures.filter(
    ({ number, position, count, isPrinted }) =>
      !isPrimary.has(number) &&
      isPrinted &&
      count > 0 &&
      (isTotal(position) ? mayHideTotals : count >= knownLowerBound),
  );
  const unprinted = figures.filter(({ isPrinted }) => !isPrinted);
  const { lineCount, rowCount, columnCount } = ledger;
  const isSmall = rowCount * columnCount <= cellsSearchedThrough && !mayHideTotals;
  const partners = fewestPartners(
    { lineCount, rowCount, primary, candidates, unprinted },
    isSmall ? Infinity : effortForLargeTables,
  );
  if (!partners) return { isSafe: false, reason: 'no-safe-choice' };
  const { chosen, sum: secondarySum, atLeast, isProven } = partners;
  const secondary = chosen.map(({ position }) => position);
  return { isSafe: true, secondary, secondarySum, atLeast, isProven };
}

function hideables({ figures }: Ledger, knownLowerBound: number): Hideable[] {
  return figures.map((figure, number) => ({
    ...figure,
    number,
    canFall: figure.count > (isTotal(figure.position) ? 0 : knownLowerBound),
  }));
}
