import {
  auditTable,
  protectTable,
  type CountTable,
  type PrintedTotals,
  type TablePosition,
} from '@app/shared/domain';

type Place = [row: number, column: number];

interface SuppressionInput {
  cells: number[][];
  totalsPublished: boolean;
  knownLowerBoundOfSuppressed: number;
}

/** The file's totals: all or none, but of a single row only its own. */
function tableOf({ cells, totalsPublished }: SuppressionInput): CountTable {
  const hasColumnTotals = totalsPublished && cells.length > 1;
  const totals: PrintedTotals = {
    rows: totalsPublished,
    columns: hasColumnTotals,
    grand: hasColumnTotals,
  };
  return { cells, totals };
}

const positionOf = ([row, column]: Place): TablePosition => ({ row, column });
const placeOf = ({ row, column }: TablePosition) => [row, column];

export function auditSuppression(input: SuppressionInput & { suppressed: Place[] }) {
  const deduced = auditTable(
    tableOf(input),
    input.suppressed.map(positionOf),
    input.knownLowerBoundOfSuppressed,
  );
  return {
    bounds: deduced.map(({ lower, upper }) => [lower, upper]),
    exactlyRecoverable: deduced
      .filter(({ isRecoverable }) => isRecoverable)
      .map(({ position }) => placeOf(position)),
  };
}

/** Of a table without small cells the file gives no partners; with none needed, their sum is 0. */
export function protectSuppression(input: SuppressionInput & { suppressIfBetween: Place }) {
  const [from, to] = input.suppressIfBetween;
  const places = input.cells.flatMap((row, rowIndex) =>
    row.flatMap((count, column) => (count >= from && count <= to ? [[rowIndex, column]] : [])),
  );
  if (places.length === 0) return { primary: [], fewestSecondaryCells: 0 };
  const protection = protectTable({
    table: tableOf(input),
    primary: places.map((place) => positionOf(place as Place)),
    knownLowerBound: input.knownLowerBoundOfSuppressed,
  });
  if (!protection.isSafe) return { primary: places, fewestSecondaryCells: null };
  return {
    primary: places,
    fewestSecondaryCells: protection.secondary.length,
    smallestSecondarySumAtThatCount: protection.secondarySum,
    oneOptimalSecondary: protection.secondary.map(placeOf),
  };
}
