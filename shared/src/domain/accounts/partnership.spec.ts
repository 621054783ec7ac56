import { describe, expect, it } from '@jest/globals';
import { contrastMin, contrastWithWhite } from './partnership.js';

describe('contrast with white', () => {
  // Black, white and the lightest grey that passes 4.5 are the worked values of the WCAG 2.2 tools.
  it.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#767676', 4.54],
    ['#12436D', 10.25],
    ['#28A197', 3.17],
  ])('of %s is %f to 1', (colour, ratio) => {
    expect(contrastWithWhite(colour)).toBeCloseTo(ratio, 1);
  });

  it('passes the lightest grey that may carry white text and refuses the next', () => {
    expect(contrastWithWhite('#767676')).toBeGreaterThanOrEqual(contrastMin);
    expect(contrastWithWhite('#777777')).toBeLessThan(contrastMin);
  });

  it.each(['red', '#fff', '12304a', '#12304g'])('refuses %s, naming the rule', (colour) => {
    expect(() => contrastWithWhite(colour)).toThrow('six hexadecimal digits');
  });
});
