import { describe, expect, it } from '@jest/globals';
import type { Applicability, Criterion, FrameworkDefinition } from '@app/shared/domain';
import { criterionFields, criterionOf } from './criterion-fields';

const definition = {
  agencies: [
    { key: 'education', title: 'Education' },
    { key: 'health', title: 'Health' },
  ],
  scale: { grades: [{ key: 'good' }, { key: 'poor' }] },
} as FrameworkDefinition;

const criterion: Criterion = {
  ...{ key: 'own-words', title: 'Own words', question: 'Is the child heard?' },
  sections: ['A', 'H1'],
  ...{ agencies: ['education', 'health'], leadAgency: 'health', weight: 3, critical: true },
  basis: 'must',
  citations: [{ source: 'code', ref: '9.69', textSeen: false }],
  whereToLook: 'Section A.',
  applicability: { mode: 'always' },
  descriptors: { good: 'Clearly.', poor: 'Not at all.' },
  trainingTags: ['voice'],
  actionPlanRefs: ['1.2', '1.3'],
};

const applicabilities: Applicability[] = [
  { mode: 'always' },
  { mode: 'auditor', because: 'The advice was never asked for.' },
  { mode: 'rule', notWhen: { field: 'year', op: 'lt', value: 9 }, because: 'Before Year 9.' },
  {
    ...{ mode: 'rule', notWhen: { any: [{ all: [] }] }, because: 'Before Year 9.' },
    auditorMay: 'The plan says so.',
  },
];

const again = (one: Criterion, change = {}) =>
  criterionOf(one, { ...criterionFields(one, definition), ...change });

describe('The fields of a criterion', () => {
  it.each(applicabilities)('say what it says, and nothing is lost: %j', (applicability) => {
    const one = { ...criterion, applicability };
    expect(again(one)).toEqual(one);
  });

  it('keep its key under another title', () => {
    expect(again(criterion, { title: 'Heard' })).toEqual({ ...criterion, title: 'Heard' });
  });

  it('leave a descriptor out that has no words', () => {
    const descriptors = [
      { grade: 'good', text: 'Clearly.' },
      { grade: 'poor', text: '  ' },
    ];
    expect(again(criterion, { descriptors }).descriptors).toEqual({ good: 'Clearly.' });
  });

  it('show no lead that is there no more, and give the lead to the first who is chosen', () => {
    const lost = { ...criterion, leadAgency: 'probation', agencies: ['education'] };
    expect(criterionFields(lost, definition).leadAgency).toBe('');
    expect(again(lost).leadAgency).toBe('education');
    // Without any agency the criterion stays as it was, and the draft says what is missing.
    expect(again({ ...lost, agencies: [] }).leadAgency).toBe('probation');
  });
});
