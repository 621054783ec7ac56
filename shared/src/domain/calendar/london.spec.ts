import { describe, expect, it } from '@jest/globals';
import {
  clockInWords,
  dayInWords,
  endOfLondonDay,
  instantInWords,
  isDay,
  startOfLondonDay,
} from './london.js';

describe('London time', () => {
  // Instants around the clock changes of 2026, computed with the tz database.
  it.each([
    ['2026-03-29T00:59:00Z', '29 March 2026 at 00:59'],
    ['2026-03-29T01:00:00Z', '29 March 2026 at 02:00'],
    ['2026-03-31T23:00:00Z', '1 April 2026 at 00:00'],
    ['2026-06-30T23:00:00Z', '1 July 2026 at 00:00'],
    ['2026-10-25T00:30:00Z', '25 October 2026 at 01:30'],
    ['2026-10-25T01:30:00Z', '25 October 2026 at 01:30'],
    ['2026-12-31T23:30:00Z', '31 December 2026 at 23:30'],
  ])('of %s is %s', (instant, words) => {
    expect(instantInWords(new Date(instant))).toBe(words);
    expect(words).toBe(`${dayInWords(new Date(instant))} at ${clockInWords(new Date(instant))}`);
  });

  it.each([
    ['2026-01-15', '2026-01-15T00:00:00.000Z'],
    ['2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['2026-03-30', '2026-03-29T23:00:00.000Z'],
    ['2026-07-01', '2026-06-30T23:00:00.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z'],
    ['2026-10-26', '2026-10-26T00:00:00.000Z'],
  ])('begins the day %s at %s', (day, instant) => {
    expect(startOfLondonDay(day).toISOString()).toBe(instant);
  });

  it('gives the day the clocks go forward 23 hours and the day they go back 25', () => {
    const hours = (day: string): number =>
      (endOfLondonDay(day).getTime() - startOfLondonDay(day).getTime()) / 3_600_000;
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-10-26')]).toEqual([23, 25, 24]);
  });

  it.each(['2026-02-30', '2026-13-01', '2025-02-29', '26-01-01', '2026-1-1', ''])(
    'does not take “%s” as a day',
    (day) => {
      expect(isDay(day)).toBe(false);
      expect(() => startOfLondonDay(day)).toThrow('real day');
    },
  );

  it('takes the leap day of 2028', () => {
    expect(isDay('2028-02-29')).toBe(true);
  });
});
