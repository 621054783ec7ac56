import fc from 'fast-check';
import { apportion } from '../statistics/index.js';
import type {
  Applicability,
  Cap,
  Criterion,
  Domain,
  FrameworkDefinition,
  Indicator,
  ProfileField,
  Scale,
  Titled,
} from './definition.js';
import { criterionBases, planSections } from './definition.js';
import { drawing, type Drawing } from './drawing.fixture.js';
import { generatedCondition, generatedFacts, generatedFields } from './generated-fields.fixture.js';
import { frameworkLimits as limits } from './limits.js';

/** How large each part of a generated framework is. fast-check draws it, and makes it smaller when a test fails. */
export interface Recipe {
  /** Decides everything that has no number of its own here. */
  seed: number;
  grades: number;
  agencies: number;
  domains: number;
  /** Of one domain; the first domain has as many, the others at most twelve. */
  criteriaMost: number;
  fields: number;
  /** Groups inside groups of a condition; 0 for single tests. */
  conditionDepth: number;
  caps: number;
}

const between = (min: number, max: number) => fc.integer({ min, max });

export const recipes: fc.Arbitrary<Recipe> = fc.record({
  seed: fc.nat(),
  grades: between(limits.gradesMin, limits.gradesMax),
  agencies: between(1, limits.agenciesMax),
  domains: between(limits.domainsMin, limits.domainsMax),
  criteriaMost: fc.oneof(
    { weight: 6, arbitrary: between(1, 3) },
    { weight: 2, arbitrary: between(4, 12) },
    { weight: 1, arbitrary: between(13, limits.criteriaMax) },
  ),
  fields: between(1, 8),
  conditionDepth: between(0, 3),
  caps: between(0, limits.capsMax),
});

const titles = ['Voice', 'Needs', 'Outcomes', 'Provision', 'Élan', 'Health (F & G)', 'Year 9 on'];
const texts = [
  'Section A.',
  'Clearly said.',
  'In part, or late.',
  'Nothing — none.',
  '“So” it is.',
];

/** A framework that `checkFramework` finds nothing wrong with. The same recipe makes the same one. */
export function frameworkOf(recipe: Recipe): FrameworkDefinition {
  const draw = drawing(recipe.seed);
  const agencies = titled('agency', recipe.agencies, draw);
  const scale = scaleOf(recipe.grades, draw);
  const profileFields = generatedFields(recipe, agencies, draw);
  const facts = generatedFacts(recipe, agencies, profileFields, draw);
  const parts = { recipe, agencies, scale, profileFields, draw };
  const domains = domainsOf(parts);
  return {
    kind: draw.of(['ehc-plan', 'health-advice']),
    title: draw.of(titles),
    purpose: draw.of(texts),
    unit: 'plan',
    unitTitle: 'One plan',
    actionPlanRefs: [],
    agencies,
    scale,
    profileFields,
    domains,
    facts,
    indicators: indicatorsOf(parts, facts),
    caps: capsOf(parts, domains),
    sources: [{ key: 'code', title: 'SEND code of practice', url: 'https://www.gov.uk/code' }],
    trainingTags: titled('tag', 3, draw),
  };
}

export const generatedFrameworks: fc.Arbitrary<FrameworkDefinition> = recipes.map(frameworkOf);

interface Parts {
  recipe: Recipe;
  agencies: readonly Titled[];
  scale: Scale;
  profileFields: readonly ProfileField[];
  draw: Drawing;
}

const list = <Item>(length: number, item: (at: number) => Item): Item[] =>
  Array.from({ length }, (_, at) => item(at));

const titled = (key: string, length: number, draw: Drawing): Titled[] =>
  list(length, (at) => ({ key: `${key}-${at}`, title: draw.of(titles) }));

/** Points in any steps; each band begins anywhere above the next lower grade, often in the middle. */
function scaleOf(count: number, draw: Drawing): Scale {
  const steps = draw.in100(60) ? list(count, () => 1) : list(count, () => draw.whole(1, 12));
  const points = steps.map((_, at) => steps.slice(at + 1).reduce((sum, step) => sum + step, 0));
  const lift = draw.whole(0, 1);
  const grades = points.map((own, at) => {
    const hundredths = 100 * (own - (points[at + 1] ?? own));
    const down = draw.in100(50) ? hundredths / 2 : draw.whole(0, hundredths - 1);
    const from = at === count - 1 ? 0 : (100 * (own + lift) - down) / 100;
    return {
      ...{ key: `grade-${at}`, label: `Grade ${at}`, neutralLabel: `Level ${at}` },
      ...{ points: own + lift, from },
    };
  });
  const keys = grades.map(({ key }) => key);
  return {
    grades,
    meetsFrom: draw.of(keys),
    evidenceRequiredFor: [...draw.some(keys), 'cannot-tell'],
  };
}

function domainsOf(parts: Parts): Domain[] {
  const { recipe, agencies, draw } = parts;
  const wanted = list(recipe.domains, () => draw.whole(1, 9));
  const weights = apportion(limits.domainWeightsSum - recipe.domains, wanted).sizes;
  const domains = weights.map((weight, at): Domain => {
    const criteria =
      at === 0 ? recipe.criteriaMost : draw.whole(1, Math.min(recipe.criteriaMost, 12));
    return {
      ...{ key: `domain-${at}`, title: draw.of(titles), shortTitle: 'Short', weight: weight + 1 },
      ...{ purpose: draw.of(texts), sections: [draw.of(planSections)] },
      criteria: list(criteria, (place) => criterionOf(`c${at}-${place}`, parts)),
    };
  });
  const criteria = domains.flatMap((domain) => domain.criteria);
  for (const { key } of agencies) {
    const isBusy = criteria.some((one) => one.agencies.includes(key));
    if (!isBusy) draw.of(criteria).agencies.push(key);
  }
  return domains;
}

function criterionOf(key: string, parts: Parts): Criterion {
  const { agencies, scale, draw } = parts;
  const scorers = draw.some(agencies).map((agency) => agency.key);
  return {
    ...{ key, title: draw.of(titles), question: `Is ${key} so?` },
    sections: [draw.of(planSections)],
    agencies: scorers,
    leadAgency: draw.of(scorers),
    // Odd weights often sum to 8, 16 or 40, which puts means halfway between two hundredths.
    weight: draw.in100(20) ? draw.whole(1, limits.weightMax) : draw.of([1, 1, 1, 3, 5, 7]),
    critical: draw.in100(15),
    basis: draw.of(criterionBases),
    citations: draw.in100(20) ? [{ source: 'code', ref: '9.69', textSeen: draw.in100(50) }] : [],
    whereToLook: draw.of(texts),
    applicability: applicabilityOf(parts),
    descriptors: Object.fromEntries(scale.grades.map((grade) => [grade.key, draw.of(texts)])),
    trainingTags: draw.in100(20) ? ['tag-1'] : [],
    actionPlanRefs: [],
  };
}

function applicabilityOf({ recipe, profileFields, draw }: Parts): Applicability {
  const because = draw.of(texts);
  if (draw.in100(55)) return { mode: 'always' };
  if (draw.in100(25)) return { mode: 'auditor', because };
  const notWhen = generatedCondition(profileFields, recipe.conditionDepth, draw);
  const rule = { mode: 'rule', notWhen, because } as const;
  return draw.in100(20) ? { ...rule, auditorMay: draw.of(texts) } : rule;
}

function indicatorsOf(
  { profileFields, draw, recipe }: Parts,
  facts: FrameworkDefinition['facts'],
): Indicator[] {
  const askable = [...profileFields, ...facts];
  const meets = generatedCondition(askable, recipe.conditionDepth, draw);
  const base = generatedCondition(askable, 0, draw);
  const titles = { title: 'A share', measure: 'Plan' };
  return [
    { key: 'of-all', ...titles, rule: { kind: 'share', meets } },
    { key: 'of-some', ...titles, rule: { kind: 'share', base, meets } },
    {
      ...{ key: 'ratio', title: 'A ratio', measure: 'Plan' },
      rule: { kind: 'ratio', numerator: 'fact-1', denominator: 'fact-0' },
    },
  ];
}

function capsOf({ recipe, scale, draw }: Parts, domains: readonly Domain[]): Cap[] {
  const keys = scale.grades.map(({ key }) => key);
  const critical = domains.flatMap(({ criteria }) => criteria).filter((one) => one.critical).length;
  return list(recipe.caps, (at): Cap => {
    const atOrBelow = draw.of(keys.slice(1));
    const atLeast = draw.whole(1, Math.min(critical, 3));
    const counts = critical > 0 && draw.in100(60);
    return {
      key: `cap-${at}`,
      when: counts
        ? { countOf: 'critical', atOrBelow, atLeast }
        : { domain: draw.of(domains).key, atOrBelow },
      ceiling: draw.of(keys.slice(1)),
      because: draw.of(texts),
    };
  });
}
