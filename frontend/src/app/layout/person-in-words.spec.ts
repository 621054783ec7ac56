import { describe, expect, it } from '@jest/globals';
import { personInWords } from './person-in-words';

describe('The name in the header', () => {
  it('says the role beside the name', () => {
    expect(personInWords({ fullName: 'Ruth Osei', roles: ['audit-lead'], agency: null })).toBe(
      'Ruth Osei, Audit lead',
    );
  });

  it('says for which agency an auditor scores', () => {
    const agency = { key: 'social-care', title: 'Social care' };
    expect(personInWords({ fullName: 'Sam Okafor', roles: ['auditor'], agency })).toBe(
      'Sam Okafor, Auditor (social care)',
    );
  });

  it('stays short for a person with many roles', () => {
    expect(
      personInWords({
        fullName: 'Ruth Osei',
        roles: ['audit-lead', 'moderator', 'report-reader'],
        agency: null,
      }),
    ).toBe('Ruth Osei, Audit lead and 2 more roles');
  });
});
