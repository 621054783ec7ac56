import { Injectable } from '@nestjs/common';
import type { AuditedDocument } from '@app/shared/contracts';
import {
  Problem,
  type AuditState,
  type ScoringProgress,
  type ScoringState,
  type ScoringWithdrawalReason,
  type StratumKey,
  type UnallocatedReason,
} from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { AUDITED_DOCUMENT, IN_SAMPLE } from '../in-sample.js';

export interface StoredAudit {
  id: string;
  reference: string;
  quarter: string;
  planId: string;
  planRef: string;
  document: AuditedDocument | null;
  officerRef: string | null;
  stratum: StratumKey;
  state: AuditState;
  dueOn: string;
  version: number;
}

/** How far an agency is, without anything of what it recorded. */
export interface StoredScoringProgress {
  id: string;
  auditId: string;
  agency: string;
  auditorId: string | null;
  unallocatedBecause: UnallocatedReason | null;
  progress: ScoringProgress;
  submittedAt: Date | null;
  withdrawnBecause: ScoringWithdrawalReason | null;
  version: number;
}

/** A scoring with its audit, as the lead's acts need it. */
export interface LockedScoring {
  id: string;
  auditId: string;
  reference: string;
  agency: string;
  auditorId: string | null;
  state: ScoringState;
  planId: string;
  officerRef: string | null;
  dueOn: string;
  version: number;
}

const AUDIT = `
  SELECT a.id, a.reference, a.quarter, a.plan_id AS "planId", a.register_facts ->> 'planRef' AS "planRef",
         a.register_facts ->> 'officerRef' AS "officerRef", a.stratum, a.state, a.due_on::text AS "dueOn", a.version,
         ${AUDITED_DOCUMENT}
    FROM audits a`;

/** All SQL about audits as the lead reads and changes them. Of scorings it reads how far they are, never an answer. */
@Injectable()
export class AuditRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The audits of a round, in the order of their references. */
  ofRound(access: Access, roundId: string): Promise<StoredAudit[]> {
    return this.dataSource.query(
      `${AUDIT} WHERE a.round_id = $1 AND ${IN_SAMPLE} AND ${scopeOf(access)} ORDER BY a.reference`,
      [roundId],
    );
  }

  progressOfRound(access: Access, roundId: string): Promise<StoredScoringProgress[]> {
    return this.dataSource.query(
      `SELECT s.id, s.audit_id AS "auditId", s.agency, s.auditor_id AS "auditorId",
              s.unallocated_because AS "unallocatedBecause", s.submitted_at AS "submittedAt",
              s.withdrawn_because AS "withdrawnBecause", s.version,
              CASE WHEN s.state <> 'open' THEN s.state
                   WHEN EXISTS (SELECT FROM answers n WHERE n.scoring_id = s.id) THEN 'in-progress'
                   ELSE 'not-started' END AS progress
         FROM scorings s JOIN audits a ON a.id = s.audit_id JOIN agencies g ON g.key = s.agency
        WHERE a.round_id = $1 AND ${scopeOf(access)} ORDER BY g.position`,
      [roundId],
    );
  }

  /** @throws Problem not-found, or stale-version when it was changed since */
  async lock(
    access: Access,
    manager: EntityManager,
    id: string,
    version: number,
  ): Promise<StoredAudit> {
    const [found]: StoredAudit[] = await manager.query(
      `${AUDIT} WHERE a.id = $1 AND ${IN_SAMPLE} AND ${scopeOf(access)} FOR NO KEY UPDATE OF a`,
      [id],
    );
    if (!found) throw Problem.notFound('This audit');
    if (found.version !== version) throw Problem.stale('this audit');
    return found;
  }

  /**
   * A scoring with its audit, both locked until the transaction ends.
   *
   * @throws Problem not-found, or stale-version when it was changed since
   */
  async lockScoring(
    access: Access,
    manager: EntityManager,
    id: string,
    version: number,
  ): Promise<LockedScoring> {
    const [found]: LockedScoring[] = await manager.query(
      `SELECT s.id, s.audit_id AS "auditId", a.reference, s.agency, s.auditor_id AS "auditorId", s.state,
              a.plan_id AS "planId", a.register_facts ->> 'officerRef' AS "officerRef", a.due_on::text AS "dueOn", s.version
         FROM scorings s JOIN audits a ON a.id = s.audit_id
        WHERE s.id = $1 AND ${IN_SAMPLE} AND ${scopeOf(access)} FOR NO KEY UPDATE OF a, s`,
      [id],
    );
    if (!found) throw Problem.notFound('This scoring');
    if (found.version !== version) throw Problem.stale('this scoring');
    return found;
  }

  async changeDueDate(manager: EntityManager, id: string, dueOn: string): Promise<void> {
    await manager.query(`UPDATE audits SET due_on = $2, version = version + 1 WHERE id = $1`, [
      id,
      dueOn,
    ]);
  }

  /** How many scorings of audits that are being scored have no auditor, by round. */
  async withoutAuditor(access: Access): Promise<{ roundId: string; count: number }[]> {
    return this.dataSource.query(
      `SELECT a.round_id AS "roundId", count(*)::integer AS count FROM scorings s JOIN audits a ON a.id = s.audit_id
        WHERE s.state = 'open' AND s.auditor_id IS NULL AND ${IN_SAMPLE} AND ${scopeOf(access)}
        GROUP BY a.round_id ORDER BY a.round_id`,
    );
  }
}

/** Which audits a person may read here: the lead reads how far all are, anyone else none. */
function scopeOf({ account }: Access): string {
  return account.roles.includes('audit-lead') ? 'true' : 'false';
}
