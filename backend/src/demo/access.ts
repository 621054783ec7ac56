import type { Role } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';

/** What a person of the demonstration asks with, as the guards would have found it. */
export function accessOf(id: string, role: Role, at: Date): Access {
  return {
    account: { id, roles: [role], agency: null },
    session: { id, startedAt: at, lastSeenAt: at },
    permission: 'allow',
    correlationId: 'demonstration',
  };
}

/** The key of a request that the demonstration sends: one each, and the same every time. */
export function requestKey(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
