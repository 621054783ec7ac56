import {
  email,
  maxLength,
  pattern,
  required,
  validateTree,
  type SchemaPathTree,
} from '@angular/forms/signals';
import type { AccountResponse, AccountWanted } from '@app/shared/contracts';
import {
  accountLimits,
  accountRulesBroken,
  roles,
  staffRefPattern,
  type Role,
} from '@app/shared/domain';

/** An account as it is being typed: nothing is missing, what is not given is empty. */
export interface AccountDraft {
  fullName: string;
  email: string;
  roles: string[];
  agency: string;
  staffRef: string;
}

export const emptyDraft: AccountDraft = {
  fullName: '',
  email: '',
  roles: [],
  agency: '',
  staffRef: '',
};

export function draftOf(account: AccountResponse): AccountDraft {
  return {
    fullName: account.fullName,
    email: account.email,
    roles: [...account.roles],
    agency: account.agency?.key ?? '',
    staffRef: account.staffRef ?? '',
  };
}

export function wantedOf(draft: AccountDraft): AccountWanted {
  return {
    fullName: draft.fullName.trim(),
    email: draft.email.trim(),
    roles: rolesOf(draft),
    agency: draft.agency || null,
    staffRef: draft.staffRef.trim() || null,
  };
}

/** The same rules as the server's, so that most mistakes are told without asking it. */
export function accountRules(path: SchemaPathTree<AccountDraft>): void {
  required(path.fullName, { message: 'Enter the person’s full name' });
  maxLength(path.fullName, accountLimits.fullNameMax, {
    message: `Full name must be ${accountLimits.fullNameMax} characters or fewer`,
  });
  required(path.email, { message: 'Enter the person’s e-mail address' });
  email(path.email, {
    message: 'Enter an e-mail address in the correct form, like name@example.org',
  });
  maxLength(path.email, accountLimits.emailMax, {
    message: `E-mail address must be ${accountLimits.emailMax} characters or fewer`,
  });
  maxLength(path.staffRef, accountLimits.staffRefMax, {
    message: `Staff reference must be ${accountLimits.staffRefMax} characters or fewer`,
  });
  pattern(path.staffRef, staffRefPattern, {
    message:
      'Staff reference must be letters, numbers, full stops, dashes, slashes or underscores, with no spaces',
  });
  validateTree(path, ({ value, fieldTree }) =>
    accountRulesBroken(wantedOf(value())).map((broken) => ({
      kind: 'rule',
      message: broken.message,
      fieldTree: fieldTree[broken.path as keyof AccountDraft],
    })),
  );
}

function rolesOf(draft: AccountDraft): Role[] {
  return roles.filter((role) => draft.roles.includes(role));
}
