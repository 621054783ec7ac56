import { describe, expect, it } from '@jest/globals';
import { four as grades } from './framework.fixture.js';
import { gradeNumber, outcomeOfNumber } from './audit-result.js';

describe('grades as numbers', () => {
  it('count from the lowest grade upward', () => {
    const keys = ['inadequate', 'requires-improvement', 'good', 'outstanding'];
    expect(keys.map((key) => gradeNumber(key, grades))).toEqual([1, 2, 3, 4]);
  });

  it('say apart what does not apply, what cannot be told and what was not scored', () => {
    expect(['not-applicable', 'cannot-tell', null].map((one) => gradeNumber(one, grades))).toEqual([
      0,
      -1,
      null,
    ]);
  });

  it('lead back to the outcome', () => {
    for (const outcome of ['good', 'inadequate', 'not-applicable', 'cannot-tell', null]) {
      expect(outcomeOfNumber(gradeNumber(outcome, grades), grades)).toBe(outcome);
    }
    expect(() => outcomeOfNumber(5, grades)).toThrow('5 is no grade of the scale');
  });
});
