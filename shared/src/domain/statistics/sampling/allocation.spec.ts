import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { allocateSample, leastSampleSize, type StratumSize } from './allocation.js';

const repeatable = { seed: 20261122, numRuns: 300 };
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const plans = (...populations: number[]) =>
  populations.map((populationSize) => ({ populationSize }));
const proportional = { method: 'proportional', minimum: 0 } as const;
const neyman = { method: 'neyman', minimum: 0 } as const;

describe('allocating a sample', () => {
  it('goes by plans', () => {
    const ages = plans(64, 410, 520, 230, 75);
    expect(allocateSample(60, ages, proportional).sizes).toEqual([3, 19, 24, 11, 3]);
  });

  it('goes by plans and spread as Neyman has it', () => {
    const strata = [
      { populationSize: 180, standardDeviation: 0.5 },
      { populationSize: 90, standardDeviation: 0.48 },
      { populationSize: 60, standardDeviation: 0.3 },
    ];
    expect(allocateSample(50, strata, neyman).sizes).toEqual([30, 14, 6]);
  });

  it('gives every stratum two plans unless told otherwise, so that an error can be computed', () => {
    const allocation = allocateSample(24, plans(300, 190, 10), { method: 'proportional' });
    expect(allocation.sizes).toEqual([13, 9, 2]);
    expect(allocation.bounds).toEqual([null, null, 'minimum']);
  });

  it('takes a stratum whole that is smaller than the minimum', () => {
    const allocation = allocateSample(24, plans(300, 199, 1, 0), { method: 'proportional' });
    expect(allocation).toMatchObject({ sizes: [14, 9, 1, 0], bounds: [null, null, 'all', null] });
  });

  it('raises a second stratum when the first raise leaves it too little', () => {
    // 12 x 17/100 = 2.04; after 2 of 12 went to the first, 10 x 17/99 = 1.7.
    const allocation = allocateSample(12, plans(1, 17, 82), { method: 'proportional', minimum: 2 });
    expect(allocation.sizes).toEqual([1, 2, 9]);
    const two = allocateSample(12, plans(3, 17, 80), { method: 'proportional', minimum: 2 });
    expect(two).toMatchObject({ sizes: [2, 2, 8], bounds: ['minimum', 'minimum', null] });
  });

  it('takes all of a stratum that Neyman asks for more and shares the rest anew', () => {
    const strata = [
      { populationSize: 5, standardDeviation: 8 },
      { populationSize: 200, standardDeviation: 0.5 },
      { populationSize: 100, standardDeviation: 0.5 },
    ];
    const allocation = allocateSample(30, strata, neyman);
    expect(allocation).toMatchObject({ sizes: [5, 17, 8], bounds: ['all', null, null] });
    expect(allocation.shares[1]).toBeCloseTo(50 / 3, 12);
  });

  it('gives no raise that is no longer needed once others have given all', () => {
    // At first the third is asked for 1 and raised; the first can give only 4 of 24, so the third
    // gets 4.3 by its own weight.
    const strata = [
      { populationSize: 4, standardDeviation: 100 },
      { populationSize: 100, standardDeviation: 0.5 },
      { populationSize: 30, standardDeviation: 0.5 },
    ];
    const allocation = allocateSample(24, strata, { method: 'neyman', minimum: 3 });
    expect(allocation).toMatchObject({ sizes: [4, 15, 5], bounds: ['all', null, null] });
  });

  it('takes all plans when as many are wanted as there are, or more', () => {
    for (const size of [15, 16, 400]) {
      const allocation = allocateSample(size, plans(10, 5, 0), { method: 'proportional' });
      expect(allocation.sizes).toEqual([10, 5, 0]);
      expect(allocation.bounds).toEqual(['all', 'all', 'all']);
    }
    expect(allocateSample(0, [], { method: 'proportional' }).sizes).toEqual([]);
  });

  it('goes by plans where no stratum has any spread', () => {
    const flat = plans(30, 10).map((stratum) => ({ ...stratum, standardDeviation: 0 }));
    expect(allocateSample(8, flat, neyman).sizes).toEqual([6, 2]);
    const oneSpread = [{ populationSize: 2, standardDeviation: 1 }, ...flat];
    expect(allocateSample(10, oneSpread, neyman).sizes).toEqual([2, 6, 2]);
  });

  it('says when the order of the list decided who gets the last plan', () => {
    expect(allocateSample(10, plans(50, 50, 50, 50), proportional).tieAtCut).toBe(true);
    expect(allocateSample(10, plans(50, 50), proportional).tieAtCut).toBe(false);
  });

  it('tells one and the same description given for two strata apart', () => {
    const alike: StratumSize = { populationSize: 3 };
    expect(allocateSample(5, [alike, alike], proportional).sizes).toEqual([3, 2]);
  });

  it('refuses a sample that cannot hold the minimum, and says how many it takes', () => {
    expect(leastSampleSize(plans(300, 190, 1))).toBe(5);
    expect(() => allocateSample(4, plans(300, 190, 1), { method: 'proportional' })).toThrow(
      'size must be at least 5 to give every stratum its minimum',
    );
  });

  it('refuses Neyman without spreads, and populations that are no counts', () => {
    expect(() => allocateSample(4, [{ populationSize: 9 }], neyman)).toThrow(
      'strata[0][standardDeviation] must be a finite number, 0 or more',
    );
    expect(() => allocateSample(4, plans(9, -1), proportional)).toThrow(
      'strata[1][populationSize] must be a whole number, 0 or more',
    );
  });

  it('adds up and keeps to minimum and population, whatever is asked', () => {
    const strata = fc.array(
      fc.record({
        populationSize: fc.nat(60),
        standardDeviation: fc.constantFrom(0, 0.1, 0.3, 0.5, 4),
      }),
      { maxLength: 8 },
    );
    const method = fc.constantFrom('proportional' as const, 'neyman' as const);
    fc.assert(
      fc.property(strata, fc.nat(300), fc.nat(4), method, (list, extra, minimum, by) => {
        const size = leastSampleSize(list, minimum) + extra;
        const { sizes, bounds, shares } = allocateSample(size, list, { method: by, minimum });
        const populations = list.map(({ populationSize }) => populationSize);
        expect(total(sizes)).toBe(Math.min(size, total(populations)));
        sizes.forEach((drawn, index) => {
          const most = populations[index] ?? 0;
          expect(drawn).toBeLessThanOrEqual(most);
          expect(drawn).toBeGreaterThanOrEqual(Math.min(minimum, most));
          if (bounds[index] === 'all') expect(drawn).toBe(most);
          expect(Math.abs(drawn - (shares[index] ?? 0))).toBeLessThan(1);
        });
      }),
      repeatable,
    );
  });

  it('is proportional to within one plan where no bound is met', () => {
    const populations = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(populations, fc.nat(200), (list, wanted) => {
        const size = Math.min(wanted, total(list));
        allocateSample(size, plans(...list), proportional).sizes.forEach((drawn, index) => {
          const share = (size * (list[index] ?? 0)) / total(list);
          expect(Math.abs(drawn - share)).toBeLessThan(1);
        });
      }),
      repeatable,
    );
  });
});
