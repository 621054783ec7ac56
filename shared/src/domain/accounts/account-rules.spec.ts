import { describe, expect, it } from '@jest/globals';
import { accountRulesBroken, normaliseEmail, staffRefPattern } from './account-rules.js';

describe('an account’s roles, agency and staff reference', () => {
  it.each([
    { roles: ['auditor'] as const, agency: 'health' },
    { roles: ['send-officer'] as const, staffRef: 'SO-014' },
    { roles: ['audit-lead', 'moderator'] as const },
    { roles: ['report-reader'] as const, agency: 'health', staffRef: 'SO-015' },
  ])('go together: %j', (details) => {
    expect(accountRulesBroken(details)).toEqual([]);
  });

  it('need at least one role', () => {
    expect(accountRulesBroken({ roles: [] })).toEqual([
      { path: 'roles', message: 'Choose at least one role' },
    ]);
  });

  it.each([undefined, null, ''])('need an agency for an auditor, and %p is none', (agency) => {
    expect(accountRulesBroken({ roles: ['auditor'], agency })).toEqual([
      { path: 'agency', message: 'Choose the agency this auditor scores for' },
    ]);
  });

  it('need a staff reference for a SEND officer', () => {
    expect(accountRulesBroken({ roles: ['moderator', 'send-officer'], agency: 'health' })).toEqual([
      {
        path: 'staffRef',
        message: 'Enter the staff reference that the plan register uses for this SEND officer',
      },
    ]);
  });

  it('are judged all at once', () => {
    const broken = accountRulesBroken({ roles: ['auditor', 'send-officer'] });
    expect(broken.map(({ path }) => path)).toEqual(['agency', 'staffRef']);
  });

  it.each(['SO-014', '7', 'a/b_c.d-e'])('take the staff reference %s', (text) => {
    expect(staffRefPattern.test(text)).toBe(true);
  });

  it.each(['', ' SO-014', 'SO 014', '-014', 'SO-014\n', 'SÖ-014'])(
    'refuse the staff reference "%s"',
    (text) => {
      expect(staffRefPattern.test(text)).toBe(false);
    },
  );
});

describe('an e-mail address', () => {
  it('is the same in capitals, with space around it and however its letters are composed', () => {
    expect(normaliseEmail(' Priya.NAIR@Example.org\t')).toBe('priya.nair@example.org');
    expect(normaliseEmail('Zoe\u0308@example.org')).toBe(normaliseEmail('ZO\u00cb@example.org'));
  });

  it('stays as it is once it is so', () => {
    expect(normaliseEmail('priya.nair@example.org')).toBe('priya.nair@example.org');
  });
});
