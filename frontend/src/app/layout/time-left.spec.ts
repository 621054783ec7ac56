import { describe, expect, it } from '@jest/globals';
import { timeLeftInWords } from './time-left';

describe('The time left before signing out', () => {
  it.each([
    [120, 'less than 2 minutes'],
    [61, 'less than 2 minutes'],
    [60, 'less than 1 minute'],
    [40, 'less than 40 seconds'],
    [1, 'less than 20 seconds'],
  ])('with %i seconds left reads "%s"', (seconds, words) => {
    expect(timeLeftInWords(seconds)).toBe(words);
  });

  it('changes its words four times in two minutes, so that it is not read out all the time', () => {
    const words = Array.from({ length: 120 }, (_, index) => timeLeftInWords(120 - index));
    expect(new Set(words).size).toBe(4);
  });
});
