import { describe, expect, it } from '@jest/globals';
import { aModeratedForm, aRater, recorded } from '../../../testing/a-moderation';
import {
  apartInWords,
  differencesOf,
  effectOfField,
  fieldInWords,
  givenInWords,
  isToDecide,
  nextDifference,
  proposalInWords,
  reasonRule,
} from './moderation-words';

const farApart = recorded('voice-own-words', {
  raters: [aRater('A', 'good'), aRater('B', 'inadequate')],
  ...{ proposal: 'inadequate', apart: 2, mustBeDecided: true },
});
const oneApart = recorded('voice-attributed', {
  raters: [aRater('A', 'outstanding'), aRater('B', 'good'), aRater('C', 'good')],
  apart: 1,
});
const notGradedByAll = recorded('adulthood-transition', {
  raters: [aRater('A', 'cannot-tell'), aRater('B', 'good')],
});
const decision = { outcome: 'good', reason: null, by: 'Tom Ellery', at: '', version: 1 };

const form = aModeratedForm({
  criteria: [farApart, oneApart, notGradedByAll, recorded('adulthood-outcomes')],
});
const keys = (all: { criterion: { key: string } }[]) => all.map(({ criterion }) => criterion.key);

describe('The differences of an audit', () => {
  it('are the criteria on which raters did not record the same', () => {
    expect(keys(differencesOf(form))).toEqual([
      'voice-own-words',
      'voice-attributed',
      'adulthood-transition',
    ]);
  });

  it('leave out what does not apply', () => {
    const criteria = [{ ...farApart, applies: false }, oneApart];
    expect(keys(differencesOf(aModeratedForm({ criteria })))).toEqual(['voice-attributed']);
  });

  it('are gone through in their order, round to the first, until all are decided', () => {
    const after = (key: string) => nextDifference(form, key)?.criterion.key;
    expect(after('voice-own-words')).toBe('voice-attributed');
    expect(after('adulthood-transition')).toBe('voice-own-words');
    expect(after('adulthood-outcomes')).toBe('voice-own-words');
    const criteria = [farApart, oneApart].map((one) => ({ ...one, decision }));
    expect(nextDifference(aModeratedForm({ criteria }), 'voice-own-words')).toBeNull();
  });

  it('say how far apart they lie, and which must be decided', () => {
    const nobody = recorded('voice-own-words', { proposal: null, raters: [aRater(null, null)] });
    expect([farApart, oneApart, notGradedByAll, nobody].map(apartInWords)).toEqual([
      '2 grades apart',
      '1 grade apart',
      'Not graded by all',
      'Nobody gave a grade',
    ]);
    expect([farApart, oneApart, { ...farApart, decision }].map(isToDecide)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('What raters recorded', () => {
  it('stands with letters, and with the agency once the criterion is decided', () => {
    expect(givenInWords(form, farApart)).toEqual(['Rater A: Good', 'Rater B: Inadequate']);
    const health = { ...aRater('A', 'good'), agency: { key: 'health', title: 'Health' } };
    expect(givenInWords(form, { ...farApart, raters: [health] })).toEqual(['Health: Good']);
  });

  it('is proposed as the middle grade, the lower of two, the only one or the common one', () => {
    expect([oneApart, farApart, recorded('voice-own-words')].map(words)).toEqual([
      'Proposed: Good, the middle one of the grades.',
      'Proposed: Inadequate, the lower of the two grades in the middle.',
      'Proposed: Good, the one grade that was given.',
    ]);
    const alike = { ...farApart, raters: [aRater('A', 'good'), aRater('B', 'good')] };
    expect(words({ ...alike, proposal: 'good' })).toBe('Proposed: Good, the grade that all gave.');
    const out = { ...farApart, raters: [aRater('A', 'not-applicable')] };
    expect(words({ ...out, proposal: 'not-applicable' })).toBe(
      'Proposed: Not applicable, as every agency recorded.',
    );
  });

  const words = (one: typeof farApart) => proposalInWords(form, one);

  it('decides when a reason is asked for', () => {
    expect(reasonRule(form, farApart)).toMatch(/^Required, because grades lie two or more apart/);
    expect(reasonRule(form, oneApart)).toMatch(/^Required if you choose anything but Good/);
    expect(reasonRule(form, { ...oneApart, proposal: null })).toMatch(/^Not required/);
  });
});

describe('A correction of the profile', () => {
  it('says before it is saved which criteria it takes out and which it brings back', () => {
    expect(effectOfField(form, 'transition', 'no')).toEqual({
      out: ['adulthood-transition'],
      back: [],
    });
    expect(effectOfField(form, 'transition', 'unclear')).toEqual({ out: [], back: [] });
    const criteria = form.criteria.map((one) =>
      one.criterion === 'adulthood-transition' ? { ...one, applies: false } : one,
    );
    expect(effectOfField({ ...form, criteria }, 'transition', 'yes')).toEqual({
      out: [],
      back: ['adulthood-transition'],
    });
  });

  it('is shown with what was recorded', () => {
    const [field] = form.profile;
    expect(field && fieldInWords(form, field)).toEqual(['Yes', 'Recorded by its agency']);
    const corrected = field && { ...field, value: 'no', from: 'moderator' as const };
    expect(corrected && fieldInWords(form, corrected)).toEqual(['No', 'Corrected from Yes']);
  });
});
