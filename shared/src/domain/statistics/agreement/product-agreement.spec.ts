import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { agreementFromRatings } from './among-raters.js';
import {
  agreementOnApplicability,
  agreementOnGrades,
  type AgreementOnCriterion,
  type JudgedAgreement,
} from './product-agreement.js';

const scale = [1, 2, 3, 4];

function expectJudged(agreement: AgreementOnCriterion): JudgedAgreement {
  if (!agreement.judged) throw new Error(`not judged: ${agreement.reason}`);
  return agreement;
}

describe('agreement on the grades of a criterion', () => {
  const grades = [
    [1, 1, 2],
    [3, 3, 3],
    [2, null, 3],
    [4, 4, 4],
    [null, 3, null],
    [null, null, null],
    [2, 2, 4],
    [3, 3, 4],
  ];

  it('is Gwet’s AC2 with ordinal weights on the plans with two grades or more', () => {
    const agreement = expectJudged(agreementOnGrades(grades, scale));
    const options = { categories: scale, incomparableUnits: 'leave-out' } as const;
    const { gwet } = agreementFromRatings(grades, { ...options, weights: 'ordinal' });
    expect(agreement.coefficient).toMatchObject({
      name: 'AC2',
      weights: 'ordinal',
      value: gwet.value,
      observed: gwet.observed,
      chance: gwet.chance,
      standardError: gwet.standardError,
      interval: gwet.interval,
      intervalMissing: null,
    });
    const { percentAgreement } = agreementFromRatings(grades, options);
    expect(agreement.sameAnswer.value).toBe(percentAgreement.value);
    expect(agreement.plans).toEqual({ given: 8, unrated: 1, ratedOnce: 1, comparable: 6 });
    expect(agreement.confidence).toBe(0.95);
  });

  it('names the band that the error supports and the grade given most often', () => {
    const agreement = expectJudged(agreementOnGrades(grades, scale));
    expect(agreement.benchmark?.reached?.label).toBe('Fair');
    expect(agreement.benchmark?.nominal?.label).toBe('Substantial');
    expect(agreement.commonest).toEqual({ answer: 3, share: 6 / 17 });
    expect(agreement.alpha).toMatchObject({ metric: 'ordinal', reading: 'unreliable' });
  });

  it('nearly everything is grade 3: AC2 is high, alpha low, and the reason is to be seen', () => {
    const skewed = [...Array.from({ length: 28 }, () => [3, 3]), [3, 2], [4, 3]];
    const agreement = expectJudged(agreementOnGrades(skewed, scale));
    expect(agreement.coefficient.value).toBeGreaterThan(0.95);
    expect(agreement.alpha.value).toBeLessThan(0.1);
    expect(agreement.commonest).toEqual({ answer: 3, share: 58 / 60 });
  });

  it('auditors who agree on everything have no interval and no benchmark', () => {
    const agreement = expectJudged(
      agreementOnGrades(
        [
          [1, 1],
          [2, 2],
          [4, 4],
        ],
        scale,
      ),
    );
    expect(agreement.coefficient).toMatchObject({
      value: 1,
      interval: null,
      intervalMissing: 'no-variation',
    });
    expect([agreement.benchmark, agreement.alpha.value]).toEqual([null, 1]);
  });

  it('when every plan was compared there is nothing to estimate', () => {
    const all = agreementOnGrades(
      [
        [1, 1],
        [2, 3],
        [4, 4],
      ],
      scale,
      { populationSize: 3 },
    );
    const { sameAnswer, coefficient } = expectJudged(all);
    expect([sameAnswer.intervalMissing, coefficient.intervalMissing]).toEqual([
      'whole-population',
      'whole-population',
    ]);
  });

  it('a sample of half the plans is more precise than its size alone says', () => {
    const endless = expectJudged(agreementOnGrades(grades, scale));
    const half = expectJudged(agreementOnGrades(grades, scale, { populationSize: 12 }));
    expect(half.coefficient.standardError).toBeCloseTo(
      endless.coefficient.standardError * Math.SQRT1_2,
      12,
    );
  });

  it('no interval of a share begins below 0', () => {
    const few = expectJudged(
      agreementOnGrades(
        [
          [1, 1],
          [2, 3],
          [4, 1],
        ],
        scale,
      ),
    );
    expect(few.sameAnswer.interval?.lower).toBe(0);
  });

  it.each([
    ['no-ratings', [], null],
    ['no-ratings', [[], []], null],
    ['no-ratings', [[null, null]], null],
    [
      'no-unit-rated-twice',
      [
        [1, null],
        [null, 2],
      ],
      null,
    ],
    [
      'only-one-unit-rated-twice',
      [
        [1, 1],
        [null, 2],
      ],
      1,
    ],
    [
      'one-category-throughout',
      [
        [3, 3],
        [3, 3],
        [2, null],
      ],
      1,
    ],
  ])('cannot be judged: %s', (reason, answers, sameAnswer) => {
    expect(agreementOnGrades(answers, scale)).toMatchObject({ judged: false, reason, sameAnswer });
  });

  it('refuses a grade that is not on the scale and a population that is too small', () => {
    expect(() => agreementOnGrades([[1, 5]], scale)).toThrow(
      'ratings[0][1] must be one of the categories',
    );
    expect(() =>
      agreementOnGrades(
        [
          [1, 1],
          [2, 2],
        ],
        scale,
        { populationSize: 1 },
      ),
    ).toThrow('populationSize must be at least the 2 units that were rated');
  });

  it('whatever the grades, what is printed is a number', () => {
    const anyGrades = fc.array(
      fc.array(fc.option(fc.constantFrom(...scale)), { minLength: 3, maxLength: 3 }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyGrades, (someGrades) => {
        const printed = JSON.stringify(
          agreementOnGrades(someGrades, scale),
          (_, value: unknown) => {
            if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
            return value;
          },
        );
        expect(printed).toContain('"plans"');
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });
});

describe('agreement on whether a criterion applies', () => {
  it('is Gwet’s AC1 of two answers', () => {
    const judgements = [
      [true, true],
      [true, false],
      [false, false],
      [true, true],
      [null, true],
    ];
    const agreement = expectJudged(agreementOnApplicability(judgements));
    const answers = [
      [1, 1],
      [1, 0],
      [0, 0],
      [1, 1],
    ];
    const { gwet } = agreementFromRatings(answers, { categories: [0, 1] });
    expect(agreement.coefficient).toMatchObject({ name: 'AC1', weights: 'identity' });
    expect(agreement.coefficient.value).toBe(gwet.value);
    expect(agreement.alpha.metric).toBe('nominal');
    expect(agreement.commonest).toEqual({ answer: 1, share: 5 / 8 });
  });

  it('cannot be judged where everybody found that it applies', () => {
    expect(
      agreementOnApplicability([
        [true, true],
        [true, true],
      ]),
    ).toMatchObject({
      judged: false,
      reason: 'one-category-throughout',
      sameAnswer: 1,
    });
  });
});
