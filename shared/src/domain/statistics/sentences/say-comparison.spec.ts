import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareEstimates, compareShares, type PeriodEstimate } from '../changes/index.js';
import { sayComparison } from './say-comparison.js';

type Counts = [met: number, of: number];

const sayCounts = ([met1, n1]: Counts, [met2, n2]: Counts, confidence = 0.95) =>
  sayComparison({
    earlier: met1 / n1,
    later: met2 / n2,
    comparison: compareShares(
      { successes: met1, n: n1 },
      { successes: met2, n: n2 },
      { confidence },
    ),
  });

const period = (
  estimate: number,
  standardError: number | null,
  rest: Partial<PeriodEstimate> = {},
) => ({
  estimate,
  standardError,
  degreesOfFreedom: 48,
  interval: null,
  respondents: 50,
  ...rest,
});
const sayPeriods = (first: PeriodEstimate, second: PeriodEstimate) =>
  sayComparison({
    earlier: first.estimate,
    later: second.estimate,
    comparison: compareEstimates(first, second),
  });

describe('the sentence of one of several comparisons', () => {
  const together = (measures: number, second: PeriodEstimate) => {
    const first = period(0.4, 0.04);
    const comparison = compareEstimates(first, second, { confidence: 1 - 0.05 / measures });
    const readTogether = { measures, confidence: 0.95 };
    return sayComparison({ earlier: 0.4, later: second.estimate, comparison, readTogether });
  };

  it('says the confidence of all of them together, and how many they are', () => {
    expect(together(8, period(0.7, 0.04))).toBe(
      '70% against 40%: a clear rise of 30 points (95% confidence interval 14 to 46 points, allowing for 8 measures read together).',
    );
    expect(together(8, period(0.5, 0.04))).toBe(
      '50% against 40%: no clear change (difference -6 to +26 points, allowing for 8 measures read together; a change smaller than about 26 points could have been missed).',
    );
  });

  it('is that of any comparison where there is only one', () => {
    expect(together(1, period(0.7, 0.04))).toBe(
      '70% against 40%: a clear rise of 30 points (95% confidence interval 19 to 41 points).',
    );
  });
});

describe('the sentence of a comparison of two samples', () => {
  it.each<[Counts, Counts, string]>([
    [
      [48, 100],
      [53, 100],
      '53% against 48%: no clear change (difference -9 to +18 points; a change smaller than about 18 points could have been missed).',
    ],
    [
      [48, 100],
      [61, 100],
      '61% against 48%: no clear change (difference -0.8 to +26 points; a change smaller than about 26 points could have been missed).',
    ],
    [
      [96, 200],
      [122, 200],
      '61% against 48%: a clear rise of 13 points (95% confidence interval 3 to 22 points).',
    ],
    [
      [122, 200],
      [96, 200],
      '48% against 61%: a clear fall of 13 points (95% confidence interval 3 to 22 points).',
    ],
    [
      [10, 20],
      [10, 20],
      '50% against 50%: no clear change (difference -28 to +28 points; a change smaller than about 28 points could have been missed).',
    ],
    [
      [0, 30],
      [0, 30],
      '0% against 0%: no clear change (difference -11 to +11 points; a change smaller than about 11 points could have been missed).',
    ],
    [
      [30, 30],
      [30, 30],
      '100% against 100%: no clear change (difference -11 to +11 points; a change smaller than about 11 points could have been missed).',
    ],
    [
      [0, 30],
      [30, 30],
      '100% against 0%: a clear rise of 100 points (95% confidence interval 84 to 100 points).',
    ],
    [
      [5000, 10_000],
      [5150, 10_000],
      '52% against 50%: a clear rise of 2 points (95% confidence interval 0.1 to 3 points).',
    ],
    [
      [3, 4],
      [2, 4],
      'No comparison: the earlier period rests on too few plans and the later period rests on too few plans.',
    ],
    [[3, 4], [12, 24], 'No comparison: the earlier period rests on too few plans.'],
    [[12, 24], [0, 0], 'No comparison: the later period rests on too few plans.'],
  ])('of %j and %j', (first, second, sentence) => {
    expect(sayCounts(first, second)).toBe(sentence);
  });

  it('names the confidence that was asked for', () => {
    expect(sayCounts([96, 200], [122, 200], 0.9)).toContain(
      '90% confidence interval 5 to 21 points',
    );
  });
});

describe('the sentence of a comparison of two estimates', () => {
  it.each<[string, PeriodEstimate, PeriodEstimate, string]>([
    [
      'with errors, apart',
      period(0.48, 0.04),
      period(0.61, 0.038),
      '61% against 48%: a clear rise of 13 points (95% confidence interval 2 to 24 points).',
    ],
    [
      'with errors, close',
      period(0.48, 0.04),
      period(0.53, 0.038),
      '53% against 48%: no clear change (difference -6 to +16 points; a change smaller than about 16 points could have been missed).',
    ],
    [
      'with one known in full',
      period(0.4, 0, { withoutInterval: 'all-reviewed' }),
      period(0.6, 0.05),
      '60% against 40%: a clear rise of 20 points (95% confidence interval 10 to 30 points).',
    ],
    [
      'both known in full',
      period(0.4, 0, { withoutInterval: 'all-reviewed' }),
      period(0.6, 0, { withoutInterval: 'all-reviewed' }),
      '60% against 40%: a rise of 20 points; every plan was reviewed in both periods.',
    ],
    [
      'both known in full, lower',
      period(0.6, 0, { withoutInterval: 'all-reviewed' }),
      period(0.4, 0, { withoutInterval: 'all-reviewed' }),
      '40% against 60%: a fall of 20 points; every plan was reviewed in both periods.',
    ],
    [
      'both known in full, the same',
      period(0.6, 0, { withoutInterval: 'all-reviewed' }),
      period(0.6, 0, { withoutInterval: 'all-reviewed' }),
      '60% against 60%: no change; every plan was reviewed in both periods.',
    ],
    [
      'at 100% with its exact interval',
      period(0.7, 0.06),
      period(1, 0, { interval: { lower: 0.9, upper: 1 } }),
      '100% against 70%: a clear rise of 30 points (95% confidence interval 14 to 42 points).',
    ],
    [
      'without an error',
      period(0.7, 0.06),
      period(0.8, null),
      'No comparison: the later period has no interval.',
    ],
    [
      'on too few plans',
      period(0.7, 0.06, { respondents: 4 }),
      period(0.8, null),
      'No comparison: the earlier period rests on too few plans and the later period has no interval.',
    ],
  ])('%s', (_, first, second, sentence) => {
    expect(sayPeriods(first, second)).toBe(sentence);
  });
});

describe('whatever was counted', () => {
  const counts = fc
    .tuple(fc.nat(400), fc.integer({ min: 5, max: 400 }))
    .map(([met, of]): Counts => [Math.min(met, of), of]);

  it('no sentence says rise or fall where the interval holds 0, and every one does where not', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const comparison = compareShares(
          { successes: first[0], n: first[1] },
          { successes: second[0], n: second[1] },
        );
        if (comparison.outcome === 'cannot-be-judged') throw new Error('bases are large enough');
        const { lower, upper } = comparison.interval;
        const sentence = sayCounts(first, second);
        expect(/ rise /.test(sentence)).toBe(lower > 0);
        expect(/ fall /.test(sentence)).toBe(upper < 0);
        expect(/no clear change/.test(sentence)).toBe(lower <= 0 && upper >= 0);
        expect(sentence).not.toMatch(/better|worse|improve|decline|NaN|undefined|null/);
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });

  it('every figure is that of the result', () => {
    const whole = (value: number) => Math.round(Number((Math.abs(value) * 100).toPrecision(12)));
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const [p1, p2] = [first[0] / first[1], second[0] / second[1]];
        const comparison = compareShares(
          { successes: first[0], n: first[1] },
          { successes: second[0], n: second[1] },
        );
        if (comparison.outcome === 'cannot-be-judged') throw new Error('bases are large enough');
        const { difference, interval, largestNotExcluded } = comparison;
        const shares = [p1, p2].map((share) => Math.min(99, Math.max(1, whole(share))));
        const changes = [difference, interval.lower, interval.upper, largestNotExcluded];
        const allowed = [...shares, ...changes.map(whole), 0, 95, 100];
        const printed = sayCounts(first, second).match(/\d+(\.\d+)?/g) ?? [];
        for (const figure of printed.map(Number).filter((value) => value === 0 || value >= 1)) {
          expect(allowed).toContain(figure);
        }
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });
});
