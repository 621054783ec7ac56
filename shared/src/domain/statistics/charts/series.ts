import { requireThat, sideOf, sum } from '../numbers/index.js';

/** Values in the order of time; `null` stands where a period has none. */
export type Series = readonly (number | null)[];

/** The first and the last index of a piece of a series, both included, from 0. */
export interface IndexRange {
  from: number;
  to: number;
}

/**
 * Refuses a series with a value that is no number.
 *
 * @throws InvalidInput at the first value that is neither `null` nor a finite number
 * @example requireSeries('values', [1, Infinity]); // values[1] must be a finite number or null
 */
export function requireSeries(argument: string, values: Series): void {
  const wrong = values.findIndex((value) => value !== null && !Number.isFinite(value));
  requireThat(wrong === -1, argument, 'must be a finite number or null', [wrong]);
}

/**
 * Refuses an index at which there is no period.
 *
 * @throws InvalidInput at the first index that is not one of a series of this length
 * @example requireIndexes('excluded', [0, 3], 3); // excluded[1] must be the index of a period
 */
export function requireIndexes(argument: string, indexes: readonly number[], length: number): void {
  indexes.forEach((index, position) => {
    const holds = Number.isInteger(index) && index >= 0 && index < length;
    requireThat(holds, argument, 'must be the index of a period', [position]);
  });
}

/**
 * Cuts a series where new pieces start; order and repetition of the starts do not matter.
 *
 * @example cutAt(5, [3]) // [{ from: 0, to: 2 }, { from: 3, to: 4 }]
 */
export function cutAt(length: number, starts: readonly number[]): IndexRange[] {
  if (length === 0) return [];
  const firsts = [...new Set([0, ...starts])].sort((a, b) => a - b);
  return firsts.map((from, piece) => ({ from, to: (firsts[piece + 1] ?? length) - 1 }));
}

/**
 * The values that are there.
 *
 * @example observed([4, null, 6]) // [4, 6]
 */
export function observed(values: Series): number[] {
  return values.filter((value) => value !== null);
}

/**
 * The average of values already known to be finite; `null` when there are none.
 *
 * @example meanOrNull([]) // null
 */
export function meanOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/**
 * Whether all are the same but for rounding; true of the empty list.
 *
 * @example allEqual([0.3, 0.1 + 0.2]) // true
 */
export function allEqual(values: readonly number[]): boolean {
  const [first] = values;
  return first === undefined || values.every((value) => sideOf(value, first) === 0);
}

/** Neighbours with the same sign, 1 or -1. */
interface Stretch extends IndexRange {
  sign: number;
}

/**
 * Every stretch that cannot be made longer and has at least this length; 0 breaks a stretch.
 *
 * @example stretches([1, 1, 0, -1], 2) // [{ from: 0, to: 1, sign: 1 }]
 */
export function stretches(signs: readonly number[], least = 1): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  signs.forEach((sign, to) => {
    if (sign === signs[to + 1]) return;
    if (sign !== 0 && lengthOf({ from, to }) >= least) found.push({ from, to, sign });
    from = to + 1;
  });
  return found;
}

/**
 * How many indexes a range holds.
 *
 * @example lengthOf({ from: 3, to: 5 }) // 3
 */
export function lengthOf({ from, to }: IndexRange): number {
  return to - from + 1;
}
