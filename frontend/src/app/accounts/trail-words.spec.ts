import { describe, expect, it } from '@jest/globals';
import { actInWords, actorInWords, detailsInWords, subjectInWords } from './trail-words';

const refused = {
  id: '1',
  happenedAt: '2026-11-03T14:32:00Z',
  act: 'accounts.refuse-sign-in',
  actor: null,
  subject: null,
  details: [],
  isSealed: true,
};

describe('The trail in words', () => {
  it('says what was done', () => {
    expect(actInWords('accounts.end-account')).toBe('Ended an account');
  });

  it('reads as words also for an act that has none yet', () => {
    expect(actInWords('rounds.close-round')).toBe('Rounds: close round');
  });

  it('tells a stranger from the service itself where nobody was signed in', () => {
    expect(actorInWords(refused)).toBe('Someone not signed in');
    expect(actorInWords({ ...refused, act: 'accounts.make-account' })).toBe('The service itself');
    expect(subjectInWords(refused)).toBe('–');
  });

  it('counts what a register did to the plans', () => {
    expect(actInWords('plans.confirm-register')).toBe('Confirmed a register of plans');
    const details = detailsInWords([
      { name: 'new', value: '3' },
      { name: 'changed', value: '12' },
    ]);
    expect(details).toEqual(['New plans: 3', 'Changed: 12']);
  });

  it('gives roles and fields their names', () => {
    expect(
      detailsInWords([
        { name: 'changed', value: 'fullName, staffRef' },
        { name: 'roles', value: 'auditor, report-reader' },
        { name: 'agency', value: 'social-care' },
      ]),
    ).toEqual([
      'Changed: full name, staff reference',
      'Roles: Auditor, QA subgroup member',
      'Agency: social care',
    ]);
  });
});
