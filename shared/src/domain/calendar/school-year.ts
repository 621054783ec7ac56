import { isDay } from './london.js';

const SEPTEMBER = 9;

/**
 * The school year in which a day falls, by the calendar year in which it began: 2026 from
 * 1 September 2026 to 31 August 2027, which is how the DfE counts year groups (age at 31 August).
 *
 * @param day YYYY-MM-DD
 * @throws RangeError when it is not a real day
 */
export function schoolYearOf(day: string): number {
  if (!isDay(day)) throw new RangeError(`day must be a real day written YYYY-MM-DD, not ${day}`);
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month >= SEPTEMBER ? year : year - 1;
}

/**
 * How many times a 1 September has come after one day and up to another, which may be that very
 * 1 September; negative when the other day is in an earlier school year.
 *
 * @param from YYYY-MM-DD
 * @param to YYYY-MM-DD
 */
export function septembersBetween(from: string, to: string): number {
  return schoolYearOf(to) - schoolYearOf(from);
}
