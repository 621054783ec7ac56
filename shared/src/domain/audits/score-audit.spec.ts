import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cap, Criterion, FrameworkDefinition, Grade } from '../frameworks/index.js';
import { criterion, framework } from './framework.fixture.js';
import { rankOf, scoreAudit, type AuditScore, type Outcomes } from './score-audit.js';

const overallOf = (score: AuditScore) => {
  if (!score.overall) throw new Error('this audit has no overall grade');
  return score.overall;
};

const voiceAndHealth = framework({
  voice: [60, [criterion('heard', 2), criterion('attributed', 1)]],
  health: [40, [criterion('needs'), criterion('provision')]],
});

describe('the score of an audit', () => {
  it('goes from criteria by their weight to domains, and from domains to the whole', () => {
    const score = scoreAudit(voiceAndHealth, {
      heard: 'outstanding',
      attributed: 'inadequate',
      needs: 'good',
      provision: 'requires-improvement',
    });
    expect(score.domains.map(({ key, score: mean, grade }) => [key, mean, grade])).toEqual([
      ['voice', 3, 'good'],
      ['health', 2.5, 'requires-improvement'],
    ]);
    expect(overallOf(score)).toMatchObject({ score: 2.8, calculatedGrade: 'good' });
  });

  it('leaves out what is not applicable and gives its domain’s weight to the others', () => {
    const withoutHealth = scoreAudit(voiceAndHealth, {
      heard: 'good',
      attributed: 'good',
      needs: 'not-applicable',
      provision: 'not-applicable',
    });
    expect(withoutHealth.domains[1]).toMatchObject({ score: null, grade: null });
    expect(overallOf(withoutHealth).score).toBe(3);
  });

  it('enters domains unrounded and rounds half up once', () => {
    const eighths = framework({
      voice: [50, [criterion('a', 7), criterion('b', 1)]],
      health: [50, [criterion('c', 5), criterion('d', 3)]],
    });
    const lower = 'requires-improvement';
    const score = scoreAudit(eighths, { a: 'good', b: lower, c: 'good', d: lower });
    expect(score.domains.map((domain) => domain.score)).toEqual([2.88, 2.63]);
    // 2.875 and 2.625 make 2.75; the printed 2.88 and 2.63 would make 2.76.
    expect(overallOf(score).score).toBe(2.75);
  });

  it('that prints as a band’s edge has reached the band', () => {
    const edge = framework({ voice: [100, [criterion('a', 3), criterion('b', 1)]] });
    expect(overallOf(scoreAudit(edge, { a: 'good', b: 'requires-improvement' }))).toMatchObject({
      score: 2.75,
      calculatedGrade: 'good',
    });
    const near = framework({ voice: [100, [criterion('a', 149), criterion('b', 51)]] });
    // 2.745 prints as 2.75, so it is Good; 2.744 would not be.
    expect(overallOf(scoreAudit(near, { a: 'good', b: 'requires-improvement' }))).toMatchObject({
      score: 2.75,
      calculatedGrade: 'good',
    });
  });

  it('refuses a grade that the scale does not have', () => {
    expect(() => scoreAudit(voiceAndHealth, { heard: 'excellent' })).toThrow('excellent');
  });
});

describe('an overall grade', () => {
  const ten = Array.from({ length: 10 }, (_, index) => criterion(`c${index}`));
  const allGood = Object.fromEntries(ten.map(({ key }) => [key, 'good']));

  it('needs nine in ten of what applies to be graded; "cannot tell" is not graded', () => {
    const plain = framework({ voice: [100, ten] });
    expect(scoreAudit(plain, { ...allGood, c0: 'cannot-tell' }).overall).not.toBeNull();
    const two = scoreAudit(plain, { ...allGood, c0: 'cannot-tell', c1: null });
    expect(two.overall).toBeNull();
    expect(two.domains[0]?.score).toBe(3);
    expect(two.completeness).toMatchObject({ applicable: 10, graded: 8, complete: false });
  });

  it('needs every critical criterion that applies', () => {
    const critical = framework({ voice: [100, [...ten, criterion('critical', 1, true)]] });
    const without = scoreAudit(critical, { ...allGood, critical: 'cannot-tell' });
    expect(without.completeness.criticalNotGraded).toEqual(['critical']);
    expect(without.overall).toBeNull();
    expect(scoreAudit(critical, { ...allGood, critical: 'not-applicable' }).overall).not.toBeNull();
  });

  it('is not given where nothing applies', () => {
    const plain = framework({ voice: [100, [criterion('only')]] });
    expect(scoreAudit(plain, { only: 'not-applicable' }).overall).toBeNull();
  });
});

describe('a cap', () => {
  const caps: Cap[] = [
    {
      key: 'one-critical',
      when: { countOf: 'critical', atOrBelow: 'inadequate', atLeast: 1 },
      ceiling: 'requires-improvement',
      because: 'a critical criterion is inadequate',
    },
    {
      key: 'three-critical',
      when: { countOf: 'critical', atOrBelow: 'inadequate', atLeast: 3 },
      ceiling: 'inadequate',
      because: 'three critical criteria are inadequate',
    },
    {
      key: 'voice',
      when: { domain: 'voice', atOrBelow: 'inadequate' },
      ceiling: 'requires-improvement',
      because: 'the child’s voice is inadequate',
    },
  ];
  const critical = [1, 2, 3].map((number) => criterion(`critical${number}`, 1, true));
  const many = Array.from({ length: 30 }, (_, index) => criterion(`c${index}`));
  const capped = framework(
    { voice: [10, [criterion('voice')]], rest: [90, [...critical, ...many]] },
    { caps },
  );
  const best = Object.fromEntries(
    ['voice', ...critical.map(({ key }) => key), ...many.map(({ key }) => key)].map((key) => [
      key,
      'outstanding',
    ]),
  );

  it('holds the overall grade down and is named beside the calculated grade', () => {
    const overall = overallOf(scoreAudit(capped, { ...best, critical1: 'inadequate' }));
    expect(overall.calculatedGrade).toBe('outstanding');
    expect(overall.cappedGrade).toBe('requires-improvement');
    expect(overall.capsApplied.map(({ key }) => key)).toEqual(['one-critical']);
  });

  it('of the lowest ceiling wins, and all that apply are listed', () => {
    const worst = { critical1: 'inadequate', critical2: 'inadequate', critical3: 'inadequate' };
    const overall = overallOf(scoreAudit(capped, { ...best, ...worst, voice: 'inadequate' }));
    expect(overall.cappedGrade).toBe('inadequate');
    expect(overall.capsApplied).toHaveLength(3);
  });

  it('never raises a grade that is lower already', () => {
    const low = Object.fromEntries(Object.keys(best).map((key) => [key, 'inadequate']));
    expect(overallOf(scoreAudit(capped, low)).cappedGrade).toBe('inadequate');
  });
});

describe('any framework and any answers', () => {
  const grades = fc.integer({ min: 3, max: 6 }).map((count): Grade[] =>
    Array.from({ length: count }, (_, rank) => ({
      key: `g${rank}`,
      label: `Grade ${rank}`,
      neutralLabel: `Level ${rank}`,
      points: count - rank,
      from: rank === count - 1 ? 0 : count - rank - 0.5,
    })),
  );
  const cases = grades.chain((scale) => {
    const outcome = fc.constantFrom(
      ...scale.map(({ key }) => key),
      'not-applicable',
      'cannot-tell',
    );
    const answered = fc.record({
      weight: fc.integer({ min: 1, max: 9 }),
      critical: fc.boolean(),
      outcome,
    });
    const domain = fc.tuple(
      fc.integer({ min: 1, max: 40 }),
      fc.array(answered, { minLength: 1, maxLength: 12 }),
    );
    const rank = fc.integer({ min: 0, max: scale.length - 1 });
    const cap = fc.record({
      worst: rank,
      ceiling: rank,
      atLeast: fc.integer({ min: 1, max: 3 }),
      whole: fc.boolean(),
    });
    return fc.record({
      scale: fc.constant(scale),
      domains: fc.array(domain, { minLength: 2, maxLength: 12 }),
      caps: fc.array(cap, { maxLength: 5 }),
    });
  });
  type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

  function build({ scale, domains, caps }: Case) {
    const outcomes: Record<string, string> = {};
    const built = domains.map(([weight, criteria], d): [string, [number, Criterion[]]] => [
      `d${d}`,
      [
        weight,
        criteria.map(({ weight: own, critical, outcome }, c) => {
          outcomes[`d${d}c${c}`] = outcome;
          return criterion(`d${d}c${c}`, own, critical);
        }),
      ],
    ]);
    const keyAt = (rank: number) => scale[rank]?.key ?? '';
    const definition = framework(Object.fromEntries(built), {
      grades: scale,
      caps: caps.map(({ worst, ceiling, atLeast, whole }, index): Cap => {
        const atOrBelow = keyAt(worst);
        return {
          key: `cap${index}`,
          when: whole ? { domain: 'd0', atOrBelow } : { countOf: 'critical', atOrBelow, atLeast },
          ceiling: keyAt(ceiling),
          because: '',
        };
      }),
    });
    return { definition, outcomes };
  }
  const holdsFor = (property: (built: ReturnType<typeof build>) => void) => {
    fc.assert(
      fc.property(cases, (one) => {
        property(build(one));
      }),
      { seed: 20261122, numRuns: 1500 },
    );
  };
  const resultOf = (definition: FrameworkDefinition, outcomes: Outcomes) => {
    const { overall, domains } = scoreAudit(definition, outcomes);
    return {
      overall: overall && [overall.score, overall.calculatedGrade, overall.cappedGrade],
      domains: Object.fromEntries(domains.map(({ key, score, grade }) => [key, [score, grade]])),
    };
  };

  it('give the same result in whatever order domains and criteria stand', () => {
    holdsFor(({ definition, outcomes }) => {
      const turned = {
        ...definition,
        caps: definition.caps.toReversed(),
        domains: definition.domains
          .map((domain) => ({ ...domain, criteria: domain.criteria.toReversed() }))
          .toReversed(),
      };
      expect(resultOf(turned, outcomes)).toEqual(resultOf(definition, outcomes));
    });
  });

  it('give the same result whatever the grades are called', () => {
    holdsFor(({ definition, outcomes }) => {
      const { scale } = definition;
      const renamed = scale.grades.map((grade) => ({ ...grade, label: `${grade.label} renamed` }));
      const other = { ...definition, scale: { ...scale, grades: renamed } };
      expect(resultOf(other, outcomes)).toEqual(resultOf(definition, outcomes));
    });
  });

  it('give a score between the worst and the best points given', () => {
    holdsFor(({ definition, outcomes }) => {
      const { domains, overall } = scoreAudit(definition, outcomes);
      const points = domains
        .flatMap(({ criteria }) => criteria.map((one) => one.points))
        .filter((one) => one !== null);
      if (!overall) return;
      expect(overall.score).toBeGreaterThanOrEqual(Math.min(...points));
      expect(overall.score).toBeLessThanOrEqual(Math.max(...points));
    });
  });

  it('are the same without what is not applicable or cannot be told', () => {
    holdsFor(({ definition, outcomes }) => {
      const counted = definition.domains.map((domain) => ({
        ...domain,
        criteria: domain.criteria.filter(({ key }) => String(outcomes[key]).startsWith('g')),
      }));
      const less = scoreAudit({ ...definition, domains: counted }, outcomes).domains;
      const whole = scoreAudit(definition, outcomes).domains;
      expect(less.map(({ score }) => score)).toEqual(whole.map(({ score }) => score));
    });
  });

  it('never improve when one answer gets worse', () => {
    holdsFor(({ definition, outcomes }) => {
      const { grades: scale } = definition.scale;
      const graded = Object.entries(outcomes).filter(([, outcome]) => outcome.startsWith('g'));
      const better = scoreAudit(definition, outcomes).overall;
      for (const [key, outcome] of graded.slice(0, 3)) {
        const lower = scale[rankOf(outcome, scale) + 1]?.key ?? outcome;
        const worse = scoreAudit(definition, { ...outcomes, [key]: lower }).overall;
        if (!better || !worse) continue;
        expect(worse.score).toBeLessThanOrEqual(better.score);
        expect(rankOf(worse.cappedGrade, scale)).toBeGreaterThanOrEqual(
          rankOf(better.cappedGrade, scale),
        );
      }
    });
  });
});
