import { describe, expect, it } from '@jest/globals';
import type { Condition, Criterion, Fact, FrameworkDefinition } from '@app/shared/domain';
import {
  evidenceInWords,
  factInWords,
  scorersInWords,
  scoringRows,
  sourceInWords,
} from './framework-version-words';

const before9: Condition = { field: 'year', op: 'lt', value: 9 };
const criterion = (agencies: string[], critical: boolean) =>
  ({ agencies, leadAgency: agencies[0], critical }) as Criterion;
const count: Fact = {
  ...{ key: 'outcomes', title: 'Outcomes', question: 'How many?', type: 'count' },
  ...{ owner: 'education', use: 'Base' },
};

const definition = {
  agencies: [
    { key: 'education', title: 'Education' },
    { key: 'health', title: 'Health' },
  ],
  scale: {
    grades: [
      { key: 'good', label: 'Good' },
      { key: 'poor', label: 'Poor' },
    ],
    evidenceRequiredFor: ['poor', 'cannot-tell', 'not-applicable'],
  },
  profileFields: [
    {
      ...{ key: 'year', title: 'Year group', type: 'whole-number', prefix: 'Year' },
      source: { from: 'register', column: 'year_group' },
    },
    {
      ...{ key: 'need', title: 'Health need', type: 'yes-no-unclear' },
      source: {
        ...{ from: 'sweep', owner: 'health', question: 'Is there a need?' },
        ...{ prefilledFrom: 'learning_disability', askedWhen: before9 },
        preset: { when: before9, value: 'no' },
      },
    },
    {
      ...{ key: 'young', title: 'Young', type: 'yes-no' },
      source: { from: 'derived', when: before9 },
    },
  ],
  domains: [
    {
      key: 'voice',
      title: 'Voice',
      weight: 60,
      criteria: [criterion(['education', 'health'], true)],
    },
    { key: 'needs', title: 'Needs', weight: 40, criteria: [criterion(['education'], false)] },
  ],
  facts: [count],
} as unknown as FrameworkDefinition;

describe('A framework version in words', () => {
  it('says who scores how much of each domain and in all', () => {
    expect(scoringRows(definition)).toEqual([
      {
        ...{ domain: 'voice', title: 'Voice', weight: 60, criteria: 1, critical: 1 },
        byAgency: { education: 1, health: 1 },
      },
      {
        ...{ domain: 'needs', title: 'Needs', weight: 40, criteria: 1, critical: 0 },
        byAgency: { education: 1, health: 0 },
      },
      {
        ...{ domain: null, title: 'All domains', weight: 100, criteria: 2, critical: 1 },
        byAgency: { education: 2, health: 1 },
      },
    ]);
  });

  it('names the lead agency first, and a single agency alone', () => {
    expect(scorersInWords(criterion(['health', 'education'], true), definition)).toBe(
      'Health (lead), Education',
    );
    expect(scorersInWords(criterion(['health'], true), definition)).toBe('Health');
  });

  it('says where each value comes from', () => {
    const words = definition.profileFields.map((field) => sourceInWords(field, definition));
    expect(words).toEqual([
      ['From the plan register: year group.'],
      [
        'Health answers before scoring: Is there a need?',
        'Asked only before Year 9.',
        'Filled in beforehand from the plan register: learning disability.',
        'Set to No beforehand before Year 9; changeable.',
      ],
      ['Worked out: yes before Year 9.'],
    ]);
  });

  it('says how a fact is recorded', () => {
    const smart: Fact = { ...count, key: 'smart', atMost: 'outcomes', askedWhen: before9 };
    expect(factInWords(smart, definition)).toEqual([
      'A number.',
      'At most “Outcomes”.',
      'Asked only before Year 9.',
    ]);
  });

  it('says what needs evidence', () => {
    expect(evidenceInWords(definition)).toBe(
      'Poor, Cannot tell from the file and an auditor’s own Not applicable need a line of evidence.',
    );
  });
});
