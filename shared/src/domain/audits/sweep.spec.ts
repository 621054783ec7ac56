import { describe, expect, it } from '@jest/globals';
import type { FieldValues } from '../frameworks/index.js';
import type { RegisterPlan } from '../plans/index.js';
import { plan, yearNine } from './health-plan.fixture.js';
import { profileOfForm, registerValues, sweepFields, sweepQuestions } from './sweep.js';

const keys = (agency: string): string[] => sweepFields(plan, agency).map(({ key }) => key);
const questions = (agency: string, answers: FieldValues = {}, register = yearNine) =>
  sweepQuestions(plan, agency, register, answers);
const valueOf = (key: string, answers: FieldValues) =>
  questions('health', answers).find(({ field }) => field.key === key);

describe('the evidence sweep', () => {
  it('asks an agency exactly what the rules of its own criteria use and its own facts answer', () => {
    expect(keys('health')).toEqual(['need', 'provision', 'disability']);
    expect(keys('education')).toEqual(['provision', 'disability', 'views-left-out']);
  });

  it('asks an agency without criteria nothing', () => {
    expect(keys('social-care')).toEqual([]);
  });

  it('asks a question only while what it depends on holds', () => {
    const askedIn = (year: number | null) =>
      questions('education', {}, { year_group: year }).map(({ field }) => field.key);
    expect(askedIn(12)).toContain('views-left-out');
    expect(askedIn(11)).not.toContain('views-left-out');
    expect(askedIn(null)).not.toContain('views-left-out');
  });

  it('lets "no need" pre-set "no provision recommended"', () => {
    expect(valueOf('provision', { need: 'no' })).toMatchObject({ value: 'no', setBy: 'preset' });
    expect(valueOf('provision', { need: 'unclear' })).toMatchObject({ value: null, setBy: null });
  });

  it('lets an answer stand against the preset and against the register', () => {
    const answers = { need: 'no', provision: 'yes', disability: 'unclear' };
    expect(valueOf('provision', answers)).toMatchObject({ value: 'yes', setBy: 'answer' });
    expect(valueOf('disability', answers)).toMatchObject({ value: 'unclear', setBy: 'answer' });
  });

  it('fills in what the register knows, and nothing where it is blank', () => {
    expect(valueOf('disability', {})).toMatchObject({ value: 'yes', setBy: 'register' });
    const [disability] = questions('health', {}, {}).filter(
      ({ field }) => field.key === 'disability',
    );
    expect(disability).toMatchObject({ value: null, setBy: null });
  });

  it('forgets an answer to a question that is not asked any more', () => {
    const answers = { 'views-left-out': 'yes' };
    expect(profileOfForm(plan, 'education', { year_group: 12 }, answers)['views-left-out']).toBe(
      'yes',
    );
    expect(
      profileOfForm(plan, 'education', { year_group: 11 }, answers)['views-left-out'],
    ).toBeUndefined();
  });

  it('gives the same questions when a preset waits for an answer that stands behind it', () => {
    const turned = { ...plan, profileFields: plan.profileFields.toReversed() };
    const found = sweepQuestions(turned, 'health', yearNine, { need: 'no' });
    expect(found.find(({ field }) => field.key === 'provision')?.value).toBe('no');
  });
});

describe('what the register gives', () => {
  it('is a word for yes and no, and nothing for what is blank', () => {
    const known = { yearGroup: 9, age: 14, hasLearningDisability: null, isTransferredIn: false };
    expect(registerValues({ ...known, isTribunalOrdered: true } as RegisterPlan)).toMatchObject({
      ...{ year_group: 9, age: 14, learning_disability: null },
      ...{ transferred_in: 'no', tribunal_ordered: 'yes' },
    });
  });
});
