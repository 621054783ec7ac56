import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalCdf, normalQuantile } from './distributions.js';
import { requireConfidence, requireCounts, requireFinite } from './invalid-input.js';
import { mean, median, sideOf, sum, variance } from './sums.js';

const repeatable = { seed: 20261122, numRuns: 300 };

describe('a sum', () => {
  it('keeps what rounding loses', () => {
    const sixteenTenths = Array.from({ length: 16 }, () => 0.1);
    expect(sum(sixteenTenths)).toBe(1.6);
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum([])).toBe(0);
  });

  it('does not depend on the order of whole numbers', () => {
    const wholeNumbers = fc.array(fc.integer());
    fc.assert(
      fc.property(wholeNumbers, (values) => {
        expect(sum(values)).toBe(sum(values.toReversed()));
      }),
      repeatable,
    );
  });
});

describe('a variance', () => {
  it('does not suffer from values that are large and close together', () => {
    const far = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16];
    expect(variance(far)).toBe(30);
    expect(variance([4, 7, 13, 16])).toBe(30);
  });

  it('is 0 for values that are all the same, whatever they are', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), (value) => {
        expect(variance([value, value, value])).toBe(0);
      }),
      repeatable,
    );
  });

  it('cannot be had from one value', () => {
    expect(() => variance([3])).toThrow('values must hold at least two numbers');
  });
});

describe('a mean and a median', () => {
  it('are those of the values in any order', () => {
    expect(mean([9, 1, 2])).toBe(4);
    expect(median([9, 1, 2])).toBe(2);
    expect(median([9, 1, 4, 2])).toBe(3);
  });

  it('name the value they cannot use', () => {
    expect(() => mean([1, Number.NaN])).toThrow('values[1] must be a finite number');
    expect(() => median([])).toThrow('values must hold at least one number');
  });
});

describe('the side of a line', () => {
  it('is none where only rounding tells two numbers apart', () => {
    expect(sideOf(0.1 + 0.2, 0.3)).toBe(0);
    expect(sideOf(0.3001, 0.3)).toBe(1);
    expect(sideOf(-0.3001, -0.3)).toBe(-1);
    expect(sideOf(0, 0)).toBe(0);
  });
});

describe('the normal distribution', () => {
  it('keeps its digits far out in the lower tail (values of R 4.2.2)', () => {
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.36134090240406, 12);
    expect(normalQuantile(1e-100)).toBeCloseTo(-21.2734535609653, 12);
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('returns from a chance to the value and back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: 1e-12, max: 1 - 1e-12 }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-13);
      }),
      repeatable,
    );
  });
});

describe('input that cannot be used', () => {
  it('is refused by argument, index and rule', () => {
    expect(() => requireFinite('rates', [0.1, Infinity])).toThrow(
      'rates[1] must be a finite number',
    );
    expect(() => requireCounts('n', [4, -1])).toThrow('n[1] must be a whole number, 0 or more');
    expect(() => requireConfidence(95)).toThrow(
      'confidence must lie between 0 and 1, such as 0.95',
    );
  });
});
