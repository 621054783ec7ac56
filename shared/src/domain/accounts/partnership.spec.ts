import { describe, expect, it } from '@jest/globals';
import { colourPattern, contrastMin, contrastWithWhite } from './partnership.js';

describe('the contrast of a colour with white text', () => {
  /** Published ratios (WebAIM contrast checker). */
  it.each([
    ['#ffffff', 1],
    ['#000000', 21],
    ['#767676', 4.54],
    ['#777777', 4.48],
    ['#ff0000', 4],
    ['#0000ff', 8.59],
    ['#008000', 5.14],
    ['#1d70b8', 5.17],
    ['#12436d', 10.25],
    ['#28a197', 3.17],
  ])('is that of %s: %f to 1', (colour, ratio) => {
    expect(contrastWithWhite(colour)).toBeCloseTo(ratio, 2);
  });

  it('does not depend on how the digits are written', () => {
    expect(contrastWithWhite('#12304A')).toBe(contrastWithWhite('#12304a'));
  });

  it('must be 4.5 at least (WCAG 1.4.3), which #767676 just is', () => {
    expect(contrastWithWhite('#767676')).toBeGreaterThanOrEqual(contrastMin);
    expect(contrastWithWhite('#777777')).toBeLessThan(contrastMin);
  });

  it.each(['12304a', '#12304', '#12304a0', '#12304g', 'navy', '#12304a\n', ''])(
    'cannot be told of "%s", which is no colour',
    (text) => {
      expect(colourPattern.test(text)).toBe(false);
      expect(() => contrastWithWhite(text)).toThrow(RangeError);
    },
  );
});
