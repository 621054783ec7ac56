/** Rows of equal length. */
export type Matrix = readonly (readonly number[])[];

/**
 * Sum of the products of two lists of equal length.
 *
 * @example dot([1, 2], [3, 4]) // 11
 */
export function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((total, value, index) => total + value * (right[index] ?? 0), 0);
}

/**
 * The matrix times a column.
 *
 * @example times([[1, 2], [0, 1]], [3, 4]) // [11, 4]
 */
export function times(matrix: Matrix, column: readonly number[]): number[] {
  return matrix.map((row) => dot(row, column));
}

/**
 * Rows of equal length become columns.
 *
 * @example transpose([[1, 2], [3, 4]]) // [[1, 3], [2, 4]]
 */
export function transpose<Cell>(rows: readonly (readonly Cell[])[]): Cell[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as Cell));
}

/**
 * The sum over all pairs k, l of matrix[k][l] left[k] right[l].
 *
 * @example quadraticForm([1, 2], [[1, 0], [0, 1]], [3, 4]) // 11
 */
export function quadraticForm(
  left: readonly number[],
  matrix: Matrix,
  right: readonly number[],
): number {
  return dot(left, times(matrix, right));
}
