import { describe, expect, it } from '@jest/globals';
import type { Cap } from '../frameworks/index.js';
import { criterion, four, framework } from './framework.fixture.js';
import { scoreAudit, type AuditScore } from './score-audit.js';

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

  it('has reached a band whose edge is a sum that a computer makes a little too large', () => {
    const edge = 2.1 + 0.2;
    expect(edge).toBeGreaterThan(2.3);
    const grades = four.map((grade) => (grade.key === 'good' ? { ...grade, from: edge } : grade));
    const plain = framework({ voice: [100, [criterion('a', 3), criterion('b', 7)]] }, { grades });
    expect(overallOf(scoreAudit(plain, { a: 'good', b: 'requires-improvement' }))).toMatchObject({
      score: 2.3,
      calculatedGrade: 'good',
    });
  });

  it('rises when a low grade becomes "cannot tell", which is no grade', () => {
    const plain = framework({ voice: [100, [criterion('a'), criterion('b')]] });
    const scoreOf = (b: string) => scoreAudit(plain, { a: 'good', b }).domains[0]?.score;
    expect([scoreOf('inadequate'), scoreOf('cannot-tell')]).toEqual([2, 3]);
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
