import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { describe, expect, it } from '@jest/globals';
import { accountRules, draftOf, emptyDraft, wantedOf, type AccountDraft } from './account-form';

const priya: AccountDraft = {
  fullName: 'Priya Nair',
  email: 'priya.nair@ashbourne-vale.example',
  roles: ['auditor'],
  agency: 'health',
  staffRef: '',
};

function wrongIn(draft: AccountDraft): string[] {
  return TestBed.runInInjectionContext(() =>
    form(signal(draft), accountRules)()
      .errorSummary()
      .map((error) => `${error.fieldTree().keyInParent()}: ${error.message}`),
  );
}

describe('The account form', () => {
  it('takes an auditor with an agency', () => {
    expect(wrongIn(priya)).toEqual([]);
  });

  it('asks for name, e-mail address and a role', () => {
    expect(wrongIn(emptyDraft)).toEqual([
      'fullName: Enter the person’s full name',
      'email: Enter the person’s e-mail address',
      'roles: Choose at least one role',
    ]);
  });

  it('asks for the agency of an auditor', () => {
    expect(wrongIn({ ...priya, agency: '' })).toEqual([
      'agency: Choose the agency this auditor scores for',
    ]);
  });

  it('asks for the staff reference of a SEND officer, in the form the register uses', () => {
    const grace = { ...priya, roles: ['send-officer'], agency: '' };
    expect(wrongIn(grace)).toEqual([
      'staffRef: Enter the staff reference that the plan register uses for this SEND officer',
    ]);
    expect(wrongIn({ ...grace, staffRef: 'SO 014' })).toHaveLength(1);
    expect(wrongIn({ ...grace, staffRef: 'SO-014' })).toEqual([]);
  });

  it('sends what was typed without stray spaces, and nothing for what was left empty', () => {
    expect(wantedOf({ ...priya, fullName: ' Priya Nair ', agency: '' })).toEqual({
      fullName: 'Priya Nair',
      email: 'priya.nair@ashbourne-vale.example',
      roles: ['auditor'],
      agency: null,
      staffRef: null,
    });
  });

  it('opens with what is on record', () => {
    const onRecord = {
      ...priya,
      id: '1',
      roles: ['auditor' as const],
      agency: { key: 'health', title: 'Health' },
      staffRef: null,
      status: 'active' as const,
      isDemo: false,
      lastSignedInAt: null,
      version: 3,
    };
    expect(draftOf(onRecord)).toEqual(priya);
  });
});
