import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  clopperPearsonInterval,
  exactInterval,
  scoreInterval,
  tInterval,
  wilsonInterval,
  xlogitInterval,
} from './index.js';

const anyCount = fc
  .integer({ min: 1, max: 300 })
  .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));

const anyConfidence = fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99, 0.999);

describe('intervals of a share from a simple sample', () => {
  it('of Wilson are those of prop.test without continuity correction', () => {
    const { lower, upper } = wilsonInterval(81, 263);
    expect(lower).toBeCloseTo(0.255288519878274, 12);
    expect(upper).toBeCloseTo(0.3662095769828, 12);
    expect(wilsonInterval(3, 7, 0.99).upper).toBeCloseTo(0.810285095911612, 12);
  });

  it('of Clopper and Pearson are those of binom.test', () => {
    const { lower, upper } = clopperPearsonInterval(45, 60, 0.9);
    expect(lower).toBeCloseTo(0.641460205595187, 12);
    expect(upper).toBeCloseTo(0.839135621747198, 12);
    expect(clopperPearsonInterval(1, 1).lower).toBeCloseTo(0.025, 12);
  });

  it('never say that nothing or everything is certain', () => {
    for (const interval of [wilsonInterval, clopperPearsonInterval]) {
      expect(interval(0, 12).lower).toBe(0);
      expect(interval(0, 12).upper).toBeGreaterThan(0.2);
      expect(interval(12, 12).upper).toBe(1);
      expect(interval(12, 12).lower).toBeLessThan(0.8);
    }
  });

  it('lie within 0 to 1, hold the share and mirror each other', () => {
    fc.assert(
      fc.property(anyCount, anyConfidence, ({ successes, n }, confidence) => {
        for (const interval of [wilsonInterval, clopperPearsonInterval]) {
          const { lower, upper } = interval(successes, n, confidence);
          const mirrored = interval(n - successes, n, confidence);
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(lower).toBeLessThanOrEqual(successes / n);
          expect(upper).toBeGreaterThanOrEqual(successes / n);
          expect(upper).toBeLessThanOrEqual(1);
          expect(mirrored.lower).toBeCloseTo(1 - upper, 9);
        }
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('refuse counts that are none', () => {
    expect(() => wilsonInterval(0, 0)).toThrow('n must be a whole number, 1 or more');
    expect(() => wilsonInterval(2.5, 4)).toThrow('successes must be a whole number, 0 or more');
    expect(() => clopperPearsonInterval(5, 4)).toThrow('successes must not be more than n');
    expect(() => wilsonInterval(1, 4, 95)).toThrow('confidence must lie between 0 and 1');
    expect(() => exactInterval(1.1, 4)).toThrow('share must lie between 0 and 1');
    expect(() => exactInterval(0.5, 0)).toThrow('size must be more than 0');
    expect(() => scoreInterval(0.5, 10, -1)).toThrow('reach must be 0 or more');
  });
});

describe('intervals of an estimate with its error', () => {
  const estimate = { estimate: 0.6, standardError: 0.111145868891228, degreesOfFreedom: 14 };

  it('on the log-odds scale are those of svyciprop', () => {
    const interval = xlogitInterval(estimate);
    expect(interval?.lower).toBeCloseTo(0.357139265480768, 12);
    expect(interval?.upper).toBeCloseTo(0.801982682355124, 12);
  });

  it('of a mean reach t errors to either side', () => {
    const interval = tInterval(estimate);
    expect(interval?.lower).toBeCloseTo(0.361615819985037, 12);
    expect(interval?.upper).toBeCloseTo(0.838384180014963, 12);
  });

  it('do not exist without degrees of freedom', () => {
    expect(tInterval({ ...estimate, degreesOfFreedom: 0 })).toBeNull();
    expect(xlogitInterval({ ...estimate, degreesOfFreedom: 0 })).toBeNull();
  });

  it('on the log-odds scale do not exist at 0% and 100%', () => {
    expect(xlogitInterval({ ...estimate, estimate: 0 })).toBeNull();
    expect(xlogitInterval({ ...estimate, estimate: 1 })).toBeNull();
    expect(() => xlogitInterval({ ...estimate, estimate: 1.2 })).toThrow(
      'estimate must lie between 0 and 1',
    );
  });

  it('on the log-odds scale stay inside 0 to 1 however wide', () => {
    const wide = xlogitInterval({ estimate: 0.5, standardError: 0.5, degreesOfFreedom: 1 }, 0.999);
    expect(wide?.lower).toBeGreaterThanOrEqual(0);
    expect(wide?.upper).toBeLessThanOrEqual(1);
  });
});
