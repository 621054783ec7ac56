import { sideOf, type Interval } from '../numbers/index.js';

/**
 * Two limits at the same distance from a centre; `null` where either number is missing.
 *
 * @example limitsAround(5, 3) // { lower: 2, upper: 8 }
 */
export function limitsAround(centre: number | null, distance: number | null): Interval | null {
  if (centre === null || distance === null) return null;
  return { lower: centre - distance, upper: centre + distance };
}

/**
 * Whether a value is strictly beyond its limits, by more than rounding explains.
 *
 * @param centre what the limits were drawn around
 * @example isOutside(8, { lower: 2, upper: 8 }, 5) // false
 */
export function isOutside(value: number, limits: Interval, centre: number): boolean {
  return sideOfLimits(value, limits, centre) !== 'between';
}

/**
 * On which side of its limits a value lies; one on a limit, but for rounding, is `between`.
 *
 * @param centre what the limits were drawn around
 * @example sideOfLimits(9, { lower: 2, upper: 8 }, 5) // 'above'
 */
export function sideOfLimits(
  value: number,
  { lower, upper }: Interval,
  centre: number,
): 'above' | 'below' | 'between' {
  if (exceeds(value, upper, centre)) return 'above';
  return exceeds(-value, -lower, -centre) ? 'below' : 'between';
}

/** Compared from 0 and from the centre: a limit that comes out near 0 has lost its digits. */
function exceeds(value: number, limit: number, centre: number): boolean {
  return sideOf(value, limit) > 0 && sideOf(value - centre, limit - centre) > 0;
}
