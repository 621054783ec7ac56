import { accountRulesBroken, normaliseEmail, Problem, type Role } from '@app/shared/domain';
import { wordConstraint } from '../../platform/database/constraint-problems.js';
import type { Account } from '../account.entity.js';

export interface AccountContent {
  fullName: string;
  email: string;
  roles: Role[];
  agency?: string | null;
  staffRef?: string | null;
}

const fieldProblem = (code: 'already-taken' | 'rule-broken', path: string, message: string) => () =>
  Problem.ofFields(code, [{ path, message }]);

wordConstraint(
  'accounts_email_uq',
  fieldProblem('already-taken', 'email', 'Another account already uses this e-mail address'),
);
wordConstraint(
  'accounts_staff_ref_uq',
  fieldProblem('already-taken', 'staffRef', 'Another account already uses this staff reference'),
);
wordConstraint(
  'accounts_agency_fk',
  fieldProblem('rule-broken', 'agency', 'Choose an agency from the list'),
);

/** @throws Problem rule-broken naming each field */
export function checkedContent(
  wanted: AccountContent,
): Pick<Account, 'fullName' | 'email' | 'roles' | 'agency' | 'staffRef'> {
  const broken = accountRulesBroken(wanted);
  if (broken.length > 0) throw Problem.ofFields('rule-broken', broken);
  return {
    fullName: wanted.fullName,
    email: normaliseEmail(wanted.email),
    roles: [...wanted.roles].sort(),
    agency: wanted.agency ?? null,
    staffRef: wanted.staffRef ?? null,
  };
}
