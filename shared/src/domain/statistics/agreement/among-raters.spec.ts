import { describe, expect, it } from '@jest/globals';

import {
  agreementFromCounts,
  agreementFromRatings,
  type AgreementOptions,
} from './among-raters.js';

const coefficients = [
  'percentAgreement',
  'brennanPrediger',
  'gwet',
  'fleiss',
  'conger',
  'krippendorff',
] as const;
type Coefficient = (typeof coefficients)[number];

const scale = [1, 2, 3, 4];

function expectClose(actual: number | null, expected: number | null): void {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThan(1e-7 * Math.max(1, Math.abs(expected)));
}

/** Values and errors by an independent transcription of irrCAC's formulas. */
function expectValues(
  ratings: Parameters<typeof agreementFromRatings>[0],
  options: AgreementOptions,
  expected: Partial<Record<Coefficient, readonly [number | null, number | null]>>,
): void {
  const actual = agreementFromRatings(ratings, options);
  for (const [name, [value, error]] of Object.entries(expected)) {
    const estimate = actual[name as Coefficient];
    expectClose(estimate.value, value);
    expectClose(estimate.standardError, error);
  }
}

describe('agreement among any number of raters', () => {
  const uneven = [
    [1, 1, 2],
    [10, 4, 10],
    [4, 4, null],
    [2, 1, 1],
    [10, 10, 4],
  ];

  it('values far apart weigh more than places far apart', () => {
    expectValues(
      uneven,
      { categories: [1, 2, 4, 10], weights: 'linear' },
      {
        percentAgreement: [0.7925925925925927, 0.09771041450572529],
        brennanPrediger: [0.4850574712643682, 0.242591373945249],
        gwet: [0.5056885052961949, 0.22811385046930824],
        fleiss: [0.4951923076923081, 0.1424149541953204],
        conger: [0.5189003436426117, 0.1408628284291042],
        krippendorff: [0.515957446808511, 0.14128859314406508],
      },
    );
    const letters = uneven.map((row) => row.map((value) => (value === null ? null : `${value}`)));
    expectValues(
      letters,
      { categories: ['1', '2', '4', '10'], weights: 'linear' },
      {
        gwet: [0.5895096921322698, 0.1274668171788527],
        conger: [0.5959595959595964, 0.0707329048563902],
        krippendorff: [0.5937500000000003, 0.047416106977774236],
      },
    );
  });

  it('weights of one’s own need not be symmetric', () => {
    const ratings = [
      [1, 2, 1],
      [2, 2, 3],
      [3, 1, 1],
      [3, 3, 3],
    ];
    const weights = [
      [1, 0.5, 0.1],
      [0.2, 1, 0.6],
      [0, 0.4, 1],
    ];
    expectValues(
      ratings,
      { categories: [1, 2, 3], weights },
      {
        percentAgreement: [0.65, 0.1322875655532295],
        gwet: [0.26744186046511625, 0.31737894249783755],
        fleiss: [0.2653061224489798, 0.22768836909272097],
        conger: [0.29113924050632906, 0.17083246880168446],
        krippendorff: [0.32653061224489816, 0.22768836909272097],
      },
    );
  });

  const withSingles = [
    [1, 1, null],
    [2, null, null],
    [2, 2, 1],
    [null, 3, null],
    [3, 3, 3],
    [1, 2, 2],
  ];

  it('units rated once inflate the errors of all but alpha', () => {
    const options = { categories: [1, 2, 3], weights: 'ordinal' } as const;
    expectValues(withSingles, options, {
      percentAgreement: [0.8888888888888891, 0.2876039801232175],
      gwet: [0.7046490428441207, 0.2602652279471758],
      krippendorff: [0.6875000000000003, 0.28742475768974324],
    });
    expectValues(
      withSingles,
      { ...options, incomparableUnits: 'leave-out' },
      {
        percentAgreement: [0.8888888888888891, 0.06415002990995834],
        brennanPrediger: [0.7000000000000004, 0.17320508075688756],
        gwet: [0.7102615694164994, 0.16322493724208473],
        fleiss: [0.6883116883116889, 0.27526713146725174],
        conger: [0.6903225806451617, 0.2674186144565353],
        krippendorff: [0.6875000000000003, 0.28742475768974324],
      },
    );
    expect(agreementFromRatings(withSingles, options).units).toEqual({
      given: 6,
      unrated: 0,
      ratedOnce: 2,
      comparable: 4,
    });
  });

  it('a sample that is the whole population has no sampling error', () => {
    const census = agreementFromRatings(
      [
        [1, 1],
        [2, 2],
        [1, 2],
        [3, 3],
      ],
      {
        categories: [1, 2, 3],
        populationSize: 4,
      },
    );
    for (const name of coefficients) expect(census[name].standardError).toBe(0);
  });

  it('a rater who rated nothing leaves Conger’s kappa without a number', () => {
    const ratings = [
      [1, null, 1],
      [2, null, 2],
      [2, null, 1],
    ];
    const { conger, gwet } = agreementFromRatings(ratings, { categories: [1, 2] });
    expect(conger).toMatchObject({
      chance: null,
      value: null,
      standardError: null,
      interval: null,
    });
    expect(gwet.value).toBeCloseTo(1 / 3, 12);
  });

  it('a unit that nobody rated leaves Gwet and Fleiss without a number unless left out', () => {
    const ratings = [
      [1, 1],
      [2, 2],
      [null, null],
      [2, 1],
    ];
    const kept = agreementFromRatings(ratings, { categories: [1, 2] });
    expect([kept.gwet.value, kept.fleiss.value, kept.units.unrated]).toEqual([null, null, 1]);
    const options = { categories: [1, 2], incomparableUnits: 'leave-out' } as const;
    expect(agreementFromRatings(ratings, options).gwet.value).toBeCloseTo(1 / 3, 12);
  });

  it.each([
    [
      'no-ratings',
      [
        [null, null],
        [null, null],
      ],
    ],
    [
      'no-unit-rated-twice',
      [
        [1, null],
        [null, 2],
      ],
    ],
    [
      'only-one-unit-rated-twice',
      [
        [1, 2],
        [null, 2],
      ],
    ],
    [
      'one-category-throughout',
      [
        [2, 2],
        [2, 2],
        [1, null],
      ],
    ],
    [
      null,
      [
        [2, 2],
        [1, 2],
      ],
    ],
  ])('says what stands in the way: %s', (obstacle, ratings) => {
    expect(agreementFromRatings(ratings, { categories: scale }).obstacle).toBe(obstacle);
  });

  it('nobody rated twice: no number at all', () => {
    const options = { categories: scale, incomparableUnits: 'leave-out' } as const;
    const { gwet, krippendorff } = agreementFromRatings(
      [
        [1, null],
        [null, 2],
      ],
      options,
    );
    for (const { observed, chance, value, standardError, interval } of [gwet, krippendorff]) {
      expect([observed, chance, value, standardError, interval]).toEqual([
        null,
        null,
        null,
        null,
        null,
      ]);
    }
  });

  it('one unit has a value and no error', () => {
    const { gwet } = agreementFromRatings([[1, 2, 2]], { categories: scale });
    expect(gwet.value).not.toBeNull();
    expect([gwet.standardError, gwet.interval, gwet.degreesOfFreedom]).toEqual([null, null, 0]);
  });

  it.each([
    ['ratings must hold at least one row', [], {}],
    ['ratings must hold at least one column', [[]], {}],
    ['ratings[1] must be as long as the first row', [[1, 2], [1]], {}],
    ['ratings[0][1] must be one of the categories', [[1, 5]], {}],
    ['confidence must lie between 0 and 1, such as 0.95', [[1, 1]], { confidence: 95 }],
    [
      'populationSize must be at least the 2 units that were rated',
      [
        [1, 1],
        [1, 2],
      ],
      { populationSize: 1 },
    ],
  ])('refuses: %s', (message, ratings, options) => {
    expect(() => agreementFromRatings(ratings, { categories: scale, ...options })).toThrow(message);
  });
});

describe('agreement from counts', () => {
  const counts = [
    [3, 0, 0],
    [1, 2, 0],
    [0, 0, 2],
    [1, 1, 1],
  ];

  it('alpha has another error than from ratings, and the same value', () => {
    const { krippendorff } = agreementFromCounts(counts, {
      categories: [1, 2, 3],
      weights: 'ordinal',
      confidence: 0.9,
    });
    expect(krippendorff.value).toBeCloseTo(0.49275362318840604, 12);
    expect(krippendorff.standardError).toBeCloseTo(0.31779464963446297, 12);
    expect(krippendorff.interval?.lower).toBeCloseTo(-0.25513268503699577, 10);
  });

  it('refuses counts that are no counts', () => {
    const options = { categories: [1, 2] };
    expect(() => agreementFromCounts([], options)).toThrow('counts must hold at least one row');
    expect(() => agreementFromCounts([[1]], options)).toThrow('counts[0] must have 2 columns');
    expect(() => agreementFromCounts([[1, -1]], options)).toThrow(
      'counts[0][1] must be a whole number, 0 or more',
    );
  });
});
