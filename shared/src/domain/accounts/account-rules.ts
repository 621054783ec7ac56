import type { ProblemError } from '../problems/index.js';
import type { Role } from './roles.js';

/** Lengths in characters, the same in form, contract and database. */
export const accountLimits = {
  fullNameMax: 120,
  emailMax: 254,
  staffRefMax: 40,
  /** Of the key of an agency. */
  agencyMax: 60,
} as const;

/** A staff reference is how the plan register names an officer: no spaces, so that it can be matched exactly. */
export const staffRefPattern = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;

export interface AccountDetails {
  roles: readonly Role[];
  agency?: string | null;
  staffRef?: string | null;
}

/**
 * What is wrong with an account's roles, agency and staff reference taken together.
 * An auditor scores for one agency, so an auditor without an agency could not be allocated a plan;
 * a SEND officer without a staff reference would never be matched to the plans they write.
 *
 * @returns one sentence per field, an empty list when nothing is wrong
 */
export function accountRulesBroken(details: AccountDetails): ProblemError[] {
  const broken: ProblemError[] = [];
  if (details.roles.length === 0) {
    broken.push({ path: 'roles', message: 'Choose at least one role' });
  }
  if (details.roles.includes('auditor') && !details.agency) {
    broken.push({ path: 'agency', message: 'Choose the agency this auditor scores for' });
  }
  if (details.roles.includes('send-officer') && !details.staffRef) {
    broken.push({
      path: 'staffRef',
      message: 'Enter the staff reference that the plan register uses for this SEND officer',
    });
  }
  return broken;
}

/** E-mail addresses are compared without regard to case or surrounding space. */
export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
