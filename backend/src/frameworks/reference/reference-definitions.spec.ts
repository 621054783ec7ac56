import { describe, expect, it } from '@jest/globals';
import { conditionFields, contentHash, type Condition, type Criterion } from '@app/shared/domain';
import { referenceDefinitions } from './reference-definitions.js';

const { frameworks, contributionSets } = referenceDefinitions();
const [plan, healthAdvice, careAdvice] = frameworks;

const criteriaOf = (framework: typeof plan): Criterion[] =>
  framework?.domains.flatMap(({ criteria }) => criteria) ?? [];
const scoredBy = (agency: string): number =>
  criteriaOf(plan).filter(({ agencies }) => agencies.includes(agency)).length;
const isCondition = (part: object): part is Condition =>
  'all' in part || 'any' in part || ('field' in part && 'op' in part);

/** Every object of a definition, however deep. */
function partsOf(value: unknown): object[] {
  if (value === null || typeof value !== 'object') return [];
  return [value, ...Object.values(value).flatMap(partsOf)];
}

describe('the reference frameworks', () => {
  it('are the EHC plan audit and the audits of health and of social care advice', () => {
    expect(frameworks.map(({ kind, unit }) => ({ kind, unit }))).toEqual([
      { kind: 'ehc-plan', unit: 'plan' },
      { kind: 'health-advice', unit: 'document' },
      { kind: 'social-care-advice', unit: 'document' },
    ]);
  });

  it('have 43 criteria for plans in 10 domains, 16 of them critical, and 13 for each advice', () => {
    expect(plan?.domains.length).toBe(10);
    expect(criteriaOf(plan).length).toBe(43);
    expect(criteriaOf(plan).filter(({ critical }) => critical).length).toBe(16);
    expect(criteriaOf(healthAdvice).length).toBe(13);
    expect(criteriaOf(careAdvice).length).toBe(13);
  });

  it('give education 36 criteria of a plan, health 18, social care 21, and 11 to all three', () => {
    expect(['education', 'health', 'social-care'].map(scoredBy)).toEqual([36, 18, 21]);
    expect(criteriaOf(plan).filter(({ agencies }) => agencies.length === 3).length).toBe(11);
  });

  it('weigh the domains of a plan as the field agreed', () => {
    expect(plan?.domains.map(({ key, weight }) => [key, weight])).toEqual([
      ...[
        ['voice', 14],
        ['family', 8],
        ['needs', 10],
        ['health', 13],
        ['care', 13],
      ],
      ...[
        ['outcomes', 15],
        ['provision', 12],
        ['coherence', 6],
        ['adulthood', 4],
      ],
      ...[['statutory', 5]],
    ]);
    expect(criteriaOf(plan).reduce((sum, { weight }) => sum + weight, 0)).toBe(59);
  });

  it('have a descriptor for each grade, a place to look, a title of their own and 20 facts', () => {
    for (const framework of frameworks) {
      const titles = criteriaOf(framework).map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
    expect(plan?.facts.length).toBe(20);
    expect(plan?.scale.grades.map(({ points, from }) => [points, from])).toEqual([
      [4, 3.5],
      [3, 2.75],
      [2, 1.75],
      [1, 0],
    ]);
  });

  it('work out ten indicators with the contribution sets, none of them a rate above one', () => {
    const sets = contributionSets.flatMap(({ indicators }) => indicators);
    expect((plan?.indicators.length ?? 0) + sets.length).toBe(10);
    for (const { rule } of plan?.indicators ?? []) {
      if (rule.kind !== 'ratio') continue;
      const numerator = plan?.facts.find(({ key }) => key === rule.numerator);
      expect(numerator?.atMost).toBe(rule.denominator);
    }
  });

  it('leave out by rule what the references leave out', () => {
    const rules = frameworks.flatMap(criteriaOf).map(({ applicability }) => applicability.mode);
    const count = (mode: string) => rules.filter((one) => one === mode).length;
    expect({ rule: count('rule'), auditor: count('auditor') }).toEqual({ rule: 33, auditor: 6 });
  });
});

describe('nothing that is computed', () => {
  it.each(frameworks)(
    'is read from prose in $kind: rules ask only for fields with a source',
    (framework) => {
      const { profileFields, facts } = framework;
      const known = [...profileFields, ...facts].map(({ key }) => key);
      const conditions = partsOf(framework).filter(isCondition);
      expect(conditions.length).toBeGreaterThan(5);
      for (const condition of conditions) {
        for (const field of conditionFields(condition)) expect(known).toContain(field);
      }
      for (const { source } of profileFields) {
        expect(['register', 'sweep', 'derived']).toContain(source.from);
      }
    },
  );

  it.each(frameworks)(
    'is a text in $kind where a rule, a cap or an indicator should be',
    (framework) => {
      for (const { applicability } of criteriaOf(framework)) {
        if (applicability.mode === 'rule') expect(typeof applicability.notWhen).toBe('object');
      }
      for (const { when } of framework.caps) expect(typeof when).toBe('object');
      for (const { rule } of framework.indicators) expect(typeof rule).toBe('object');
    },
  );
});

describe('the profile', () => {
  it.each(frameworks)('of $kind has no field that no rule and no fact needs', (framework) => {
    const { profileFields, domains, facts } = framework;
    const conditions = partsOf([domains, facts, profileFields]).filter(isCondition);
    const used = new Set(conditions.flatMap(conditionFields));
    const set = facts.map(({ setsProfile }) => setsProfile);
    for (const { key } of profileFields) expect([...used, ...set]).toContain(key);
  });
});

describe('the reference contribution sets', () => {
  it('ask families 18 questions, schools 15 and young people 10', () => {
    expect(contributionSets.map(({ kind, questions }) => [kind, questions.length])).toEqual([
      ['family', 18],
      ['school', 15],
      ['young-person', 10],
    ]);
  });
});

describe('version 1', () => {
  // Installations that began earlier keep it, so another content needs another number.
  it.each([
    ['ehc-plan', '60c3f4270ed69bd6d7a58ef884a97b582d2b432757907f8c456f0ab6946dec8e'],
    ['health-advice', '5285ec28052a5d6c04e0825fbe5e93db7d8a255fa9b3c0f2f3ac11c5e2d71441'],
    ['social-care-advice', '24fb56c3a89a160dff64d8673f61040e01aa4bca6b0e7e2baa428d851f6d9c50'],
    ['family', '957e2a11a2c3bfc576623fc27c9bfb8d3e286f3f14cc8ab308ade4242cac06f5'],
    ['school', 'ef862f8b42d5659a5331ce12552ace751622b0bb5e87992fcba5d7512dc22ce5'],
    ['young-person', '809555f15a3f47d41f97114a7b9b3b5396f736be8832cf0d7a5b53f0ded37ba3'],
  ])('of %s is what it was when it was first published', (kind, hash) => {
    const definition = [...frameworks, ...contributionSets].find((one) => one.kind === kind);
    expect(contentHash(definition)).toBe(hash);
  });
});
