import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkFramework, type FrameworkDefinition, type Grade } from '../frameworks/index.js';
import { gradesOpenTo } from './final-grade.js';
import { featuresOf } from './generated-audit-features.fixture.js';
import {
  auditRecipes,
  generatedAudit,
  type AuditRecipe,
  type GeneratedAudit,
} from './generated-audit.fixture.js';
import { proposedOutcomes } from './moderation-triggers.js';
import { rankOf, scoreAudit, type AuditScore, type Outcome, type Outcomes } from './score-audit.js';

interface Case extends GeneratedAudit {
  score: AuditScore;
  grades: readonly Grade[];
}

const isGrade = (outcome: Outcome | undefined, grades: readonly Grade[]): boolean =>
  grades.some(({ key }) => key === outcome);
const criteriaOf = ({ domains }: FrameworkDefinition) => domains.flatMap((one) => one.criteria);
const gradesOf = (score: AuditScore) => ({
  domains: Object.fromEntries(score.domains.map((one) => [one.key, [one.score, one.grade]])),
  completeness: {
    ...score.completeness,
    criticalNotGraded: score.completeness.criticalNotGraded.toSorted(),
  },
  overall: score.overall && {
    ...score.overall,
    capsApplied: score.overall.capsApplied.map(({ key }) => key).toSorted(),
  },
});

/** Whether a number of two decimals is the mean rounded half up, in whole numbers alone. */
const isRounded = (score: number, over: bigint, under: bigint): boolean => {
  const hundredths = BigInt(Math.round(score * 100));
  const twice = 200n * over;
  return (2n * hundredths - 1n) * under <= twice && twice < (2n * hundredths + 1n) * under;
};

/** That nothing in one result is better than in another. */
function expectNoBetter(worse: AuditScore, better: AuditScore, grades: readonly Grade[]): void {
  const isLower = worse.domains.every(
    ({ score }, at) => (score ?? 0) <= (better.domains[at]?.score ?? 0),
  );
  expect(isLower).toBe(true);
  expect(worse.completeness).toEqual(better.completeness);
  if (!worse.overall || !better.overall) {
    expect(worse.overall).toBe(better.overall);
    return;
  }
  const [low, high] = [worse.overall, better.overall].map(
    ({ score, calculatedGrade, cappedGrade, capsApplied }) => {
      const ceilings = capsApplied.map(({ ceiling }) => ceiling);
      const [open = ''] = gradesOpenTo(cappedGrade, ceilings, grades);
      const ranks = [calculatedGrade, cappedGrade, open].map((grade) => rankOf(grade, grades));
      return { figures: [-score, ...ranks], caps: capsApplied };
    },
  );
  expect(high?.caps.filter((cap) => !low?.caps.includes(cap))).toEqual([]);
  expect(low?.figures.every((figure, at) => figure >= (high?.figures[at] ?? 0))).toBe(true);
}

const nextLower = (outcome: Outcome | undefined, grades: readonly Grade[]): string | undefined =>
  isGrade(outcome, grades) ? grades[rankOf(String(outcome), grades) + 1]?.key : undefined;

const properties: Record<string, (one: Case) => void> = {
  'is of a framework that may be published': ({ definition }) => {
    expect(checkFramework(definition)).toEqual([]);
  },

  'is an exact mean by weight, rounded half up once': ({ score }) => {
    const means = score.domains.map(({ weight, criteria, score: printed }) => {
      const counted = criteria.filter(({ points }) => points !== null);
      const over = counted.reduce((sum, one) => sum + BigInt(one.weight * (one.points ?? 0)), 0n);
      const under = counted.reduce((sum, one) => sum + BigInt(one.weight), 0n);
      expect(printed === null ? under === 0n : isRounded(printed, over, under)).toBe(true);
      return { weight: BigInt(weight), over, under };
    });
    if (!score.overall) return;
    const left = means.filter(({ under }) => under > 0n);
    const product = left.reduce((all, { under }) => all * under, 1n);
    const over = left.reduce((sum, one) => sum + (one.weight * one.over * product) / one.under, 0n);
    const weights = left.reduce((sum, { weight }) => sum + weight, 0n);
    expect(isRounded(score.overall.score, over, product * weights)).toBe(true);
  },

  'is the same without the criteria that are not applicable': ({ definition, outcomes, score }) => {
    const domains = definition.domains.map((domain) => ({
      ...domain,
      criteria: domain.criteria.filter(({ key }) => outcomes[key] !== 'not-applicable'),
    }));
    const without = scoreAudit({ ...definition, domains }, outcomes);
    expect(gradesOf(without)).toEqual(gradesOf(score));
  },

  'has the same scores without what nobody can tell': ({ definition, outcomes, score, grades }) => {
    const domains = definition.domains.map((domain) => ({
      ...domain,
      criteria: domain.criteria.filter(({ key }) => isGrade(outcomes[key], grades)),
    }));
    const without = scoreAudit({ ...definition, domains }, outcomes);
    expect(without.domains.map((one) => one.score)).toEqual(score.domains.map((one) => one.score));
    if (score.overall) expect(without.overall?.score).toBe(score.overall.score);
  },

  'gives the weight of a domain with nothing left to the others in proportion': (one) => {
    const left = one.definition.domains.filter((_, at) => one.score.domains[at]?.score !== null);
    const threefold = left.map((domain) => ({
      ...domain,
      weight: domain.weight * 3,
      criteria: domain.criteria.map((criterion) => ({
        ...criterion,
        weight: criterion.weight * 7,
      })),
    }));
    const again = scoreAudit({ ...one.definition, domains: threefold }, one.outcomes);
    if (one.score.overall && again.overall) {
      expect(again.overall.score).toBe(one.score.overall.score);
    }
  },

  'does not depend on any order': ({ definition, outcomes, given, score }) => {
    const turned = {
      ...definition,
      caps: definition.caps.toReversed(),
      domains: definition.domains
        .map((domain) => ({ ...domain, criteria: domain.criteria.toReversed() }))
        .toReversed(),
    };
    const backwards = Object.fromEntries(Object.entries(outcomes).toReversed());
    expect(gradesOf(scoreAudit(turned, backwards))).toEqual(gradesOf(score));
    const otherAgenciesFirst = Object.fromEntries(
      Object.entries(given).map(([key, list]) => [key, list.toReversed()]),
    );
    expect(proposedOutcomes(definition, otherAgenciesFirst)).toEqual(
      proposedOutcomes(definition, given),
    );
  },

  'does not depend on what anything is called': ({ definition, outcomes, score, grades }) => {
    const renamed = (key: string) => (isGrade(key, grades) ? `other-${key}` : key);
    const other: FrameworkDefinition = {
      ...definition,
      scale: {
        ...definition.scale,
        grades: grades.map((grade) => ({ ...grade, key: renamed(grade.key), label: 'Renamed' })),
      },
      domains: definition.domains.map((domain) => ({ ...domain, title: 'Renamed' })),
      caps: definition.caps.map((cap) => ({
        ...cap,
        ceiling: renamed(cap.ceiling),
        when: { ...cap.when, atOrBelow: renamed(cap.when.atOrBelow) },
      })),
    };
    const same = Object.entries(outcomes).map(([key, outcome]) => [
      key,
      outcome === null ? null : renamed(outcome),
    ]);
    const scored = scoreAudit(other, Object.fromEntries(same) as Outcomes);
    expect(scored.domains.map((one) => one.score)).toEqual(score.domains.map((one) => one.score));
    expect(scored.overall?.score).toBe(score.overall?.score);
    const capped = score.overall?.cappedGrade;
    expect(scored.overall?.cappedGrade).toBe(capped === undefined ? capped : renamed(capped));
  },

  'never rises when an agreed grade is worse': ({ definition, outcomes, score, grades }) => {
    for (const { key } of spread(criteriaOf(definition))) {
      const lower = nextLower(outcomes[key], grades);
      if (lower === undefined) continue;
      const worse = scoreAudit(definition, { ...outcomes, [key]: lower });
      expectNoBetter(worse, score, grades);
    }
  },

  'never rises when an agency’s grade is worse': ({ definition, given, grades }) => {
    const proposed = scoreAudit(definition, proposedOutcomes(definition, given));
    for (const [key, list] of spread(Object.entries(given))) {
      const lower = nextLower(list[0], grades);
      if (lower === undefined) continue;
      const changed = { ...given, [key]: list.with(0, lower) };
      const worse = scoreAudit(definition, proposedOutcomes(definition, changed));
      expectNoBetter(worse, proposed, grades);
    }
  },

  'has reached a band that begins at it, and none that begins a hundredth above': (one) => {
    const { definition, outcomes, grades } = one;
    const { score } = one.score.overall ?? { score: -1 };
    const rank = grades.slice(1).findIndex(({ points }) => score > points);
    if (rank < 0) return;
    const gradeWithBandFrom = (hundredths: number) => {
      const moved = grades.map((grade, at) =>
        at === rank ? { ...grade, from: hundredths / 100 } : grade,
      );
      const scale = { ...definition.scale, grades: moved };
      return scoreAudit({ ...definition, scale }, outcomes).overall?.calculatedGrade;
    };
    const hundredths = Math.round(score * 100);
    expect(gradeWithBandFrom(hundredths)).toBe(grades[rank]?.key);
    expect(gradeWithBandFrom(hundredths + 1)).toBe(grades[rank + 1]?.key);
  },

  'is there where nine in ten of what applies and all that is critical are graded': (one) => {
    const { definition, outcomes, grades, score } = one;
    const applicable = criteriaOf(definition).filter(
      ({ key }) => outcomes[key] !== 'not-applicable',
    );
    const missing = applicable.filter(({ key }) => !isGrade(outcomes[key], grades));
    const isEnough = applicable.length > 0 && 10 * missing.length <= applicable.length;
    expect(score.overall !== null).toBe(isEnough && !missing.some(({ critical }) => critical));
  },

  'lies between the worst and the best points given': ({ score }) => {
    const points = score.domains
      .flatMap(({ criteria }) => criteria.map((one) => one.points))
      .filter((one) => one !== null);
    if (!score.overall) return;
    expect(score.overall.score).toBeGreaterThanOrEqual(Math.min(...points));
    expect(score.overall.score).toBeLessThanOrEqual(Math.max(...points));
  },

  'is the worst of the calculated grade and the ceilings': ({ score, grades, definition }) => {
    if (!score.overall) return;
    const { calculatedGrade, cappedGrade, capsApplied } = score.overall;
    const limits = [calculatedGrade, ...capsApplied.map(({ ceiling }) => ceiling)];
    const worst = Math.max(...limits.map((grade) => rankOf(grade, grades)));
    expect(cappedGrade).toBe(grades[worst]?.key);
    const critical = criteriaOf(definition).filter((one) => one.critical);
    for (const cap of definition.caps) {
      const outcomeOf = (key: string) =>
        score.domains.flatMap(({ criteria }) => criteria).find((one) => one.key === key)?.outcome;
      const isLow = (grade: Outcome | undefined) =>
        isGrade(grade, grades) &&
        rankOf(String(grade), grades) >= rankOf(cap.when.atOrBelow, grades);
      const { when } = cap;
      const holds =
        'domain' in when
          ? isLow(score.domains.find(({ key }) => key === when.domain)?.grade)
          : critical.filter(({ key }) => isLow(outcomeOf(key))).length >= when.atLeast;
      expect(capsApplied.includes(cap)).toBe(holds);
    }
  },

  'of one grade throughout is that grade': ({ definition, grades }) => {
    for (const { key, points } of grades) {
      const same = Object.fromEntries(criteriaOf(definition).map((one) => [one.key, key]));
      const { overall } = scoreAudit(definition, same);
      expect([overall?.score, overall?.calculatedGrade]).toEqual([points, key]);
    }
  },
};

/** The first, the middle and the last of a list. */
function spread<Item>(list: readonly Item[]): Item[] {
  const places = [0, Math.floor(list.length / 2), list.length - 1];
  return list.filter((_, at) => places.includes(at));
}

// The rules know no console, and this test prints what it tried.
declare const console: { log: (text: string) => void };

const runs = { seed: 20261122, numRuns: 5000 };

/** The share of cases that a property must not be spared of, in per cent. */
const leastShare = 10;

function caseOf(recipe: AuditRecipe): Case {
  const audit = generatedAudit(recipe);
  const { definition, outcomes } = audit;
  return { ...audit, score: scoreAudit(definition, outcomes), grades: definition.scale.grades };
}

describe('the result of any audit of any framework', () => {
  const failed = new Set<string>();
  const seen: Record<string, number> = {};

  // The cases are made once for all properties, because making them takes longest.
  beforeAll(() => {
    for (const recipe of fc.sample(auditRecipes, runs)) {
      const one = caseOf(recipe);
      for (const [feature, has] of Object.entries(featuresOf(one, one.score))) {
        seen[feature] = (seen[feature] ?? 0) + (has ? 1 : 0);
      }
      for (const [name, property] of Object.entries(properties)) {
        if (failed.has(name)) continue;
        try {
          property(one);
        } catch {
          failed.add(name);
        }
      }
    }
  }, 120_000);

  it.each(Object.entries(properties))('%s', (name, property) => {
    // Run again alone, so that fast-check finds the smallest case and says it.
    const again = fc.property(auditRecipes, (recipe) => property(caseOf(recipe)));
    if (failed.has(name)) fc.assert(again, runs);
    expect(failed).not.toContain(name);
  });

  it('is tried on every feature of frameworks and audits in at least a tenth of the cases', () => {
    const shares = Object.entries(seen).map(([feature, count]) => ({
      feature,
      share: (100 * count) / runs.numRuns,
    }));
    const lines = shares.map(
      ({ feature, share }) => `${share.toFixed(1).padStart(6)}%  ${feature}`,
    );
    console.log(`Of ${runs.numRuns} generated audits:\n${lines.join('\n')}`);
    expect(shares.filter(({ share }) => share < leastShare)).toEqual([]);
  });
});
