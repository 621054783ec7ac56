import type { Access } from '../../accounts/index.js';

/** Who reads results: a person, or the service itself when it compiles a quarter that has closed. */
export type ResultReader = Access | 'the-service';

/** Leads and moderators read the results of single audits, everyone else none: what others see is compiled. */
export function resultScopeOf(reader: ResultReader): string {
  if (reader === 'the-service') return 'true';
  const { roles } = reader.account;
  return roles.includes('audit-lead') || roles.includes('moderator') ? 'true' : 'false';
}
