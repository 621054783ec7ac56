import type { Access } from '../../accounts/index.js';
import { IN_SAMPLE } from '../in-sample.js';

/**
 * Which audits `a` a person may read in moderation; `$1` is their account. Moderators read what
 * awaits them and what is closed, the lead what is closed. Nobody reads an audit that they score or
 * scored, or whose plan they declared a conflict of interest for, whatever else they may do here.
 */
export function scopeOf({ account }: Access): string {
  const states = account.roles.includes('moderator')
    ? `a.state IN ('awaiting-moderation', 'closed')`
    : account.roles.includes('audit-lead')
      ? `a.state = 'closed'`
      : 'false';
  return `${states} AND ${UNINVOLVED} AND ${IN_SAMPLE}`;
}

/** What a moderator may lock: also an audit whose round has closed, so that they are told. */
export function scopeToModerate({ account }: Access): string {
  const isModerator = account.roles.includes('moderator');
  return `${isModerator ? `a.state <> 'open'` : 'false'} AND ${UNINVOLVED} AND ${IN_SAMPLE}`;
}

const UNINVOLVED = `
  NOT EXISTS (SELECT FROM scorings o WHERE o.audit_id = a.id AND o.auditor_id = $1)
  AND NOT EXISTS (SELECT FROM answer_history h JOIN scorings o ON o.id = h.scoring_id
                   WHERE o.audit_id = a.id AND h.saved_by = $1)
  AND NOT EXISTS (SELECT FROM conflicts c WHERE c.account_id = $1 AND c.plan_id = a.plan_id)`;
