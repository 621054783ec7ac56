import { describe, expect, it } from '@jest/globals';
import { accountRulesBroken, normaliseEmail, staffRefPattern } from './account-rules.js';

describe('the rules of an account', () => {
  it('ask an auditor for an agency', () => {
    expect(accountRulesBroken({ roles: ['auditor'] })).toEqual([
      { path: 'agency', message: 'Choose the agency this auditor scores for' },
    ]);
  });

  it('ask a SEND officer for the staff reference that plans are matched by', () => {
    expect(accountRulesBroken({ roles: ['send-officer'] }).map(({ path }) => path)).toEqual([
      'staffRef',
    ]);
  });

  it('name every field at once', () => {
    const paths = accountRulesBroken({ roles: ['send-officer', 'auditor'] }).map(
      ({ path }) => path,
    );
    expect(paths).toEqual(['agency', 'staffRef']);
  });

  it('ask for a role', () => {
    expect(accountRulesBroken({ roles: [] }).map(({ path }) => path)).toEqual(['roles']);
  });

  it('let a moderator be without agency and staff reference', () => {
    expect(accountRulesBroken({ roles: ['moderator'], agency: null, staffRef: null })).toEqual([]);
  });

  it('compare e-mail addresses without regard to case or space', () => {
    expect(normaliseEmail('  Priya.NAIR@Example.org ')).toBe('priya.nair@example.org');
  });

  it.each(['SO-014', 'a', '7/b.c_d'])('take %s as a staff reference', (reference) => {
    expect(reference).toMatch(staffRefPattern);
  });

  it.each(['SO 014', '-1', 'Grace Lin', ''])('refuse “%s” as a staff reference', (reference) => {
    expect(reference).not.toMatch(staffRefPattern);
  });
});
