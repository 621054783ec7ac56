import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  sayExpectedPrecision,
  saySizeForChange,
  saySizeForPrecision,
} from './sample-size-sentences.js';
import { expectedPrecision, sizeForChange, sizeForPrecision } from './sample-size.js';

const repeatable = { seed: 20261122, numRuns: 300 };

describe('plans to review for a margin', () => {
  it('are as many as Cochran and PracTools have it', () => {
    const usual = { marginOfError: 0.1, populationSize: 412 };
    expect(sizeForPrecision(usual).raw).toBeCloseTo(78.0358576825398, 9);
    expect(sizeForPrecision(usual).size).toBe(79);
    expect(sizeForPrecision({ marginOfError: 0.05, populationSize: null }).size).toBe(385);
  });

  it('may be one less by the simple formula of samplingbook', () => {
    const simple = { marginOfError: 0.1, populationSize: 412, formula: 'simple' } as const;
    expect(sizeForPrecision(simple).raw).toBeCloseTo(77.8822548169757, 9);
    expect(sizeForPrecision(simple).size).toBe(78);
  });

  it('count the population also where the share is small', () => {
    const rare = { marginOfError: 0.05, anticipatedShare: 0.05, populationSize: 100 };
    // 1.96^2 x 0.0475 = 0.18247; 18.247 / (0.0025 x 99 + 0.18247).
    expect(sizeForPrecision({ ...rare, formula: 'simple' }).size).toBe(43);
    expect(sizeForPrecision(rare).size).toBe(43);
    expect(sizeForPrecision({ ...rare, populationSize: null }).size).toBe(73);
  });

  it('are one of one, and never more than there are', () => {
    expect(sizeForPrecision({ marginOfError: 0.3, populationSize: 1 })).toEqual({
      raw: 1,
      size: 1,
    });
    expect(sizeForPrecision({ marginOfError: 0.0001, populationSize: 30 }).size).toBe(30);
  });

  it('are more when some cannot be graded', () => {
    const usable = { marginOfError: 0.1, populationSize: null, usableShare: 0.8 };
    expect(sizeForPrecision(usable).size).toBe(121); // 96.04 / 0.8
    const all = { marginOfError: 0.01, populationSize: 50, usableShare: 0.5 };
    expect(sizeForPrecision(all).size).toBe(50);
  });

  it('give the margin back that was asked for, and one plan less does not', () => {
    const margins = fc.double({ min: 0.02, max: 0.3, noNaN: true });
    const populations = fc.integer({ min: 2, max: 5000 });
    const standardError = (n: number, population: number) =>
      Math.sqrt((0.25 / n) * ((population - n) / (population - 1)));
    fc.assert(
      fc.property(margins, populations, (marginOfError, populationSize) => {
        const { size } = sizeForPrecision({ marginOfError, populationSize });
        expect(1.959963984540054 * standardError(size, populationSize)).toBeLessThanOrEqual(
          marginOfError * (1 + 1e-9),
        );
        fc.pre(size > 1);
        expect(1.959963984540054 * standardError(size - 1, populationSize)).toBeGreaterThan(
          marginOfError * (1 - 1e-9),
        );
      }),
      repeatable,
    );
  });

  it('are refused for a margin of nothing, for certainty and for nobody', () => {
    const usual = { marginOfError: 0.1, populationSize: 412 };
    const refusal = (change: object) => () => sizeForPrecision({ ...usual, ...change });
    expect(refusal({ marginOfError: 0 })).toThrow('marginOfError must lie between 0 and 1');
    expect(refusal({ marginOfError: 5 })).toThrow('marginOfError must lie between 0 and 1');
    expect(refusal({ anticipatedShare: 0 })).toThrow('anticipatedShare must lie between 0 and 1');
    expect(refusal({ confidence: 95 })).toThrow('confidence must lie between 0 and 1');
    expect(refusal({ populationSize: 0 })).toThrow('populationSize must be a whole number, 1 or');
    expect(refusal({ usableShare: 0 })).toThrow('usableShare must be more than 0 and at most 1');
  });
});

describe('plans to review to see a change', () => {
  it('are those of the usual table: 28, 20 and 14 points from 50, 100 and 200 plans', () => {
    const sizes = [0.2802, 0.1982, 0.1401].map(
      (change) => sizeForChange({ change, populationSize: null }).size,
    );
    expect(sizes).toEqual([50, 100, 200]);
  });

  it('are fewer out of few, and more for greater certainty', () => {
    const usual = { change: 0.2, populationSize: 1500 };
    expect(sizeForChange(usual).size).toBe(93);
    expect(sizeForChange({ ...usual, power: 0.9 }).size).toBeGreaterThan(93);
    expect(sizeForChange({ ...usual, confidence: 0.99 }).size).toBeGreaterThan(93);
    expect(sizeForChange({ ...usual, populationSize: 40 }).size).toBeLessThanOrEqual(40);
  });

  it('are refused for a change that cannot happen or a chance worse than a coin', () => {
    expect(() => sizeForChange({ change: 0.6, populationSize: null })).toThrow(
      'change must be at most 0.5, as far as the share can move',
    );
    expect(() => sizeForChange({ change: 0.2, populationSize: null, power: 0.4 })).toThrow(
      'power must be 0.5 or more and below 1, such as 0.8',
    );
  });
});

describe('the precision to expect', () => {
  it('is the half width of the Wilson interval where there is no end of plans', () => {
    // 5 of 10: 0.236593090512564 to 0.763406909487436 (prop.test).
    const { interval, halfWidth } = expectedPrecision(10, { populationSize: null });
    expect(interval.lower).toBeCloseTo(0.236593090512564, 12);
    expect(interval.upper).toBeCloseTo(0.763406909487436, 12);
    expect(halfWidth).toBeCloseTo(0.263406909487436, 12);
  });

  it('is exact when all plans are reviewed', () => {
    expect(expectedPrecision(30, { populationSize: 30, anticipatedShare: 0.6 })).toEqual({
      halfWidth: 0,
      interval: { lower: 0.6, upper: 0.6 },
    });
    expect(expectedPrecision(1, { populationSize: 1 }).halfWidth).toBe(0);
  });

  it('gets better with every plan and stays between 0 and 1', () => {
    const shares = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 99 }), (anticipatedShare, size) => {
        const assumptions = { anticipatedShare, populationSize: 100 };
        const fewer = expectedPrecision(size, assumptions);
        const more = expectedPrecision(size + 1, assumptions);
        expect(more.halfWidth).toBeLessThan(fewer.halfWidth);
        expect(fewer.interval.lower).toBeGreaterThanOrEqual(0);
        expect(fewer.interval.upper).toBeLessThanOrEqual(1);
      }),
      repeatable,
    );
  });

  it('is refused for more plans than there are', () => {
    expect(() => expectedPrecision(31, { populationSize: 30 })).toThrow(
      'size must not be more than the population',
    );
    expect(() => expectedPrecision(0, { populationSize: null })).toThrow('size must be a whole');
  });
});

describe('what the lead reads', () => {
  it('says what a sample will show', () => {
    expect(sayExpectedPrecision(30, { populationSize: 1500 })).toBe(
      '30 of 1,500 plans give a share of all plans to within about ±17 points (95% confidence).',
    );
    expect(sayExpectedPrecision(24, { populationSize: null, confidence: 0.9 })).toBe(
      '24 plans give a share of all plans to within about ±16 points (90% confidence).',
    );
    expect(sayExpectedPrecision(30, { populationSize: 30 })).toBe(
      '30 of 30 plans is all of them: the share is known without sampling error.',
    );
  });

  it('says how many plans a margin takes', () => {
    expect(saySizeForPrecision({ marginOfError: 0.1, populationSize: 412 })).toBe(
      'To know a share to within ±10 points (95% confidence), review 79 of 412 plans.',
    );
    expect(saySizeForPrecision({ marginOfError: 0.01, populationSize: 1234567 })).toBe(
      'To know a share to within ±1 point (95% confidence), review 9,530 of 1,234,567 plans.',
    );
    expect(saySizeForPrecision({ marginOfError: 0.004, populationSize: null })).toContain(
      '±0.4 points',
    );
  });

  it('says how many plans a change takes', () => {
    expect(saySizeForChange({ change: 0.2, populationSize: 1500 })).toBe(
      'To see a change of 20 points between two periods with a chance of 80%, ' +
        'review 93 of 1,500 plans in each.',
    );
  });
});
