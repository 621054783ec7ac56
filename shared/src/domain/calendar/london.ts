const ZONE = 'Europe/London';

const dayParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const dayWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const clockWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "3 November 2026": the day in London on which an instant falls. */
export function dayInWords(instant: Date): string {
  return dayWords.format(instant);
}

/** "14:32": the clock in London at an instant. */
export function clockInWords(instant: Date): string {
  return clockWords.format(instant);
}

/** "3 November 2026 at 14:32", London time. */
export function instantInWords(instant: Date): string {
  return `${dayInWords(instant)} at ${clockInWords(instant)}`;
}

/** Whether a text is a real day written YYYY-MM-DD, such as 2026-02-28 and never 2026-02-30. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/**
 * The first instant of a day in London: 23:00 UTC of the day before in summer time.
 * The clocks change at 01:00 UTC, so midnight always exists and exists once.
 *
 * @param day YYYY-MM-DD
 * @throws RangeError when it is not a real day
 */
export function startOfLondonDay(day: string): Date {
  if (!isDay(day)) throw new RangeError(`day must be a real day written YYYY-MM-DD, not ${day}`);
  return londonMidnight(new Date(`${day}T00:00:00Z`));
}

/**
 * The first instant of the day after, for "up to and including" filters.
 *
 * @param day YYYY-MM-DD
 * @throws RangeError when it is not a real day
 */
export function endOfLondonDay(day: string): Date {
  if (!isDay(day)) throw new RangeError(`day must be a real day written YYYY-MM-DD, not ${day}`);
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return londonMidnight(next);
}

/** Midnight in London of the day whose midnight in UTC is given. */
function londonMidnight(utcMidnight: Date): Date {
  const parts = new Map(dayParts.formatToParts(utcMidnight).map((part) => [part.type, part.value]));
  const hoursAhead = Number(parts.get('hour'));
  return new Date(utcMidnight.getTime() - hoursAhead * 60 * 60 * 1000);
}
