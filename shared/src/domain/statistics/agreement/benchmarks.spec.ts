import { describe, expect, it } from '@jest/globals';

import { alphaReading, benchmark, benchmarkScales } from './benchmarks.js';

describe('Gwet’s benchmarks', () => {
  it('a wide error means a modest word, although the value lies in a better band', () => {
    const { reached, nominal, bands } = benchmark('landis-koch', 0.67, 0.15);
    expect(nominal?.label).toBe('Substantial');
    expect(reached).toEqual({ label: 'Moderate', lower: 0.4, upper: 0.6 });
    expect(bands[2]?.cumulativeProbability).toBeCloseTo(0.96356308211166, 12);
  });

  it('less certainty is enough for a better word', () => {
    expect(benchmark('landis-koch', 0.67, 0.15, 0.6).reached?.label).toBe('Substantial');
  });

  it.each(['landis-koch', 'altman', 'fleiss'] as const)(
    '%s covers everything from -1 to 1',
    (scale) => {
      const bands = benchmarkScales[scale];
      expect(bands[0]?.upper).toBe(1);
      expect(bands.at(-1)?.lower).toBe(-1);
      bands.slice(1).forEach((band, index) => expect(band.upper).toBe(bands[index]?.lower));
      expect(benchmark(scale, 0.3, 0.4).bands.at(-1)?.cumulativeProbability).toBeCloseTo(1, 12);
    },
  );

  it('perfect agreement has no error and no benchmark', () => {
    const { reached, nominal, bands } = benchmark('altman', 1, 0);
    expect(reached).toBeNull();
    expect(nominal?.label).toBe('Very Good');
    expect(bands.every((band) => band.cumulativeProbability === null)).toBe(true);
  });

  it('an error of 0 inside a band leaves no doubt about the band', () => {
    expect(benchmark('fleiss', 0.5, 0).reached?.label).toBe('Intermediate to Good');
  });

  it('a coefficient below -1 lies in no band', () => {
    expect(benchmark('fleiss', -1.2, 0.1).nominal).toBeNull();
  });

  it.each([
    ['value[0] must be a finite number', Number.NaN, 0.1, 0.95],
    ['standardError must be a finite number, 0 or more', 0.5, -0.1, 0.95],
    ['standardError must be a finite number, 0 or more', 0.5, Number.NaN, 0.95],
    ['certainty must lie between 0 and 1', 0.5, 0.1, 95],
  ])('refuses: %s (%d, %d, %d)', (message, value, error, certainty) => {
    expect(() => benchmark('altman', value, error, certainty)).toThrow(message);
  });
});

describe('Krippendorff’s rule for alpha', () => {
  it.each([
    [1, 'firm'],
    [0.8, 'firm'],
    [0.7999, 'tentative'],
    [0.667, 'tentative'],
    [0.66, 'unreliable'],
    [-0.2, 'unreliable'],
  ])('%d is %s', (alpha, reading) => {
    expect(alphaReading(alpha)).toBe(reading);
  });

  it('refuses what alpha cannot be', () => {
    expect(() => alphaReading(1.1)).toThrow('alpha must be at most 1');
    expect(() => alphaReading(Number.NaN)).toThrow('alpha must be at most 1');
  });
});
