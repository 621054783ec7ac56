import { describe, expect, it } from '@jest/globals';
import type {
  Condition,
  Fact,
  FrameworkDefinition,
  Indicator,
  ProfileField,
} from './definition.js';
import {
  capInWords,
  conditionInWords,
  indicatorInWords,
  sectionsInWords,
} from './framework-words.js';

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
