import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Criterion, FrameworkDefinition } from '../definition.js';
import { drawing, type Drawing } from '../drawing.fixture.js';
import { frameworkOf, recipes, type Recipe } from '../generated-framework.fixture.js';
import type { ComparedCriterion } from './compare-criteria.js';
import { compareVersions } from './compare-versions.js';

const recipe: Recipe = {
  ...{ seed: 4, grades: 4, agencies: 3, domains: 3, criteriaMost: 3 },
  ...{ fields: 3, conditionDepth: 0, caps: 2 },
};

/** A version one, made for each test anew, with one criterion that a rule on the year leaves out. */
function versionOne(): FrameworkDefinition {
  const definition = frameworkOf(recipe);
  const [first, second] = criteriaOf(definition);
  if (!first || !second) throw new Error('the recipe makes too few criteria');
  Object.assign(first, {
    question: 'Can you hear this child?',
    agencies: ['agency-0'],
    applicability: {
      mode: 'rule',
      notWhen: { field: 'field-0', op: 'lt', value: 9 },
      because: 'Too early.',
    },
  });
  definition.agencies.forEach((agency, at) => (agency.title = `Agency ${at}`));
  definition.domains.forEach((domain, at) => (domain.title = `Domain ${at}`));
  return definition;
}

const criteriaOf = ({ domains }: FrameworkDefinition) => domains.flatMap((one) => one.criteria);

/** What version two says of its first criterion once something was changed. */
function firstAfter(
  change: (first: Criterion, all: FrameworkDefinition) => void,
): ComparedCriterion {
  const newer = versionOne();
  const [first] = criteriaOf(newer);
  if (first) change(first, newer);
  const [compared] = compareVersions(versionOne(), newer).criteria;
  if (!compared) throw new Error('there are no criteria');
  return compared;
}

const partsAfter = (change: (all: FrameworkDefinition) => void): string[] => {
  const newer = versionOne();
  change(newer);
  return compareVersions(versionOne(), newer).parts.map(({ sentence }) => sentence);
};

describe('a criterion of two versions', () => {
  it('continues where nothing that decides its grades has changed', () => {
    expect(firstAfter(() => undefined)).toMatchObject({ change: 'same', continues: true });
  });

  it('is reworded by another question, shown word by word', () => {
    const found = firstAfter((first) => (first.question = 'Can you hear the child?'));
    expect(found).toMatchObject({ change: 'reworded', continues: false });
    expect(found.texts).toEqual([
      {
        what: 'Question',
        older: 'Can you hear this child?',
        newer: 'Can you hear the child?',
        words: [
          { kind: 'kept', text: 'Can you hear ' },
          { kind: 'removed', text: 'this' },
          { kind: 'added', text: 'the' },
          { kind: 'kept', text: ' child?' },
        ],
      },
    ]);
  });

  it('is reworded by another descriptor, named by its grade', () => {
    const found = firstAfter((first) => (first.descriptors['grade-1'] = 'Mostly heard.'));
    expect(found.change).toBe('reworded');
    expect(found.texts.map(({ what }) => what)).toEqual(['What Grade 1 looks like']);
  });

  it('is reworded by other agencies, in whatever order they stand', () => {
    const found = firstAfter((first) => (first.agencies = ['agency-1', 'agency-0']));
    expect(found.change).toBe('reworded');
    expect(found.decisive).toEqual(['Scored by Agency 1, Agency 0 instead of Agency 0.']);
    const one = versionOne();
    const two = versionOne();
    for (const [version, agencies] of [
      [one, ['agency-0', 'agency-1']],
      [two, ['agency-1', 'agency-0']],
    ] as const) {
      Object.assign(criteriaOf(version)[0] ?? {}, { agencies });
    }
    expect(compareVersions(one, two).criteria[0]?.change).toBe('same');
  });

  it('is reworded by another rule for leaving it out, in words', () => {
    const found = firstAfter((first) => {
      const notWhen = { field: 'field-0', op: 'lt', value: 10 } as const;
      first.applicability = { mode: 'rule', notWhen, because: 'Too early.' };
    });
    expect(found.change).toBe('reworded');
    expect(found.decisive).toEqual([
      'When it may be left out was: Not applicable before Year 9. Reason shown: Too early.',
      'It is now: Not applicable before Year 10. Reason shown: Too early.',
    ]);
  });

  it('is reworded when what its rule reads comes from elsewhere', () => {
    const found = firstAfter((_first, all) => {
      const [field] = all.profileFields;
      if (field) field.source = { from: 'register', column: 'age' };
    });
    expect(found.change).toBe('reworded');
    expect(found.decisive).toEqual([
      '“Year group”, by which it is left out, is asked or read otherwise.',
    ]);
  });

  it('is the same whatever it is called, weighs and stands in, which is told apart', () => {
    const newer = versionOne();
    const [from, to] = newer.domains;
    const first = from?.criteria.shift();
    if (first) to?.criteria.push({ ...first, title: 'Heard', weight: 9, critical: true });
    const found = compareVersions(versionOne(), newer).criteria.find(
      ({ key }) => key === first?.key,
    );
    expect(found).toMatchObject({ change: 'same', continues: true, title: 'Heard' });
    expect(found?.besides).toEqual([
      expect.stringMatching(/^It was called “.+”\.$/),
      'It moved from “Domain 0” to “Domain 1”.',
      expect.stringMatching(/^Its weight is 9 instead of \d+\.$/),
      'It is critical now.',
    ]);
  });

  it('does not continue over another scale, even where it is the same', () => {
    const found = firstAfter((_first, { scale }) => {
      const [best] = scale.grades;
      if (best) best.points += 1;
    });
    expect(found).toMatchObject({ change: 'same', continues: false });
  });

  it('continues whatever the grades are called', () => {
    const found = firstAfter((_first, { scale }) => {
      for (const grade of scale.grades) grade.label = `${grade.label} anew`;
    });
    expect(found).toMatchObject({ change: 'same', continues: true });
  });
});

describe('the other parts of two versions', () => {
  it('are told in sentences where they changed', () => {
    expect(
      partsAfter(({ scale, agencies, domains }) => {
        const [best] = scale.grades;
        if (best) Object.assign(best, { label: 'Secure', points: 7 });
        if (agencies[0]) agencies[0].title = 'Education';
        if (domains[0]) domains[0].weight = 11;
      }),
    ).toEqual([
      'The grade “Grade 0” is called “Secure”.',
      expect.stringMatching(/^Secure has 7 points instead of \d+\.$/),
      'The agency “Agency 0” is called “Education”.',
      expect.stringMatching(/^“Domain 0” weighs 11 of 100 instead of \d+\.$/),
    ]);
  });

  it('are told where they came or went', () => {
    const sentences = partsAfter((all) => {
      all.facts.shift();
      all.caps.pop();
      all.indicators.push({
        ...{ key: 'another', title: 'Another rate', measure: 'Plan' },
        rule: { kind: 'ratio', numerator: 'fact-1', denominator: 'fact-0' },
      });
    });
    expect(sentences).toEqual([
      expect.stringMatching(/^Cap taken out: At most Grade \d when .+\.$/),
      'The counted fact “Outcomes” was taken out.',
      'The indicator “Another rate” is new.',
    ]);
  });

  it('are told where a cap, a fact, an indicator or a question before scoring is another', () => {
    const sentences = partsAfter((all) => {
      const [cap] = all.caps;
      const [fact] = all.facts;
      const [indicator] = all.indicators;
      const [field] = all.profileFields;
      if (cap) cap.when = { domain: 'domain-2', atOrBelow: 'grade-3' };
      if (fact) fact.question = 'How many outcomes?';
      if (indicator?.rule.kind === 'share')
        indicator.rule.base = { field: 'fact-0', op: 'gt', value: 0 };
      if (field) field.source = { from: 'register', column: 'age' };
    });
    expect(sentences).toEqual([
      expect.stringMatching(/^Cap changed: .* “Domain 2” is Grade 3\. It was: .+\.$/),
      '“Year group” is asked or read otherwise.',
      '“Outcomes” is asked or recorded otherwise.',
      expect.stringMatching(
        /^“A share” is worked out otherwise: Of audits where “Outcomes” is over 0/,
      ),
    ]);
  });
});

describe('any two versions', () => {
  /** Of a framework twice: one to keep, one to change. */
  const holdsFor = (
    property: (older: FrameworkDefinition, newer: FrameworkDefinition, draw: Drawing) => void,
  ) => {
    fc.assert(
      fc.property(recipes, fc.nat(), (made, seed) => {
        property(frameworkOf(made), frameworkOf(made), drawing(seed));
      }),
      { seed: 20261122, numRuns: 300 },
    );
  };

  it('of one content differ in nothing', () => {
    holdsFor((one, again) => {
      const { criteria, counts, parts } = compareVersions(one, again);
      expect(criteria.every(({ continues }) => continues)).toBe(true);
      expect(
        criteria.flatMap(({ texts, decisive, besides }) => [...texts, ...decisive, ...besides]),
      ).toEqual([]);
      expect(counts).toEqual({ same: criteriaOf(one).length, reworded: 0, new: 0, retired: 0 });
      expect(parts).toEqual([]);
    });
  });

  it('tell of each criterion what was done to it and of no other', () => {
    const acts = ['keep', 'keep', 'reword', 'retire', 'weigh', 'add'] as const;
    holdsFor((older, newer, draw) => {
      const expected = new Map<string, string>();
      for (const domain of newer.domains) {
        domain.criteria = domain.criteria.flatMap((criterion) => {
          const act = draw.of(acts);
          const { key } = criterion;
          expected.set(key, act === 'reword' ? 'reworded' : act === 'retire' ? 'retired' : 'same');
          if (act === 'retire') return [];
          if (act === 'reword') return { ...criterion, question: `${criterion.question} Indeed?` };
          if (act === 'weigh') return { ...criterion, weight: criterion.weight + 1 };
          if (act !== 'add') return criterion;
          expected.set(`${key}-new`, 'new');
          return [criterion, { ...criterion, key: `${key}-new` }];
        });
      }
      const told = compareVersions(older, newer).criteria;
      expect(Object.fromEntries(told.map(({ key, change }) => [key, change]))).toEqual(
        Object.fromEntries(expected),
      );
      expect(told.filter(({ continues }) => continues).length).toBe(
        told.filter(({ change }) => change === 'same').length,
      );
      const back = compareVersions(newer, older).counts;
      const { counts } = compareVersions(older, newer);
      expect([back.new, back.retired]).toEqual([counts.retired, counts.new]);
    });
  });
});
