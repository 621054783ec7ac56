import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  boundsOfQuarter,
  daysOfQuarter,
  isQuarterKey,
  quarterAfter,
  quarterInWords,
  quarterOfDay,
  yearOf,
} from './quarters.js';

describe('a quarter of the financial year', () => {
  it.each([
    ['2026-04-01', '2026-27-Q1', 'Apr to Jun 2026 (Q1 2026-27)'],
    ['2026-06-30', '2026-27-Q1', 'Apr to Jun 2026 (Q1 2026-27)'],
    ['2026-09-30', '2026-27-Q2', 'Jul to Sep 2026 (Q2 2026-27)'],
    ['2026-12-31', '2026-27-Q3', 'Oct to Dec 2026 (Q3 2026-27)'],
    ['2027-01-01', '2026-27-Q4', 'Jan to Mar 2027 (Q4 2026-27)'],
    ['2027-03-31', '2026-27-Q4', 'Jan to Mar 2027 (Q4 2026-27)'],
    ['2100-02-01', '2099-00-Q4', 'Jan to Mar 2100 (Q4 2099-00)'],
  ])('of %s is %s, read as %s', (day, key, words) => {
    expect(quarterOfDay(day)).toBe(key);
    expect(quarterInWords(key)).toBe(words);
    expect(isQuarterKey(key)).toBe(true);
  });

  it('begins and ends at midnight in London, in summer and in winter', () => {
    expect(boundsOfQuarter('2026-27-Q2')).toEqual({
      from: new Date('2026-06-30T23:00:00Z'),
      before: new Date('2026-09-30T23:00:00Z'),
    });
    expect(boundsOfQuarter('2026-27-Q4')).toEqual({
      from: new Date('2027-01-01T00:00:00Z'),
      before: new Date('2027-03-31T23:00:00Z'),
    });
  });

  it('belongs to the year that began in April', () => {
    expect(yearOf('2026-27-Q4')).toBe('2026-27');
    expect(daysOfQuarter('2026-27-Q4')).toEqual({ from: '2027-01-01', to: '2027-03-31' });
  });

  it.each(['2026-28-Q2', '2026-27-Q5', '2026-27-q2', '2026-27', ' 2026-27-Q2', '2026-27-Q2\n'])(
    'is not written "%s"',
    (text) => {
      expect(isQuarterKey(text)).toBe(false);
      expect(() => quarterInWords(text)).toThrow(RangeError);
    },
  );

  it('holds its own first and last day, and the next begins where it ends', () => {
    const keys = fc
      .integer({ min: -400, max: 400 })
      .map((step) => quarterAfter('2026-27-Q2', step));
    fc.assert(
      fc.property(keys, (key) => {
        const { from, to } = daysOfQuarter(key);
        expect([quarterOfDay(from), quarterOfDay(to)]).toEqual([key, key]);
        expect(boundsOfQuarter(quarterAfter(key, 1)).from).toEqual(boundsOfQuarter(key).before);
        expect(quarterAfter(quarterAfter(key, 7), -7)).toBe(key);
      }),
      { seed: 20261122 },
    );
  });
});
