import { isDay, startOfLondonDay, dayInWords } from './london.js';

const dayNumbers = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in London on which an instant falls, YYYY-MM-DD. */
export function londonDayOf(instant: Date): string {
  const parts = new Map(dayNumbers.formatToParts(instant).map((part) => [part.type, part.value]));
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

/**
 * Reads a day as people and spreadsheets write it: 2026-11-03 or 03/11/2026, the day before the
 * month. Anything else is none, such as a day without a century, because guessing would be wrong half the time.
 *
 * @returns YYYY-MM-DD, or null when the text is no real day
 */
export function readDay(text: string): string | null {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = british ?? [];
  const written = british ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isDay(written) ? written : null;
}

/**
 * "3 November 2026" for 2026-11-03.
 *
 * @throws RangeError when it is not a real day
 */
export function calendarDayInWords(day: string): string {
  return dayInWords(startOfLondonDay(day));
}

/**
 * A day so many days later, or earlier where the number is below 0.
 *
 * @param day `YYYY-MM-DD`
 * @example dayAfter('2026-12-30', 3) // '2027-01-02'
 */
export function dayAfter(day: string, days: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}
