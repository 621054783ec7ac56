import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  agreementOnApplicability,
  agreementOnGrades,
  type PrecisionOptions,
} from '../agreement/index.js';
import { sayAgreement } from './say-agreement.js';

type Grades = (number | null)[][];

/** So many plans, each graded like this. */
const times = (count: number, ...grades: (number | null)[]) =>
  Array.from({ length: count }, () => grades);
const say = (grades: Grades, options?: PrecisionOptions) =>
  sayAgreement(agreementOnGrades(grades, [1, 2, 3, 4], options));

const mixed = [...times(8, 3, 3), ...times(4, 2, 3), ...times(4, 4, 4), ...times(4, 1, 1)];
const skewed = [...times(34, 3, 3), ...times(2, 3, 4), ...times(2, 2, 3)];

describe('the sentence of agreement on a criterion', () => {
  it.each<[string, Grades, PrecisionOptions, string]>([
    [
      'of two auditors',
      mixed,
      {},
      'Agreement beyond chance is almost perfect (AC2 0.92, 95% confidence interval 0.83 to 1.00). Pairs of auditors gave the same answer in 80% of cases, on 20 plans.',
    ],
    [
      'at another confidence',
      mixed,
      { confidence: 0.9 },
      'Agreement beyond chance is almost perfect (AC2 0.92, 90% confidence interval 0.84 to 0.99). Pairs of auditors gave the same answer in 80% of cases, on 20 plans.',
    ],
    [
      'of all plans',
      mixed,
      { populationSize: 20 },
      'Agreement beyond chance is AC2 0.92; every plan was compared. Pairs of auditors gave the same answer in 80% of cases, on 20 plans.',
    ],
    [
      'with plans graded once',
      [...mixed, ...times(3, 2, null)],
      {},
      'Agreement beyond chance is almost perfect (AC2 0.92, 95% confidence interval 0.83 to 1.00). Pairs of auditors gave the same answer in 80% of cases, on 20 plans. 3 plans with a single answer are left out.',
    ],
    [
      'with one plan graded once',
      [...mixed, ...times(1, 2, null)],
      {},
      'Agreement beyond chance is almost perfect (AC2 0.92, 95% confidence interval 0.83 to 1.00). Pairs of auditors gave the same answer in 80% of cases, on 20 plans. 1 plan with a single answer is left out.',
    ],
    [
      'of nearly always the same grade',
      skewed,
      {},
      "Agreement beyond chance is almost perfect (AC2 0.98, 95% confidence interval 0.96 to 1.00). Pairs of auditors gave the same answer in 89% of cases, on 38 plans. Krippendorff's alpha is only 0.01, because 95% of all answers are the same one.",
    ],
    [
      'of two coefficients that part without one grade dominating',
      [...times(12, 3, 3), ...times(12, 2, 2), ...times(6, 2, 4)],
      {},
      "Agreement beyond chance is substantial (AC2 0.79, 95% confidence interval 0.60 to 0.97). Pairs of auditors gave the same answer in 80% of cases, on 30 plans. Krippendorff's alpha is only 0.29, so the two measures do not agree.",
    ],
    [
      'without any disagreement',
      [...times(5, 3, 3), ...times(5, 2, 2)],
      {},
      'Agreement beyond chance is AC2 1.00, without an interval: all plans agree to the same degree. Pairs of auditors gave the same answer in 100% of cases, on 10 plans.',
    ],
    [
      'of auditors who are as often far apart as together',
      [...times(5, 1, 4), ...times(5, 3, 3)],
      {},
      'Agreement beyond chance is poor (AC2 -0.17, 95% confidence interval -1.00 to 1.00). Pairs of auditors gave the same answer in 50% of cases, on 10 plans.',
    ],
    [
      'of one grade throughout',
      times(10, 3, 3),
      {},
      'Agreement beyond chance cannot be judged: all auditors gave the same answer throughout.',
    ],
    [
      'of nobody',
      times(3, null, null),
      {},
      'Agreement beyond chance cannot be judged: nobody gave an answer.',
    ],
    [
      'of one auditor',
      times(3, 3, null),
      {},
      'Agreement beyond chance cannot be judged: no plan was judged by two auditors. 3 plans with a single answer are left out.',
    ],
    [
      'of one plan',
      [...times(1, 3, 2), ...times(3, 3, null)],
      {},
      'Agreement beyond chance cannot be judged: only one plan was judged by two auditors. 3 plans with a single answer are left out.',
    ],
  ])('%s', (_, grades, options, sentence) => {
    expect(say(grades, options)).toBe(sentence);
  });

  it('speaks of applicability in the same words', () => {
    const judgements = [...Array<boolean[]>(12).fill([true, true]), [true, false], [false, false]];
    expect(sayAgreement(agreementOnApplicability(judgements))).toBe(
      "Agreement beyond chance is substantial (AC1 0.91, 95% confidence interval 0.71 to 1.00). Pairs of auditors gave the same answer in 93% of cases, on 14 plans. Krippendorff's alpha is only 0.64, because 89% of all answers are the same one.",
    );
  });

  it('prints only figures of the result', () => {
    const grade = fc.constantFrom(1, 2, 3, 4, null);
    const plans = fc.array(fc.array(grade, { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(plans, (grades) => {
        const agreement = agreementOnGrades(grades, [1, 2, 3, 4]);
        const sentence = say(grades);
        expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
        if (!agreement.judged) return;
        const { value, interval } = agreement.coefficient;
        const allowed = [value, agreement.alpha.value, interval?.lower ?? 0, interval?.upper ?? 0];
        const rounded = allowed.map((figure) => Math.round(Number((figure * 100).toPrecision(12))));
        for (const figure of sentence.match(/-?\d\.\d\d/g) ?? []) {
          expect(rounded).toContain(Math.round(Number(figure) * 100) + 0);
        }
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
