import { describe, expect, it } from '@jest/globals';
import type { StratumKey } from '../programme/index.js';
import { estimateShare, sum } from '../statistics/index.js';
import { printedPointsOf } from './compile-quarter.js';
import { pointOf, type RoundResults } from './measure-points.js';
import type { Measure } from './measures.js';
import { aResult, aRound, seeded } from './rounds.fixture.js';

const overall: Measure = {
  ...{ key: 'overall', kind: 'overall', title: 'Overall', shortTitle: 'Overall', askedBy: null },
  rule: { of: 'final-grade', atLeast: 3 },
};

interface Drawn {
  stratum?: StratumKey;
  /** Whether each of its documents meets the standard; null for one without an overall grade. */
  documents: (boolean | null)[];
}

/** A round of advice with the documents of some drawn plans, and plans of which none was asked for. */
function adviceRound(
  plans: readonly Drawn[],
  populations: Partial<Record<StratumKey, number>> = { 'primary-mainstream': 320 },
  withoutDocument = 0,
): RoundResults {
  const strata = Object.entries(populations) as [StratumKey, number][];
  return {
    ...{ quarter: '2026-27-Q1', frameworkVersionId: 'first' },
    strata: strata.map(([key, populationSize], place) => ({
      ...{ key, populationSize, withoutDocument: place === 0 ? withoutDocument : 0 },
    })),
    results: plans.flatMap(({ stratum = 'primary-mainstream', documents }, plan) =>
      documents.map((isMet) =>
        aResult({
          ...{ stratum, documentPlanId: `plan-${plan}` },
          finalGrade: isMet === null ? null : isMet ? 3 : 2,
        }),
      ),
    ),
  };
}

const times = (count: number, documents: (boolean | null)[]): Drawn[] =>
  Array.from({ length: count }, () => ({ documents }));

const given = (round: RoundResults) => {
  const { register } = pointOf(overall, [round]);
  if (!register.given) throw new Error(register.reason);
  return register;
};

describe('the point of a quarter in which documents were audited', () => {
  const some: Drawn[] = [
    { documents: [true, true, false] },
    { documents: [false] },
    { documents: [true, false] },
    { documents: [true] },
    { stratum: 'post-16', documents: [true, true] },
    { stratum: 'post-16', documents: [false] },
  ];
  const populations = { 'primary-mainstream': 60, 'post-16': 30 };

  it('is the share of documents, with the error of plans sampled whole', () => {
    // By hand (Cochran 6.11 and 9A.5): totals by plan, each plan for 12 of primary and 15 of post-16;
    // the fifth plan of primary has no document.
    const [met, all] = [12 * 4 + 15 * 2, 12 * 7 + 15 * 3];
    const ratio = met / all;
    const z = [
      [2 - 3 * ratio, 0 - ratio, 1 - 2 * ratio, 1 - ratio, 0].map((d) => (12 * d) / all),
      [2 - 2 * ratio, 0 - ratio].map((d) => (15 * d) / all),
    ] as const;
    const spread = (values: readonly number[]) => {
      const mean = sum(values) / values.length;
      return (
        (values.length / (values.length - 1)) * sum(values.map((value) => (value - mean) ** 2))
      );
    };
    const variance = (1 - 5 / 60) * spread(z[0]) + (1 - 2 / 30) * spread(z[1]);
    const register = given(adviceRound(some, populations, 1));
    expect(register.estimate).toBeCloseTo(ratio, 12);
    expect(register.standardError).toBeCloseTo(Math.sqrt(variance), 12);
    expect(register).toMatchObject({ respondents: 6, sampled: 7, method: 'xlogit' });
  });

  it('is no surer because each plan has everything twice', () => {
    const twice = some.map((plan) => ({
      ...plan,
      documents: [...plan.documents, ...plan.documents],
    }));
    const [once, doubled] = [some, twice].map((plans) => given(adviceRound(plans, populations)));
    expect(doubled?.estimate).toBeCloseTo(once?.estimate ?? 0, 12);
    expect(doubled?.standardError).toBeCloseTo(once?.standardError ?? 0, 12);
  });

  it('is that of plans where each plan has one document', () => {
    const ofPlans = aRound('2026-27-Q1', (_, number) => ({ finalGrade: number % 2 === 0 ? 3 : 2 }));
    const ofDocuments = {
      ...ofPlans,
      strata: ofPlans.strata.map((stratum) => ({ ...stratum, withoutDocument: 0 })),
      results: ofPlans.results.map((result, place) => ({
        ...result,
        documentPlanId: `plan-${place}`,
      })),
    };
    const [plans, documents] = [ofPlans, ofDocuments].map(given);
    expect(documents?.estimate).toBeCloseTo(plans?.estimate ?? 0, 12);
    expect(documents?.standardError).toBeCloseTo(plans?.standardError ?? 0, 12);
    expect(documents?.interval?.lower).toBeCloseTo(plans?.interval?.lower ?? 0, 12);
  });

  it('has an interval that holds the truth about 19 times in 20, which one on documents does not', () => {
    const random = seeded(7);
    // In each plan all documents are alike, as those of one team may be.
    const register = Array.from({ length: 400 }, () => {
      const isMet = random() < 0.6;
      return { documents: new Array<boolean>(1 + Math.floor(random() * 4)).fill(isMet) };
    });
    const all = register.flatMap(({ documents }) => documents);
    const truth = all.filter(Boolean).length / all.length;
    const holds = (interval: { lower: number; upper: number } | null | undefined) =>
      interval !== null &&
      interval !== undefined &&
      interval.lower <= truth &&
      truth <= interval.upper;
    const found = Array.from({ length: 500 }, () => {
      const drawn = register
        .map((plan) => ({ plan, number: random() }))
        .toSorted((a, b) => a.number - b.number)
        .slice(0, 40)
        .map(({ plan }) => plan);
      const byDocument = estimateShare([
        {
          ...{ id: 'all', populationSize: all.length },
          values: drawn.flatMap(({ documents }) => documents),
        },
      ]);
      return {
        byPlan: holds(given(adviceRound(drawn, { 'primary-mainstream': 400 })).interval),
        byDocument: holds(byDocument.given ? byDocument.interval : null),
      };
    });
    const share = (key: 'byPlan' | 'byDocument') =>
      found.filter((one) => one[key]).length / found.length;
    expect(share('byPlan')).toBeGreaterThan(0.92);
    expect(share('byPlan')).toBeLessThan(0.985);
    expect(share('byDocument')).toBeLessThan(0.85);
  });

  it('tells documents and the plans behind them, and readers the documents alone', () => {
    const round = adviceRound([...times(8, [true, true]), ...times(7, [false])]);
    const { full, forReaders } = printedPointsOf(overall, [round]);
    expect(full).toMatchObject({
      ...{ base: { plans: 23, isExact: true }, met: 16, documents: { plans: 15 } },
    });
    expect(full.sentence).toMatch(/, from 23 documents of 15 plans, on a register of 320 plans\.$/);
    expect(forReaders.documents).toEqual({ plans: null });
    expect(forReaders.sentence).toMatch(/, from 23 documents, on a register of 320 plans\.$/);
  });

  it.each<[string, Drawn[]]>([
    ['ten documents of nine plans', [...times(1, [true, true]), ...times(8, [false])]],
    [
      'five documents that fall short, of two plans',
      [...times(14, [true]), ...times(2, [false, false, false])],
    ],
    [
      'five documents that meet it, of one plan',
      [...times(14, [false]), ...times(1, [true, true, true, true, true])],
    ],
  ])('is not shown to readers where it rests on %s', (_, plans) => {
    expect(printedPointsOf(overall, [adviceRound(plans)]).forReaders).toMatchObject({
      ...{ share: null, base: null, met: null, sentence: 'Too few to show.' },
    });
  });

  it('does not tell readers how few plans had documents without a grade', () => {
    const ungraded: Drawn = { documents: [null, null, null, null, null, null] };
    const plans = [...times(12, [true]), ...times(12, [false]), ungraded];
    const { forReaders } = printedPointsOf(overall, [adviceRound(plans)]);
    expect(forReaders).toMatchObject({ base: { plans: 20, isExact: false }, met: null });
  });
});
