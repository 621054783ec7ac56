import { describe, expect, it } from '@jest/globals';
import { personalColumn } from './personal-columns.js';

describe('a column that holds a person’s data', () => {
  it.each([
    ['Name', 'a name'],
    ['surname', 'a name'],
    ['Forename(s)', 'a name'],
    ['Child_First_Name', 'a name'],
    ['pupil name', 'a name'],
    ['Parent/Carer Name', 'a name'],
    ['preferredName', 'a name'],
    ['DOB', 'a date of birth'],
    ['D.O.B.', 'a date of birth'],
    ['Date of Birth', 'a date of birth'],
    ['date_of_birth', 'a date of birth'],
    ['personbirthdate', 'a date of birth'],
    ['Child DOB', 'a date of birth'],
    ['NHS No.', 'an NHS number'],
    ['nhs_number', 'an NHS number'],
    ['UPN', 'a pupil or learner number'],
    ['Former UPN', 'a pupil or learner number'],
    ['ULN', 'a pupil or learner number'],
    ['Home address line 1', 'an address'],
    ['Postcode', 'a postcode'],
    ['Post Code', 'a postcode'],
    ['e-mail', 'an e-mail address'],
    ['Parent mobile', 'a telephone number'],
    ['Telephone number', 'a telephone number'],
    ['NI number', 'a National Insurance number'],
    ['Ethnicity', 'ethnicity'],
    ['religion', 'a belief'],
  ])('is called %s: %s', (name, about) => {
    expect(personalColumn(name)).toBe(about);
  });

  it.each([
    'plan_ref',
    'Plan reference',
    'officer_ref',
    'team',
    'Team name',
    'School name',
    'age',
    'local_authority',
    'first_issued_on',
    'notes',
    'born in care',
    '',
  ])('is not called "%s"', (name) => {
    expect(personalColumn(name)).toBeNull();
  });
});
