import { describe, expect, it } from '@jest/globals';
import type { ProfileField } from '@app/shared/domain';
import { columnsFor, fieldFields, fieldOf } from './field-fields';

const before9 = { field: 'year', op: 'lt', value: 9 } as const;

const fields: ProfileField[] = [
  {
    ...{ key: 'year', title: 'Year group', type: 'whole-number', prefix: 'Year' },
    source: { from: 'register', column: 'year_group' },
  },
  {
    ...{ key: 'care', title: 'Care', type: 'choice' },
    choices: [
      { key: 'none', title: 'None' },
      { key: 'unknown', title: 'Not known' },
    ],
    source: {
      ...{ from: 'sweep', owner: 'social-care', question: 'What is the involvement?' },
      ...{ prefilledFrom: 'social_care_status', askedWhen: before9 },
      preset: { when: { all: [before9] }, value: 'none' },
    },
  },
  {
    ...{ key: 'need', title: 'Need', type: 'yes-no-unclear' },
    source: { from: 'sweep', owner: 'health', question: 'Is there a need?' },
  },
  {
    ...{ key: 'young', title: 'Young', type: 'yes-no' },
    source: { from: 'derived', when: before9 },
  },
];

describe('The fields of a question before scoring', () => {
  it.each(fields)('say what it says, and nothing is lost: $key', (field) => {
    expect(fieldOf(field, fieldFields(field), 'education')).toEqual(field);
  });

  it('drop what a question no longer has use for', () => {
    const [year] = fields;
    if (!year) throw new Error('there is no field');
    const asked = { ...fieldFields(year), from: 'sweep', type: 'yes-no', question: 'Is it?' };
    expect(fieldOf(year, asked, 'education')).toEqual({
      ...{ key: 'year', title: 'Year group', type: 'yes-no' },
      source: { from: 'sweep', owner: 'education', question: 'Is it?' },
    });
  });

  it('make what is worked out a yes or no', () => {
    const [year] = fields;
    if (!year) throw new Error('there is no field');
    const derived = { ...fieldFields(year), from: 'derived', derivedWhen: before9 };
    expect(fieldOf(year, derived, 'education').type).toBe('yes-no');
  });

  it('offer the columns of the register that can hold its values', () => {
    expect(columnsFor('whole-number')).toEqual(['year_group', 'age']);
    expect(columnsFor('yes-no-unclear')).toContain('learning_disability');
    expect(columnsFor('choice')).not.toContain('age');
  });
});
