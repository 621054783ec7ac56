import type { AccountResponse, AgencyListResponse } from '@app/shared/contracts';
import {
  accountStatuses,
  accountStatusTitle,
  rolePurpose,
  roles,
  roleTitle,
  type AccountStatus,
} from '@app/shared/domain';
import type { Choice } from '../components/choice';
import type { TagTone } from '../components/tag';

export const statusTone: Record<AccountStatus, TagTone> = {
  invited: 'yellow',
  active: 'green',
  ended: 'grey',
};

export const roleChoices: readonly Choice[] = roles.map((role) => ({
  value: role,
  label: roleTitle[role],
}));

export const roleChoicesWithPurpose: readonly Choice[] = roles.map((role) => ({
  value: role,
  label: roleTitle[role],
  hint: rolePurpose[role],
}));

export const statusChoices: readonly Choice[] = accountStatuses.map((status) => ({
  value: status,
  label: accountStatusTitle[status],
}));

export function agencyChoices(list: AgencyListResponse | undefined): Choice[] {
  return (list?.agencies ?? []).map((agency) => ({ value: agency.key, label: agency.title }));
}

export function rolesInWords(account: AccountResponse): string {
  return account.roles.map((role) => roleTitle[role]).join(', ');
}
