import { describe, expect, it } from '@jest/globals';
import { triggerInWords } from './moderation-words.js';

describe('a reason to moderate in words', () => {
  it('counts the criteria it is about', () => {
    const apart = (criteria: string[]) => triggerInWords({ reason: 'grades-far-apart', criteria });
    expect(apart(['heard'])).toBe('Grades two or more apart on 1 criterion');
    expect(apart(['heard', 'smart', 'steps'])).toBe('Grades two or more apart on 3 criteria');
    const lowest = (criteria: string[]) =>
      triggerInWords({ reason: 'critical-at-lowest', criteria });
    expect(lowest(['heard'])).toBe('A critical criterion at the lowest grade');
    expect(lowest(['heard', 'smart'])).toBe('2 critical criteria at the lowest grade');
  });

  it('says the score and the edge as they are printed', () => {
    expect(triggerInWords({ reason: 'near-band-edge', score: 2.7, edge: 2.75 })).toBe(
      'Overall 2.70, within 0.10 of a band’s edge at 2.75',
    );
    expect(triggerInWords({ reason: 'random-tenth' })).toMatch(/chance/);
  });
});
