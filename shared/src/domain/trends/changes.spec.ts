import { describe, expect, it } from '@jest/globals';
import { plannedComparison, sum } from '../statistics/index.js';
import { changesOf, powerToShow } from './changes.js';
import type { RoundResults } from './measure-points.js';
import { measuresOf } from './measures.js';
import { aRound, frameworkOf, quarters, seeded } from './rounds.fixture.js';
import { sidesOf } from './sides.js';

const four = ['voice', 'health', 'care', 'outcomes'];
const definition = frameworkOf(four);
const [overall, ...domains] = measuresOf(definition) as [never, ...never[]];

/** A quarter in which each plan is good with a chance, overall and in each of four domains. */
function drawn(
  chance: () => number,
  quarter: string,
  shareGood: number,
  shareByDomain: number[] = [],
): RoundResults {
  const grade = (share: number) => (chance() < share ? 3 : 2);
  return aRound(quarter, () => ({
    finalGrade: grade(shareGood),
    domainGrades: four.map((_, at) => grade(shareByDomain[at] ?? shareGood)),
  }));
}

const eightQuarters = quarters(8);

/** How often a change is claimed in series of eight quarters of 31 plans each. */
function claimsIn(
  count: number,
  seed: number,
  [earlier, later]: [number, number],
  measures: never[],
) {
  const chance = seeded(seed);
  const claims = { rise: 0, fall: 0, any: 0 };
  for (let series = 0; series < count; series += 1) {
    const rounds = eightQuarters.map((quarter, at) =>
      drawn(chance, quarter, at < 4 ? earlier : later),
    );
    const outcomes = changesOf(measures, rounds).map(({ comparison }) => comparison?.outcome);
    if (outcomes.includes('rise')) claims.rise += 1;
    if (outcomes.includes('fall')) claims.fall += 1;
    if (outcomes.includes('rise') || outcomes.includes('fall')) claims.any += 1;
  }
  return { rise: claims.rise / count, fall: claims.fall / count, any: claims.any / count };
}

describe('a change that the page claims', () => {
  it('is claimed as often as the size of the samples predicts', () => {
    const size = 4 * 31;
    const { detectableChange } = plannedComparison({
      sampleSizes: [size, size],
      power: powerToShow,
    });
    const half = detectableChange / 2;
    const { rise, fall } = claimsIn(2000, 1, [0.5 - half, 0.5 + half], [overall]);
    expect(Math.abs(rise - powerToShow)).toBeLessThan(0.03);
    expect(fall).toBe(0);
  });

  it('is the size that the sentence names, when it shows four times in five', () => {
    const chance = seeded(3);
    const names = Array.from({ length: 50 }, () => {
      const rounds = eightQuarters.map((quarter) => drawn(chance, quarter, 0.5));
      return changesOf([overall], rounds)[0]?.changeThatShows ?? 0;
    });
    const named = sum(names) / names.length;
    const { rise } = claimsIn(2000, 2, [0.5 - named / 2, 0.5 + named / 2], [overall]);
    expect(Math.abs(rise - powerToShow)).toBeLessThan(0.03);
  });

  it.each([0.5, 0.8])(
    'is hardly ever claimed where nothing but chance is at work, at %d',
    (share) => {
      const { rise, fall, any } = claimsIn(
        2000,
        Math.round(share * 100),
        [share, share],
        [overall],
      );
      expect(rise).toBeLessThanOrEqual(0.05);
      expect(fall).toBeLessThanOrEqual(0.05);
      // 5% in the long run; three standard errors of 2,000 series are 1.5 points.
      expect(any).toBeLessThanOrEqual(0.065);
    },
  );

  it('is claimed of any of four domains no more often than of one', () => {
    const { any } = claimsIn(400, 4, [0.5, 0.5], domains);
    // Without Holm it would be about 18%. Three standard errors of 400 series are 3 points.
    expect(any).toBeLessThanOrEqual(0.08);
  });

  it('is found among noise, and no domain beside it is claimed with it more often than by chance', () => {
    const chance = seeded(5);
    const claims = four.map(() => 0);
    for (let series = 0; series < 200; series += 1) {
      const rounds = eightQuarters.map((quarter, at) =>
        drawn(chance, quarter, 0.5, at < 4 ? [] : [0.5, 0.8, 0.5, 0.5]),
      );
      changesOf(domains, rounds).forEach(({ comparison }, at) => {
        if (comparison?.outcome === 'rise') claims[at] = (claims[at] ?? 0) + 1;
      });
    }
    const [voice = 1, health = 0, care = 1, outcomes = 1] = claims.map((count) => count / 200);
    expect(health).toBeGreaterThan(0.95);
    expect(Math.max(voice, care, outcomes)).toBeLessThan(0.05);
  });
});

describe('the domains read together', () => {
  const lifted = (at: number, lift: number[]) => (_: string, number: number) => ({
    domainGrades: four.map((_key, domain) =>
      number / 8 < 0.4 + (at < 4 ? 0 : (lift[domain] ?? 0)) ? 3 : 2,
    ),
  });
  const changes = (lift: number[]) =>
    changesOf(
      domains,
      eightQuarters.map((quarter, at) => aRound(quarter, lifted(at, lift))),
    );

  it('share one confidence, so that a change is claimed exactly when its interval excludes 0', () => {
    const found = changes([0.4, 0, 0.2, 0]).map(({ comparison }) => comparison);
    const judged = found.flatMap((one) => (one && 'interval' in one ? [one] : []));
    expect(judged).toHaveLength(4);
    expect(new Set(judged.map(({ confidence }) => confidence)).size).toBe(1);
    for (const { outcome, interval } of judged) {
      expect(outcome === 'no-clear-change').toBe(interval.lower <= 0 && interval.upper >= 0);
    }
    expect(judged[0]?.outcome).toBe('rise');
  });

  it('allow for fewer once some have shown (Holm)', () => {
    const [none] = changes([0, 0, 0, 0]).map(({ comparison }) => comparison);
    const [two] = changes([0.5, 0.5, 0, 0]).map(({ comparison }) => comparison);
    expect(none).toMatchObject({ confidence: 1 - 0.05 / 4 });
    expect(two).toMatchObject({ confidence: 1 - 0.05 / 2, outcome: 'rise' });
  });
});

describe('the quarters compared', () => {
  const at = (quarter: string, frameworkVersionId = 'first') => ({ quarter, frameworkVersionId });
  const keys = (rounds: { quarter: string }[]) => rounds.map(({ quarter }) => quarter);
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = quarters(6);

  it('are a year against the year before', () => {
    const sides = sidesOf(eightQuarters.map((quarter) => at(quarter)));
    if (!sides.later) throw new Error('nothing to compare');
    expect(keys(sides.earlier)).toEqual(eightQuarters.slice(0, 4));
    expect(keys(sides.later)).toEqual(eightQuarters.slice(4));
  });

  it('are those that both years have', () => {
    const sides = sidesOf([a, b, d, e, f].map((quarter) => at(quarter)));
    expect(sides).toMatchObject({ later: [at(e), at(f)], earlier: [at(a), at(b)] });
  });

  it('are the latest and the one before as long as there is no year before', () => {
    const sides = sidesOf([a, b, c].map((quarter) => at(quarter)));
    expect(sides).toMatchObject({ later: [at(c)], earlier: [at(b)], isSameSeason: false });
  });

  it('never come from another version of the framework', () => {
    expect(sidesOf([at(a), at(b, 'second')])).toEqual({ later: null, why: 'framework-changed' });
    const sides = sidesOf([at(a), at(b), at(c), at(d), at(e, 'second'), at(f, 'second')]);
    expect(sides).toMatchObject({ later: [at(f, 'second')], earlier: [at(e, 'second')] });
  });

  it('are none for the first quarter', () => {
    expect(sidesOf([at(a)])).toEqual({ later: null, why: 'first-quarter' });
  });
});
