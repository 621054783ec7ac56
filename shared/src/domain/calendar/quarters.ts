import { endOfLondonDay, isDay, startOfLondonDay } from './london.js';

/*
 * Quarters are those of a council's financial year, 1 April to 31 March: learning shared in July,
 * October, January and April then follows each quarter at once. An audit belongs to the quarter of
 * its round, whatever the day it closes.
 */

/** The key of a quarter, such as `2026-27-Q2`: the same in addresses, files and references. */
export type QuarterKey = string;

const keyPattern = /^(\d{4})-(\d{2})-Q([1-4])$/;
const monthNames = [
  ['Apr', 'Jun'],
  ['Jul', 'Sep'],
  ['Oct', 'Dec'],
  ['Jan', 'Mar'],
] as const;
const lastDays = ['06-30', '09-30', '12-31', '03-31'] as const;

/** A quarter taken apart; `yearStart` is the calendar year in which the financial year begins. */
interface Quarter {
  yearStart: number;
  /** 1 for April to June, 4 for January to March. */
  number: number;
}

/**
 * Whether a text is the key of a quarter: the two years must follow one another.
 *
 * @example isQuarterKey('2026-28-Q2') // false
 */
export function isQuarterKey(text: string): boolean {
  const [, first, second] = keyPattern.exec(text) ?? [];
  return first !== undefined && second === lastTwoDigits(Number(first) + 1);
}

/**
 * The quarter in which a day falls.
 *
 * @param day YYYY-MM-DD
 * @throws RangeError when it is not a real day
 * @example quarterOfDay('2027-01-15') // '2026-27-Q4'
 */
export function quarterOfDay(day: string): QuarterKey {
  if (!isDay(day)) throw new RangeError(`day must be a real day written YYYY-MM-DD, not ${day}`);
  const [year = 0, month = 0] = day.split('-').map(Number);
  const monthOfFinancialYear = (month + 8) % 12;
  return keyOf({
    yearStart: month < 4 ? year - 1 : year,
    number: Math.floor(monthOfFinancialYear / 3) + 1,
  });
}

/**
 * A quarter as people read it.
 *
 * @throws RangeError when the key is none
 * @example quarterInWords('2026-27-Q4') // 'Jan to Mar 2027 (Q4 2026-27)'
 */
export function quarterInWords(key: QuarterKey): string {
  const quarter = parse(key);
  const [from, to] = monthNames[quarter.number - 1] ?? ['', ''];
  return `${from} to ${to} ${calendarYear(quarter)} (Q${quarter.number} ${yearOf(key)})`;
}

/**
 * The programme year of a quarter, which is its financial year.
 *
 * @throws RangeError when the key is none
 * @example yearOf('2026-27-Q4') // '2026-27'
 */
export function yearOf(key: QuarterKey): string {
  const { yearStart } = parse(key);
  return `${yearStart}-${lastTwoDigits(yearStart + 1)}`;
}

/**
 * The first and the last day of a quarter.
 *
 * @throws RangeError when the key is none
 * @example daysOfQuarter('2026-27-Q4') // { from: '2027-01-01', to: '2027-03-31' }
 */
export function daysOfQuarter(key: QuarterKey): { from: string; to: string } {
  const quarter = parse(key);
  const year = calendarYear(quarter);
  const firstMonth = String(((quarter.number * 3) % 12) + 1).padStart(2, '0');
  return { from: `${year}-${firstMonth}-01`, to: `${year}-${lastDays[quarter.number - 1] ?? ''}` };
}

/**
 * When a quarter begins and when the next one does: midnights in London.
 *
 * @throws RangeError when the key is none
 * @example boundsOfQuarter('2026-27-Q2').from.toISOString() // '2026-06-30T23:00:00.000Z'
 */
export function boundsOfQuarter(key: QuarterKey): { from: Date; before: Date } {
  const { from, to } = daysOfQuarter(key);
  return { from: startOfLondonDay(from), before: endOfLondonDay(to) };
}

/**
 * The quarter some quarters later, or earlier with a negative number.
 *
 * @param quarters whole number
 * @throws RangeError when the key is none
 * @example quarterAfter('2026-27-Q4', 1) // '2027-28-Q1'
 */
export function quarterAfter(key: QuarterKey, quarters: number): QuarterKey {
  const { yearStart, number } = parse(key);
  const since = yearStart * 4 + number - 1 + quarters;
  return keyOf({ yearStart: Math.floor(since / 4), number: (((since % 4) + 4) % 4) + 1 });
}

function parse(key: QuarterKey): Quarter {
  const [, year, , number] = keyPattern.exec(key) ?? [];
  if (!isQuarterKey(key)) {
    throw new RangeError(`quarter must be written like 2026-27-Q2, not ${key}`);
  }
  return { yearStart: Number(year), number: Number(number) };
}

function keyOf({ yearStart, number }: Quarter): QuarterKey {
  return `${yearStart}-${lastTwoDigits(yearStart + 1)}-Q${number}`;
}

function calendarYear({ yearStart, number }: Quarter): number {
  return number === 4 ? yearStart + 1 : yearStart;
}

const lastTwoDigits = (year: number) => String(year % 100).padStart(2, '0');
