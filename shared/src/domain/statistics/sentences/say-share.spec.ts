import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateShare, type EstimateOptions } from '../estimates/index.js';
import { sayShare } from './say-share.js';

const standard = 'met the standard';

/** So many of a stratum's sampled plans met it, so many did not, to so many it does not apply. */
const stratum = (id: string, populationSize: number, met: number, not: number, without = 0) => ({
  id,
  populationSize,
  values: [
    ...Array<boolean>(met).fill(true),
    ...Array<boolean>(not).fill(false),
    ...Array<null>(without).fill(null),
  ],
});
type Found = [populationSize: number, met: number, not: number, without?: number];
const say = (found: Found[], options: EstimateOptions = {}) =>
  sayShare(
    estimateShare(
      found.map((one, index) => stratum(`s${index}`, ...one)),
      options,
    ),
    standard,
  );

describe('the sentence of a share', () => {
  it.each<[string, Found[], EstimateOptions, string]>([
    [
      'of one stratum',
      [[1500, 18, 12]],
      {},
      '60% met the standard (95% confidence interval 41% to 76%), from 30 of 1,500 plans.',
    ],
    [
      'of two strata, each by its size',
      [
        [1000, 9, 6],
        [500, 12, 3],
      ],
      {},
      '67% met the standard (95% confidence interval 46% to 83%), from 30 of 1,500 plans.',
    ],
    [
      'at another confidence',
      [[1500, 18, 12]],
      { confidence: 0.9 },
      '60% met the standard (90% confidence interval 44% to 74%), from 30 of 1,500 plans.',
    ],
    [
      'of the process rather than these plans',
      [[40, 18, 12]],
      { finitePopulationCorrection: false },
      '60% met the standard (95% confidence interval 41% to 77%), from 30 of 40 plans.',
    ],
    [
      'of most plans there are',
      [[40, 18, 12]],
      {},
      '60% met the standard (95% confidence interval 50% to 69%), from 30 of 40 plans.',
    ],
    ['of all plans', [[30, 18, 12]], {}, '60% met the standard: all 30 plans were reviewed.'],
    [
      'where it applies to some',
      [[1500, 12, 6, 12]],
      {},
      '67% met the standard (95% confidence interval 41% to 85%), from 18 plans to which it applies, of 30 sampled.',
    ],
    [
      'where it applies to some of all plans',
      [[30, 12, 6, 12]],
      {},
      '67% met the standard: every plan was reviewed, and it applies to 18 of 30.',
    ],
    [
      'that is none',
      [[90, 0, 15]],
      {},
      '0% met the standard (95% confidence interval 0% to 20%), from 15 of 90 plans.',
    ],
    [
      'that is all of a sample',
      [[90, 15, 0]],
      {},
      '100% met the standard (95% confidence interval 80% to 100%), from 15 of 90 plans.',
    ],
    [
      'that is all in several strata',
      [
        [90, 15, 0],
        [80, 12, 0],
      ],
      {},
      '100% met the standard (95% confidence interval 87% to 100%), from 27 of 170 plans.',
    ],
    [
      'that rounds to nothing',
      [[100_000, 1, 999]],
      {},
      'under 1% met the standard (95% confidence interval under 1% to 1%), from 1,000 of 100,000 plans.',
    ],
    [
      'that rounds to all',
      [[100_000, 999, 1]],
      {},
      'over 99% met the standard (95% confidence interval 99% to over 99%), from 1,000 of 100,000 plans.',
    ],
    [
      'of a sample of one plan in each of two strata, both alike',
      [
        [1, 1, 0],
        [1, 1, 0],
      ],
      {},
      '100% met the standard: all 2 plans were reviewed.',
    ],
    [
      'of a stratum with one plan of several',
      [
        [20, 1, 0],
        [70, 4, 3],
      ],
      {},
      'No share is given: part of the register was sampled by one plan only.',
    ],
    [
      'of a stratum that was not sampled',
      [
        [20, 0, 0],
        [70, 4, 3],
      ],
      {},
      'No share is given: part of the register was not sampled.',
    ],
    [
      'of what applies to nobody',
      [[20, 0, 0, 5]],
      {},
      'No share is given: it applied to none of the sampled plans.',
    ],
    [
      'of single plans made to do',
      [
        [20, 1, 0],
        [30, 0, 1],
      ],
      { singleUnitStrata: 'adjust' },
      'No share is given: too few plans, 2 of 50 plans.',
    ],
  ])('%s', (_, found, options, sentence) => {
    expect(say(found, options)).toBe(sentence);
  });

  it('prints the estimate, its interval and its base, and no other figure', () => {
    const found = fc.record({ met: fc.nat(30), not: fc.nat(30), rest: fc.nat(200) });
    fc.assert(
      fc.property(found, ({ met, not, rest }) => {
        fc.pre(met + not > 1);
        const share = estimateShare([stratum('s', met + not + rest, met, not)]);
        if (!share.given) throw new Error('every such sample gives an estimate');
        const { estimate, interval } = share;
        const percentages = [estimate, ...(interval ? [interval.lower, interval.upper] : [])];
        const figures = [
          ...percentages.map((value) =>
            Math.min(99, Math.max(1, Math.round(Number((value * 100).toPrecision(12))))),
          ),
          met + not,
          met + not + rest,
          95,
        ];
        const printed = sayShare(share, standard).match(/\d[\d,]*/g) ?? [];
        for (const figure of printed.map((text) => Number(text.replace(',', '')))) {
          expect([...figures, 0, 100]).toContain(figure);
        }
        expect(printed.length).toBe(interval ? 6 : 2);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
