import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hypergeometricChance, sum } from '../numbers/index.js';
import { clopperPearsonInterval, hypergeometricInterval } from './index.js';

const counts = (...args: Parameters<typeof hypergeometricInterval>) =>
  hypergeometricInterval(...args).count;

/** The definition itself, number by number. */
function byTrying(successes: number, n: number, populationSize: number, confidence: number) {
  const tail = ((1 - confidence) / 2) * (1 + 1e-9);
  const chance = (marked: number, from: number, to: number) =>
    sum(
      Array.from({ length: to - from + 1 }, (_, index) =>
        hypergeometricChance(from + index, populationSize, marked, n),
      ),
    );
  const possible = Array.from({ length: populationSize + 1 }, (_, marked) => marked).filter(
    (marked) => chance(marked, successes, n) > tail && chance(marked, 0, successes) > tail,
  );
  return { lower: possible.at(0), upper: possible.at(-1) };
}

describe('the exact interval for a finite population', () => {
  it('holds the numbers of successes that the sample does not contradict', () => {
    expect(counts(3, 20, 120)).toEqual({ lower: 5, upper: 43 });
    expect(counts(0, 15, 90)).toEqual({ lower: 0, upper: 18 });
    expect(counts(40, 50, 412)).toEqual({ lower: 277, upper: 368 });
    expect(counts(12, 12, 30)).toEqual({ lower: 24, upper: 30 });
    expect(hypergeometricInterval(12, 12, 30).share).toEqual({ lower: 0.8, upper: 1 });
  });

  it('is a single number when everything was reviewed', () => {
    expect(counts(7, 12, 12)).toEqual({ lower: 7, upper: 7 });
    expect(counts(0, 1, 1)).toEqual({ lower: 0, upper: 0 });
  });

  it('leaves one unit undecided when all but one were reviewed', () => {
    expect(counts(4, 11, 12)).toEqual({ lower: 4, upper: 5 });
  });

  it('counts a chance of exactly the tail as contradicted', () => {
    // One drawn of 40 and found: with one success in the population that has the chance 1/40.
    expect(counts(1, 1, 40).lower).toBe(2);
    expect(counts(1, 1, 41).lower).toBe(2);
    expect(counts(1, 1, 39).lower).toBe(1);
  });

  it('copes with samples whose chances are too small for a number', () => {
    const { lower, upper } = counts(1500, 3000, 20000);
    expect(lower).toBeGreaterThan(9600);
    expect(upper).toBe(20000 - lower);
  });

  it('is what trying every number gives', () => {
    const sample = fc
      .record({ n: fc.integer({ min: 1, max: 25 }), unseen: fc.integer({ min: 0, max: 40 }) })
      .chain(({ n, unseen }) =>
        fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n), fc.constant(n + unseen)),
      );
    fc.assert(
      fc.property(sample, fc.constantFrom(0.9, 0.95, 0.99), ([x, n, size], confidence) => {
        expect(counts(x, n, size, confidence)).toEqual(byTrying(x, n, size, confidence));
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  it('is never wider than the interval for an endless population, by more than one unit', () => {
    const sample = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), ([n, unseen], part) => {
        const successes = Math.round(part * n);
        const { share } = hypergeometricInterval(successes, n, n + unseen);
        const endless = clopperPearsonInterval(successes, n);
        const unit = 1 / (n + unseen);
        expect(share.lower).toBeGreaterThanOrEqual(endless.lower - unit);
        expect(share.upper).toBeLessThanOrEqual(endless.upper + unit);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });

  it('refuses a sample larger than its population', () => {
    expect(() => counts(1, 5, 4)).toThrow('n must not be more than populationSize');
    expect(() => counts(6, 5, 9)).toThrow('successes must not be more than n');
    expect(() => counts(1, 5, 9.5)).toThrow('populationSize must be a whole number, 1 or more');
  });
});
