import { Injectable } from '@nestjs/common';
import type { AuditState, ScoringWithdrawalReason } from '@app/shared/domain';
import type { EntityManager } from 'typeorm';

export interface Ended {
  auditState: AuditState;
  /** Of the scoring, after it ended. */
  version: number;
}

/**
 * Ends a scoring. With the last one the audit awaits moderation, in the same statement. The caller
 * holds the lock on the audit, so of two that end at one moment the second sees the first.
 */
@Injectable()
export class EndScoring {
  submitted(manager: EntityManager, id: string, at: Date, key: string): Promise<Ended> {
    return this.end(
      manager,
      id,
      `state = 'submitted', submitted_at = $2, submission_key = $3`,
      at,
      key,
    );
  }

  withdrawn(
    manager: EntityManager,
    id: string,
    at: Date,
    because: ScoringWithdrawalReason,
  ): Promise<Ended> {
    return this.end(
      manager,
      id,
      `state = 'withdrawn', withdrawn_at = $2, withdrawn_because = $3`,
      at,
      because,
    );
  }

  private async end(
    manager: EntityManager,
    id: string,
    change: string,
    at: Date,
    detail: string,
  ): Promise<Ended> {
    const ended: Ended[] = await manager.query(
      `WITH ended AS (UPDATE scorings SET ${change}, version = version + 1 WHERE id = $1 RETURNING audit_id, version),
            waiting AS (
              UPDATE audits a SET state = 'awaiting-moderation', version = a.version + 1 FROM ended
               WHERE a.id = ended.audit_id AND a.state = 'open'
                 AND NOT EXISTS (SELECT FROM scorings o WHERE o.audit_id = a.id AND o.id <> $1 AND o.state = 'open')
              RETURNING a.state)
       SELECT coalesce((SELECT state FROM waiting), 'open') AS "auditState", ended.version FROM ended`,
      [id, at, detail],
    );
    const [done] = ended;
    if (!done) throw new Error('the scoring to end was locked and is gone');
    return done;
  }
}
