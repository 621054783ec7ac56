import { describe, expect, it } from '@jest/globals';
import { estimateRatio, estimateShare, type CountedPart, type RatioStratum } from './index.js';

const part = (numerator: number, denominator: number): CountedPart => ({ numerator, denominator });

const two: RatioStratum[] = [
  { id: 'primary', populationSize: 60, values: [part(2, 4), part(3, 3), part(0, 2), part(4, 6)] },
  { id: 'secondary', populationSize: 30, values: [part(1, 5), null, part(2, 2)] },
];

describe('the share of what was counted in plans', () => {
  it('is the ratio of both totals, with the linearised error of all sampled plans', () => {
    // By hand (Cochran 6.11): totals 15 × 9 + 10 × 3 = 165 of 15 × 15 + 10 × 7 = 295.
    const ratio = 165 / 295;
    const residuals = [
      [2 - 4 * ratio, 3 - 3 * ratio, -2 * ratio, 4 - 6 * ratio].map((d) => (15 * d) / 295),
      [1 - 5 * ratio, 0, 2 - 2 * ratio].map((d) => (10 * d) / 295),
    ] as const;
    const spread = (z: readonly number[]) => {
      const mean = z.reduce((all, one) => all + one, 0) / z.length;
      return (z.length / (z.length - 1)) * z.reduce((all, one) => all + (one - mean) ** 2, 0);
    };
    const variance = (1 - 4 / 60) * spread(residuals[0]) + (1 - 3 / 30) * spread(residuals[1]);
    const result = estimateRatio(two);
    expect(result).toMatchObject({ given: true, method: 'xlogit', respondents: 6, sampled: 7 });
    expect(result.given && result.estimate).toBeCloseTo(ratio, 12);
    expect(result.given && result.standardError).toBeCloseTo(Math.sqrt(variance), 12);
    expect(result.given && result.degreesOfFreedom).toBe(4);
  });

  it('is the share of plans where one thing is counted in each', () => {
    const met = [true, false, true, null, true, false];
    const strata = [{ id: 'all', populationSize: 50, values: met }];
    const parts = met.map((one) => (one === null ? null : part(Number(one), 1)));
    const share = estimateShare(strata) as unknown as Record<string, unknown>;
    const ratio = estimateRatio([{ id: 'all', populationSize: 50, values: parts }]);
    for (const [name, value] of Object.entries(ratio)) {
      if (typeof value === 'number') expect(value).toBeCloseTo(Number(share[name]), 12);
    }
    expect(ratio).toMatchObject({ respondents: 5, method: 'xlogit' });
  });

  it('leaves out a plan in which there was nothing to count', () => {
    const values = [part(1, 2), part(0, 0), part(2, 3), null];
    expect(estimateRatio([{ id: 'all', populationSize: 9, values }])).toMatchObject({
      ...{ respondents: 2, sampled: 4 },
    });
  });

  it('has an exact interval on the plans where everything meets it or nothing does', () => {
    const values = [part(4, 4), part(2, 2), part(3, 3)];
    const result = estimateRatio([{ id: 'all', populationSize: 90, values }]);
    expect(result).toMatchObject({ estimate: 1, method: 'clopper-pearson' });
    expect(result.given && result.interval?.lower).toBeCloseTo(0.292402, 6);
  });

  it('may exceed 1 where the one is not a part of the other', () => {
    const values = [part(3, 1), part(1, 2), part(5, 2)];
    const result = estimateRatio([{ id: 'all', populationSize: 90, values }]);
    expect(result).toMatchObject({ given: true, method: 't' });
    expect(result.given && result.estimate).toBeCloseTo(9 / 5, 12);
  });

  it('says that there was nothing to count, or no spread', () => {
    const none = [{ id: 'all', populationSize: 9, values: [null, part(0, 0)] }];
    expect(estimateRatio(none)).toMatchObject({ given: false, reason: 'nothing-applicable' });
    const alike = [{ id: 'all', populationSize: 9, values: [part(1, 2), part(1, 2)] }];
    expect(estimateRatio(alike)).toMatchObject({ interval: null, withoutInterval: 'no-variation' });
  });
});
