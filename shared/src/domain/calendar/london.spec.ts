import { describe, expect, it } from '@jest/globals';
import {
  clockInWords,
  dayInWords,
  endOfLondonDay,
  instantInWords,
  isDay,
  startOfLondonDay,
} from './london.js';

const inWords = (instant: string): string => instantInWords(new Date(instant));

describe('the time in London', () => {
  /** Edges of quarters and changes of the clocks, worked out with the time zone database. */
  it.each([
    ['2026-03-29T00:59:00Z', '29 March 2026 at 00:59'],
    ['2026-03-29T01:00:00Z', '29 March 2026 at 02:00'],
    ['2026-03-31T22:59:00Z', '31 March 2026 at 23:59'],
    ['2026-03-31T23:00:00Z', '1 April 2026 at 00:00'],
    ['2026-06-30T23:00:00Z', '1 July 2026 at 00:00'],
    ['2026-09-30T23:00:00Z', '1 October 2026 at 00:00'],
    ['2026-10-25T00:30:00Z', '25 October 2026 at 01:30'],
    ['2026-10-25T01:30:00Z', '25 October 2026 at 01:30'],
    ['2026-12-31T23:30:00Z', '31 December 2026 at 23:30'],
    ['2028-02-29T12:05:00Z', '29 February 2028 at 12:05'],
  ])('at %s is %s', (instant, words) => {
    expect(inWords(instant)).toBe(words);
  });

  it('is told as a day and as a clock apart', () => {
    const instant = new Date('2026-11-03T14:32:10Z');
    expect([dayInWords(instant), clockInWords(instant)]).toEqual(['3 November 2026', '14:32']);
  });
});

describe('a day', () => {
  it.each(['2026-02-28', '2028-02-29', '0001-01-01', '9999-12-31'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '2026-1-1',
    '',
    ' 2026-01-01',
    '2026-01-01T00:00',
  ])('is not "%s"', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => startOfLondonDay(text)).toThrow(RangeError);
    expect(() => endOfLondonDay(text)).toThrow(RangeError);
  });

  it.each([
    ['2026-01-15', '2026-01-15T00:00:00.000Z', 24],
    ['2026-03-29', '2026-03-29T00:00:00.000Z', 23],
    ['2026-03-30', '2026-03-29T23:00:00.000Z', 24],
    ['2026-04-01', '2026-03-31T23:00:00.000Z', 24],
    ['2026-07-01', '2026-06-30T23:00:00.000Z', 24],
    ['2026-10-25', '2026-10-24T23:00:00.000Z', 25],
    ['2026-10-26', '2026-10-26T00:00:00.000Z', 24],
    ['2026-12-31', '2026-12-31T00:00:00.000Z', 24],
  ])('in London, %s, begins at %s and has %i hours', (day, start, hours) => {
    expect(startOfLondonDay(day).toISOString()).toBe(start);
    const length = endOfLondonDay(day).getTime() - startOfLondonDay(day).getTime();
    expect(length / 3_600_000).toBe(hours);
  });

  it('ends where the next begins, all through the year', () => {
    const noon = Date.parse('2026-01-01T12:00:00Z');
    const days = Array.from({ length: 366 }, (_, index) =>
      new Date(noon + index * 86_400_000).toISOString().slice(0, 10),
    );
    for (const [index, day] of days.slice(0, -1).entries())
      expect(endOfLondonDay(day)).toEqual(startOfLondonDay(days[index + 1] ?? ''));
  });

  it('that is the last there is still ends', () => {
    expect(endOfLondonDay('9999-12-31').getTime()).toBe(Date.parse('+010000-01-01T00:00:00Z'));
  });
});
