import { describe, expect, it } from '@jest/globals';

import { agreementWeights, type WeightSet } from './weights.js';

const fourGrades = [1, 2, 3, 4];

describe('the weights of partial agreement', () => {
  it.each<[WeightSet, number[]]>([
    ['identity', [1, 0, 0, 0]],
    ['linear', [1, 2 / 3, 1 / 3, 0]],
    ['quadratic', [1, 8 / 9, 5 / 9, 0]],
    ['ordinal', [1, 5 / 6, 1 / 2, 0]],
  ])('%s: the lowest of four grades against each grade', (name, expected) => {
    agreementWeights(name, fourGrades)[0]?.forEach((weight, grade) => {
      expect(weight).toBeCloseTo(expected[grade] ?? Number.NaN, 12);
    });
  });

  it('numbers are as far apart as their values, letters as their places', () => {
    expect(agreementWeights('linear', [0, 1, 10])[0]).toEqual([1, 0.9, 0]);
    expect(agreementWeights('linear', ['0', '1', '10'])[0]).toEqual([1, 0.5, 0]);
  });

  it('ordinal weights go by places even where values are uneven', () => {
    expect(agreementWeights('ordinal', [0, 1, 10])).toEqual(
      agreementWeights('ordinal', ['a', 'b', 'c']),
    );
  });

  it('a scale of one grade has nothing to weigh', () => {
    expect(agreementWeights('quadratic', [3])).toEqual([[1]]);
  });

  it('a matrix of one’s own is taken as it is', () => {
    const own = [
      [1, 0.25],
      [0.5, 1],
    ];
    expect(agreementWeights(own, ['a', 'b'])).toBe(own);
  });

  it.each([
    ['categories must hold at least one category', 'identity', []],
    ['categories[2] must not repeat an earlier one', 'identity', ['a', 'b', 'a']],
    ['categories[1] must be a finite number above the one before', 'linear', [2, 1]],
    ['categories[0] must be a finite number above the one before', 'linear', [Number.NaN, 1]],
    ['weights must have 2 rows of 2 weights, one for each category', [[1]], [1, 2]],
    ['weights[1] must have 2 rows of 2 weights, one for each category', [[1, 0], [1]], [1, 2]],
    [
      'weights[0][1] must lie from 0 to 1',
      [
        [1, 2],
        [0, 1],
      ],
      [1, 2],
    ],
    [
      'weights[1][1] must be 1: equal answers agree',
      [
        [1, 0],
        [0, 0.5],
      ],
      [1, 2],
    ],
  ] as const)('refuses: %s', (message, weights, categories) => {
    expect(() => agreementWeights(weights, categories)).toThrow(message);
  });
});
