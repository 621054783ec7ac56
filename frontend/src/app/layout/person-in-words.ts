import type { SignedInAccount } from '@app/shared/contracts';
import { roleTitle } from '@app/shared/domain';

/** "Priya Nair, Auditor (health)", "Ruth Osei, Audit lead and Moderator". */
export function personInWords(
  account: Pick<SignedInAccount, 'fullName' | 'roles' | 'agency'>,
): string {
  const titles = account.roles.map((role) =>
    role === 'auditor' && account.agency
      ? `${roleTitle[role]} (${account.agency.title.toLowerCase()})`
      : roleTitle[role],
  );
  const [first, second, ...others] = titles;
  if (first === undefined) return account.fullName;
  if (second === undefined) return `${account.fullName}, ${first}`;
  if (others.length === 0) return `${account.fullName}, ${first} and ${second}`;
  return `${account.fullName}, ${first} and ${others.length + 1} more roles`;
}
