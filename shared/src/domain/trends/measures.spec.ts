import { describe, expect, it } from '@jest/globals';
import { pointOf } from './measure-points.js';
import { measuresOf, standardTitle, type Measure, type MeasureRule } from './measures.js';
import { readingOf } from './readings.js';
import { aResult, aRound, four, frameworkOf, strata } from './rounds.fixture.js';

const measure = (rule: MeasureRule): Measure => ({
  ...{ key: 'm', kind: 'indicator', title: 'M', shortTitle: 'M', askedBy: null },
  rule,
});

describe('the measures of a framework', () => {
  it('are its overall share, one for each domain and one for each indicator', () => {
    const definition = frameworkOf(
      ['voice', 'health'],
      [
        {
          ...{ key: 'smart', title: 'SMART outcomes', measure: 'Afl4.1.6' },
          rule: { kind: 'ratio', numerator: 'smart', denominator: 'outcomes' },
        },
      ],
    );
    expect(measuresOf(definition)).toMatchObject([
      { key: 'overall', title: 'Overall, Good or better', rule: { atLeast: 3 } },
      { key: 'domain-voice', title: 'voice, Good or better', rule: { domain: 0, atLeast: 3 } },
      { key: 'domain-health', rule: { domain: 1 } },
      { key: 'indicator-smart', askedBy: 'Afl4.1.6', rule: { of: 'ratio' } },
    ]);
  });

  it.each([
    ['good', 'Good or better'],
    ['outstanding', 'Outstanding'],
  ])('name the standard by the scale: %s', (meetsFrom, title) => {
    expect(standardTitle({ grades: four, meetsFrom, evidenceRequiredFor: [] })).toBe(title);
  });
});

describe('what an audit says of a measure', () => {
  const need = { field: 'need', op: 'eq', value: 'yes' } as const;
  const outcomes = { field: 'outcomes', op: 'gte', value: 1 } as const;
  const share = measure({ of: 'share', base: need, meets: outcomes });
  const ratio = measure({ of: 'ratio', numerator: 'smart', denominator: 'outcomes' });
  const reading = (of: Measure, facts: Record<string, number | string | null>) =>
    readingOf(of, aResult({ facts }));

  it.each([
    [{ need: 'yes', outcomes: 2 }, true],
    [{ need: 'yes', outcomes: 0 }, false],
    [{ need: 'no', outcomes: 2 }, null],
    [{ need: 'unclear', outcomes: 2 }, null],
    [{ need: 'yes', outcomes: null }, null],
    [{ need: 'yes' }, null],
  ])('of a share with %j is %s', (facts, expected) => {
    expect(reading(share, facts)).toBe(expected);
  });

  it('of a share is "not met" where the answer is unclear, because that is an answer', () => {
    const met = measure({ of: 'share', meets: need });
    expect(reading(met, { need: 'unclear' })).toBe(false);
  });

  it('of a ratio is both counts, and nothing where there was nothing to count', () => {
    expect(reading(ratio, { smart: 2, outcomes: 5 })).toEqual({ numerator: 2, denominator: 5 });
    expect(reading(ratio, { smart: 0, outcomes: 0 })).toBeNull();
    expect(reading(ratio, { smart: null, outcomes: 5 })).toBeNull();
  });

  it('of a grade is whether it reaches the standard, and nothing for a partial audit', () => {
    const overall = measure({ of: 'final-grade', atLeast: 3 });
    const grades = [4, 3, 2, null].map((finalGrade) => readingOf(overall, aResult({ finalGrade })));
    expect(grades).toEqual([true, true, false, null]);
    const second = measure({ of: 'criterion-grade', criterion: 1, atLeast: 3 });
    const agreed = [3, 2, 0, -1, null].map((grade) =>
      readingOf(second, aResult({ agreedGrades: [4, grade] })),
    );
    expect(agreed).toEqual([true, false, null, null, null]);
  });
});

describe('the point of a quarter', () => {
  const overall = measure({ of: 'final-grade', atLeast: 3 });
  const half = aRound('2026-27-Q1', (_, number) => ({ finalGrade: number % 2 === 0 ? 3 : 2 }));

  it('weighs each audit by the plans of its stratum', () => {
    const onlyPost16 = aRound('2026-27-Q1', (stratum) => ({
      finalGrade: stratum === 'post-16' ? 3 : 2,
    }));
    const { register } = pointOf(overall, [onlyPost16]);
    expect(register.given && register.estimate).toBeCloseTo(290 / 1500, 12);
  });

  it('is surer of the register than of how plans are written', () => {
    const { register, service } = pointOf(overall, [half]);
    expect(register.given && service.given).toBe(true);
    if (!register.given || !service.given) return;
    expect(register.estimate).toBe(service.estimate);
    expect(register.standardError).toBeLessThan(service.standardError);
  });

  it('lets the completed audits of a stratum stand for those that were not completed', () => {
    const results = half.results.filter(
      ({ stratum }, place) => stratum !== 'primary-mainstream' || place % 2 === 0,
    );
    const { counts, register } = pointOf(overall, [{ ...half, results }]);
    expect(counts.audited).toBe(results.length);
    expect(register.populationSize).toBe(1500);
  });

  it('joins a stratum with fewer than two completed audits to its neighbour', () => {
    const without = half.results.filter(({ stratum }) => stratum !== 'early-years');
    const { register } = pointOf(overall, [{ ...half, results: without }]);
    expect(register).toMatchObject({ given: true, populationSize: 1500 });
    // The 90 plans of early years are spoken for by primary, mainstream: 6 audits for 410 plans.
    const weights = strata.map(({ key, populationSize }) => {
      const found = without.filter((result) => result.stratum === key);
      const met = found.filter(({ finalGrade }) => finalGrade === 3).length;
      const plans = key === 'primary-mainstream' ? populationSize + 90 : populationSize;
      return found.length === 0 ? 0 : (plans * met) / found.length;
    });
    const share = weights.reduce((all, one) => all + one, 0) / 1500;
    expect(register.given && register.estimate).toBeCloseTo(share, 12);
  });

  it('says why there is none', () => {
    expect(pointOf(overall, [{ ...half, results: [] }]).register).toMatchObject({
      ...{ given: false, reason: 'stratum-not-sampled' },
    });
    const partial = aRound('2026-27-Q1', () => ({ finalGrade: null }));
    expect(pointOf(overall, [partial]).register).toMatchObject({ reason: 'nothing-applicable' });
  });

  it('of several quarters counts each of them', () => {
    const rounds = ['2025-26-Q4', '2026-27-Q1'].map((quarter) => ({ ...half, quarter }));
    const { quarters, counts } = pointOf(overall, rounds);
    expect([quarters, counts.audited]).toEqual([['2025-26-Q4', '2026-27-Q1'], 62]);
  });
});
