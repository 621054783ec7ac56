import { requireFinite, requireThat } from './invalid-input.js';

/**
 * The sum, with what rounding loses at each step carried along (Neumaier 1974, Z. Angew. Math.
 * Mech. 54:39). Sixteen times 0.1 is 1.6 here and 1.6000000000000003 when simply added up, which
 * on a chart invents a shift.
 *
 * @returns 0 for the empty list
 * @example sum([1, 1e100, 1, -1e100]) // 2
 */
export function sum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/**
 * The arithmetic mean, in the unit of the values.
 *
 * @param values at least one, all finite
 * @throws InvalidInput when there is no value or one is not finite
 * @example mean([2, 4, 9]) // 5
 */
export function mean(values: readonly number[]): number {
  requireThat(values.length > 0, 'values', 'must hold at least one number');
  requireFinite('values', values);
  return sum(values) / values.length;
}

/**
 * The sample variance with n - 1, in the values' unit squared, from the deviations and never from
 * the difference of two large sums; the second term takes back what rounding left in the mean
 * (Chan, Golub & LeVeque 1983, Am. Stat. 37:242).
 *
 * @param values at least two, all finite
 * @returns 0 or more
 * @throws InvalidInput when there are fewer than two values or one is not finite
 * @example variance([2, 4, 9]) // 13
 */
export function variance(values: readonly number[]): number {
  requireThat(values.length > 1, 'values', 'must hold at least two numbers');
  const centre = mean(values);
  const deviations = values.map((value) => value - centre);
  const squares = sum(deviations.map((deviation) => deviation * deviation));
  return Math.max(0, squares - sum(deviations) ** 2 / values.length) / (values.length - 1);
}

/**
 * The middle value; of an even number of values the mean of the two in the middle.
 *
 * @param values at least one, all finite, in any order
 * @throws InvalidInput when there is no value or one is not finite
 * @example median([9, 1, 4, 2]) // 3
 */
export function median(values: readonly number[]): number {
  requireThat(values.length > 0, 'values', 'must hold at least one number');
  requireFinite('values', values);
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Two numbers nearer than this, relative to the larger, differ by rounding alone. */
export const relativeTolerance = 1e-12;

/**
 * On which side of a line a value lies, where a difference that rounding explains counts as none.
 *
 * @returns 1 above, -1 below, 0 on the line
 * @example sideOf(0.1 + 0.2, 0.3) // 0
 */
export function sideOf(value: number, line: number): -1 | 0 | 1 {
  const difference = value - line;
  if (Math.abs(difference) <= relativeTolerance * Math.max(Math.abs(value), Math.abs(line))) {
    return 0;
  }
  return difference > 0 ? 1 : -1;
}
