import { describe, expect, it } from '@jest/globals';
import { calendarDayInWords, londonDayOf, readDay } from './days.js';
import { schoolYearOf, septembersBetween } from './school-year.js';

describe('the day in London', () => {
  it.each([
    ['2026-03-31T22:59:59Z', '2026-03-31'],
    ['2026-03-31T23:00:00Z', '2026-04-01'],
    ['2026-10-25T23:30:00Z', '2026-10-25'],
    ['2026-12-31T23:59:59Z', '2026-12-31'],
    ['0987-06-05T12:00:00Z', '0987-06-05'],
  ])('at %s is %s', (instant, day) => {
    expect(londonDayOf(new Date(instant))).toBe(day);
  });

  it('is told in words without an instant', () => {
    expect(calendarDayInWords('2026-07-01')).toBe('1 July 2026');
    expect(() => calendarDayInWords('2026-02-30')).toThrow(RangeError);
  });
});

describe('a day as people write it', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['29/02/2024', '2024-02-29'],
    ['1/9/2025', '2025-09-01'],
    ['12/03/2025', '2025-03-12'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each(['31/02/2025', '2025-02-30', '03/13/2025', '1/2/25', '2025/01/02', '20250102', ' ', ''])(
    '"%s" is none',
    (text) => {
      expect(readDay(text)).toBeNull();
    },
  );
});

describe('the school year', () => {
  it.each([
    ['2026-08-31', 2025],
    ['2026-09-01', 2026],
    ['2026-12-31', 2026],
    ['2027-01-01', 2026],
  ])('of %s began in %i', (day, year) => {
    expect(schoolYearOf(day)).toBe(year);
  });

  it.each([
    ['2026-08-31', '2026-09-01', 1],
    ['2026-09-01', '2027-08-31', 0],
    ['2026-09-01', '2026-09-01', 0],
    ['2024-01-10', '2026-11-03', 3],
    ['2026-11-03', '2024-01-10', -3],
  ])('from %s to %s there are %i first days of September', (from, to, count) => {
    expect(septembersBetween(from, to)).toBe(count);
  });

  it('is of a real day', () => {
    expect(() => schoolYearOf('2026-02-30')).toThrow(RangeError);
  });
});
