import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answersOf } from './answers.js';
import { conditionHolds, conditionTests } from './condition.js';
import type {
  Condition,
  Fact,
  FieldValue,
  FrameworkDefinition,
  Indicator,
  ProfileField,
  Test,
} from './definition.js';
import { drawing, type Drawing } from './drawing.fixture.js';
import {
  applicabilityInWords,
  capInWords,
  conditionInWords,
  indicatorInWords,
  sectionsInWords,
} from './framework-words.js';
import { frameworkOf, recipes } from './generated-framework.fixture.js';

const source = { from: 'register', column: 'year_group' } as const;
const profileFields: ProfileField[] = [
  { key: 'year-group', title: 'Year group', type: 'whole-number', prefix: 'Year', source },
  { key: 'age', title: 'Age', type: 'whole-number', source },
  { key: 'need', title: 'Health need evident', type: 'yes-no-unclear', source },
  {
    key: 'care',
    title: 'Social care involvement',
    type: 'choice',
    choices: [
      { key: 'none', title: 'None' },
      { key: 'unknown', title: 'Not known' },
      { key: 'early-help', title: 'Early help' },
    ],
    source,
  },
];
const count = (key: string, title: string): Fact => ({
  ...{ key, title, question: title, type: 'count', owner: 'education', use: 'Rate' },
});
const facts = [count('smart', 'SMART outcomes'), count('outcomes', 'Outcomes')];
const fields = { profileFields, facts };

describe('a condition in words', () => {
  const test = (field: string, op: string, value: unknown): Condition =>
    ({ field, op, value }) as Condition;

  it.each([
    [test('year-group', 'lt', 9), 'before Year 9'],
    [test('year-group', 'gte', 12), 'from Year 12'],
    [test('year-group', 'eq', 9), 'in Year 9'],
    [test('year-group', 'in', [9, 10, 11]), 'in Year 9, 10 or 11'],
    [test('year-group', 'ne', 9), 'not in Year 9'],
    [test('year-group', 'notIn', [9, 10]), 'not in Year 9 or 10'],
    [test('age', 'lt', 14), 'when “Age” is under 14'],
    [test('need', 'eq', 'no'), 'when “Health need evident” is No'],
    [test('need', 'ne', 'no'), 'when “Health need evident” is not No'],
    [test('care', 'eq', 'early-help'), 'when “Social care involvement” is Early help'],
    [
      test('care', 'in', ['none', 'unknown', 'early-help']),
      'when “Social care involvement” is None, Not known or Early help',
    ],
    [
      test('care', 'notIn', ['none', 'unknown']),
      'when “Social care involvement” is neither None nor Not known',
    ],
    [test('care', 'notIn', ['none']), 'when “Social care involvement” is not None'],
    [test('outcomes', 'gte', 1), 'when “Outcomes” is at least 1'],
  ])('reads %j as %s', (condition, words) => {
    expect(conditionInWords(condition, fields)).toBe(words);
  });

  it('joins the parts of a group, and brackets a group inside a group', () => {
    const early = test('year-group', 'lt', 9);
    const noNeed = test('need', 'eq', 'no');
    expect(conditionInWords({ any: [early, noNeed] }, fields)).toBe(
      'before Year 9 or when “Health need evident” is No',
    );
    expect(conditionInWords({ all: [{ any: [early, noNeed] }, noNeed] }, fields)).toBe(
      '(before Year 9 or when “Health need evident” is No) and when “Health need evident” is No',
    );
  });
});

describe('a rule in words', () => {
  it('says when a criterion may be left out, in a sentence', () => {
    const notWhen: Condition = { field: 'year-group', op: 'lt', value: 9 };
    const rule = { mode: 'rule', notWhen, because: 'Too early.' } as const;
    expect(applicabilityInWords({ mode: 'always' }, fields)).toEqual(['Always scored.']);
    expect(applicabilityInWords({ mode: 'auditor', because: 'No draft yet.' }, fields)).toEqual([
      'The auditor may choose not applicable, with a reason: No draft yet.',
    ]);
    expect(applicabilityInWords({ ...rule, auditorMay: 'Late.' }, fields)).toEqual([
      'Not applicable before Year 9.',
      'Reason shown: Too early.',
      'The auditor may also choose it, with a reason: Late.',
    ]);
  });

  it('keeps apart what a group of one part holds', () => {
    const test = (value: number): Condition => ({ field: 'age', op: 'eq', value });
    const either: Condition = { all: [{ any: [test(1), test(2)] }] };
    expect(conditionInWords({ all: [either, test(3)] }, fields)).toBe(
      '(when “Age” is 1 or when “Age” is 2) and when “Age” is 3',
    );
  });

  it('is a sentence that can be read in one way, and means what the rule means', () => {
    let deepest = 0;
    fc.assert(
      fc.property(recipes, fc.nat(), (recipe, seed) => {
        const definition = frameworkOf(recipe);
        const draw = drawing(seed);
        const criteria = definition.domains.flatMap((domain) => domain.criteria);
        for (const { applicability } of criteria) {
          if (applicability.mode !== 'rule') continue;
          const { notWhen } = applicability;
          const [sentence = ''] = applicabilityInWords(applicability, definition);
          expect(sentence).toMatch(/^Not applicable .+[^ ]\.$/);
          expect(sentence).not.toMatch(/undefined|null|field-\d+ | {2}/);
          deepest += recipe.conditionDepth === 3 ? 1 : 0;
          const read = readBack(sentence.slice('Not applicable '.length, -1), notWhen, definition);
          for (let trial = 0; trial < 5; trial += 1) {
            const values = Object.fromEntries(
              definition.profileFields.map((field) => [field.key, valueOf(field, draw)]),
            );
            expect(conditionHolds(read, values)).toBe(conditionHolds(notWhen, values));
          }
        }
      }),
      { seed: 20261122, numRuns: 500 },
    );
    expect(deepest).toBeGreaterThan(100);
  });
});

function valueOf(field: ProfileField, draw: Drawing): FieldValue {
  if (draw.in100(10)) return null;
  return field.type === 'whole-number' ? draw.whole(0, 25) : draw.of(answersOf(field)).key;
}

/** Reads the words of a condition as a person would, knowing only the words of its single tests. */
function readBack(
  words: string,
  condition: Condition,
  fields: Pick<FrameworkDefinition, 'profileFields' | 'facts'>,
): Condition {
  const tests = new Map(
    conditionTests(condition).map((one) => [conditionInWords(one, fields), one]),
  );
  const longestFirst = [...tests.keys()].toSorted((a, b) => b.length - a.length);
  const numbered = longestFirst.reduce((all, one, at) => all.replaceAll(one, `<${at}>`), words);
  const tokens = numbered.match(/<\d+>|[()]|and|or/g) ?? [];
  const readGroup = (): Condition => {
    const parts = [readPart()];
    const joint = tokens[0];
    while (tokens[0] === 'and' || tokens[0] === 'or') {
      // "a and b or c" could be read in two ways.
      expect(tokens.shift()).toBe(joint);
      parts.push(readPart());
    }
    return joint === 'or' ? { any: parts } : { all: parts };
  };
  const readPart = (): Condition => {
    const token = tokens.shift();
    if (token !== '(') return tests.get(longestFirst[Number(token?.slice(1, -1))] ?? '') as Test;
    const group = readGroup();
    expect(tokens.shift()).toBe(')');
    return group;
  };
  const read = readGroup();
  expect(tokens).toEqual([]);
  return read;
}

describe('a cap in words', () => {
  const definition = {
    scale: {
      grades: [
        { key: 'good', label: 'Good' },
        { key: 'weak', label: 'Weak' },
        { key: 'poor', label: 'Poor' },
      ],
    },
    domains: [{ key: 'voice', title: 'Voice of the child' }],
  } as unknown as FrameworkDefinition;

  it.each([
    [1, 'poor', 'At most Weak when any critical criterion is Poor'],
    [3, 'weak', 'At most Weak when 3 or more critical criteria are Weak or below'],
  ])('counts critical criteria: %i at %s', (atLeast, atOrBelow, words) => {
    const when = { countOf: 'critical', atOrBelow, atLeast } as const;
    expect(capInWords({ key: 'cap', when, ceiling: 'weak', because: '' }, definition)).toBe(words);
  });

  it('looks at a domain', () => {
    const when = { domain: 'voice', atOrBelow: 'poor' };
    expect(capInWords({ key: 'cap', when, ceiling: 'weak', because: '' }, definition)).toBe(
      'At most Weak when the domain “Voice of the child” is Poor',
    );
  });
});

describe('an indicator in words', () => {
  it('says what is counted and of what', () => {
    const meets: Condition = { field: 'outcomes', op: 'gte', value: 1 };
    const base: Condition = { field: 'need', op: 'eq', value: 'yes' };
    const words = (rule: Indicator['rule']) =>
      indicatorInWords({ key: 'rate', title: 'Rate', measure: 'Plan', rule }, fields);
    expect(words({ kind: 'share', base, meets })).toBe(
      'Of audits where “Health need evident” is Yes, those where “Outcomes” is at least 1',
    );
    expect(words({ kind: 'share', meets })).toBe(
      'Of all audits, those where “Outcomes” is at least 1',
    );
    expect(words({ kind: 'ratio', numerator: 'smart', denominator: 'outcomes' })).toBe(
      'The sum of “SMART outcomes” over the sum of “Outcomes”',
    );
  });
});

describe('sections of the plan in words', () => {
  it('are one or several', () => {
    expect(sectionsInWords(['B'])).toBe('Section B');
    expect(sectionsInWords(['B', 'H1'])).toBe('Sections B, H1');
  });
});
