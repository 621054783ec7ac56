import { describe, expect, it } from '@jest/globals';
import { estimateMean } from './index.js';

const graded = [
  { id: 'education', populationSize: 180, values: [3, 2, 4, 3, 3, 2, 3, 4] },
  { id: 'health', populationSize: 90, values: [2, 2, 3, 1, 2] },
  { id: 'care', populationSize: 60, values: [4, 3, 3, 2] },
];

describe('the mean grade', () => {
  it('comes with its t interval', () => {
    const result = estimateMean(graded);
    expect(result).toMatchObject({ given: true, method: 't', degreesOfFreedom: 14 });
    expect(result.given && result.estimate).toBeCloseTo(2.72727272727273, 12);
    expect(result.given && result.interval?.lower).toBeCloseTo(2.34076995717596, 12);
    expect(result.given && result.interval?.upper).toBeCloseTo(3.11377549736949, 12);
  });

  it('is given by stratum in the order asked', () => {
    const result = estimateMean(graded);
    const means = result.given ? result.byStratum.map(({ id, estimate }) => [id, estimate]) : [];
    expect(means).toEqual([
      ['education', 3],
      ['health', 2],
      ['care', 3],
    ]);
  });

  it('follows the confidence asked for', () => {
    const strata = [
      { id: 'a', populationSize: 40, values: [3, null, null, null] },
      { id: 'b', populationSize: 90, values: [2, 4, null, 3, 3] },
    ];
    const result = estimateMean(strata, { confidence: 0.9 });
    expect(result.given && result.interval?.lower).toBeCloseTo(2.206209555683308, 12);
    expect(result.given && result.interval?.upper).toBeCloseTo(3.793790444316692, 12);
  });

  it('has no interval when every grade is the same', () => {
    const strata = [{ id: 'a', populationSize: 40, values: [3, 3, 3] }];
    expect(estimateMean(strata)).toMatchObject({
      estimate: 3,
      interval: null,
      withoutInterval: 'no-variation',
    });
  });

  it('has no interval when one plan alone was graded', () => {
    const strata = [{ id: 'a', populationSize: 40, values: [3, null, null] }];
    expect(estimateMean(strata)).toMatchObject({ withoutInterval: 'too-few-units' });
  });

  it('is exact when every plan was reviewed', () => {
    const strata = [{ id: 'a', populationSize: 3, values: [3, 2, 4] }];
    expect(estimateMean(strata)).toMatchObject({
      estimate: 3,
      standardError: 0,
      withoutInterval: 'all-reviewed',
    });
  });
});
