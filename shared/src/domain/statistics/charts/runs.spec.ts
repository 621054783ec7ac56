import { describe, expect, it } from '@jest/globals';

import { runsAnalysis } from './runs.js';

const alternating = (length: number) => Array.from({ length }, (_, index) => (index % 2) * 2 - 1);

describe('the Anhøj rules', () => {
  it.each([
    [10, 6, 2],
    [12, 7, 3],
    [16, 7, 4],
    [20, 7, 6],
    [24, 8, 8],
    [30, 8, 10],
    [36, 8, 13],
    [50, 9, 19],
    [100, 10, 41],
  ])('allow for %d values a run of %d and need %d crossings', (useful, allowed, needed) => {
    expect(runsAnalysis(alternating(useful), 0)).toMatchObject({
      useful,
      longestRun: 1,
      longestRunAllowed: allowed,
      crossings: useful - 1,
      crossingsNeeded: needed,
      signal: false,
    });
  });

  it('signal a run of nine in twenty with too few crossings', () => {
    const values = [5, 7, 4, 6, 3, 5, 6, 4, 9, 10, 11, 9, 10, 12, 9, 11, 10, 4, 6, 5];
    expect(runsAnalysis(values, 6.5)).toMatchObject({
      longestRun: 9,
      longestRunAllowed: 7,
      crossings: 4,
      crossingsNeeded: 6,
      signal: true,
    });
  });

  it('leave out values on the line and missing ones, which join the runs around them', () => {
    const values = [1, 0, 1, null, 1, -1, 0, 1];
    expect(runsAnalysis(values, 0)).toMatchObject({
      observations: 8,
      useful: 5,
      isShort: true,
      longestRun: 3,
      crossings: 2,
    });
  });

  it('need no crossing of a single value', () => {
    expect(runsAnalysis([1], 0)).toMatchObject({
      longestRun: 1,
      longestRunAllowed: 3,
      crossingsNeeded: 0,
      signal: false,
    });
  });

  it.each([
    ['every value lies on the line', [5, 5, 5], 5],
    ['there are no values', [], 5],
    ['there is no centre', [1, 2], null],
  ])('cannot judge where %s', (_, values, centre) => {
    expect(runsAnalysis(values, centre)).toEqual({
      outcome: 'cannotBeJudged',
      reason: 'nothingOffTheCentre',
      observations: values.length,
      useful: 0,
    });
  });
});
