import { Injectable } from '@nestjs/common';
import type {
  Allocated,
  DeclaredConflict,
  RegisterPlan,
  ScoringToAllocate,
  StratumKey,
} from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import { DataSource } from 'typeorm';
import { IN_SAMPLE } from '../in-sample.js';

export interface NewAudit {
  id: string;
  reference: string;
  planId: string;
  documentId: string | null;
  stratum: StratumKey;
  registerFacts: RegisterPlan;
}

export interface NewScoring {
  id: string;
  auditId: string;
  agency: string;
}

/** What every new audit of a round shares. */
export interface RoundOfAudits {
  id: string;
  quarter: string;
  sampleId: string;
  frameworkVersionId: string;
  dueOn: string;
  madeAt: Date;
}

/** One number for "audits are being made", so that two allocations take turns and numbers stay without gaps. */
const ALLOCATION_LOCK = 7_250_117;

/** All SQL that makes audits and gives their scorings to auditors. */
@Injectable()
export class AllocationRepository {
  constructor(private readonly dataSource: DataSource) {}

  async takeTurns(manager: EntityManager): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock($1)`, [ALLOCATION_LOCK]);
  }

  /** What of a sample has an audit, withdrawn plans included: the keys of plans, or of their documents. */
  async audited(
    sampleId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Set<string>> {
    const rows: { key: string }[] = await manager.query(
      `SELECT coalesce(document_id, plan_id) AS key FROM audits WHERE sample_id = $1`,
      [sampleId],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** The number of the quarter's last audit; 0 before the first. */
  async lastNumber(manager: EntityManager, quarter: string): Promise<number> {
    const [row]: { last: number }[] = await manager.query(
      `SELECT coalesce(max(substring(reference FROM '[0-9]+$')::integer), 0) AS last FROM audits WHERE quarter = $1`,
      [quarter],
    );
    return row?.last ?? 0;
  }

  async insert(
    manager: EntityManager,
    round: RoundOfAudits,
    audits: readonly NewAudit[],
    scorings: readonly NewScoring[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO audits (id, reference, round_id, quarter, sample_id, plan_id, document_id, stratum,
                           framework_version_id, register_facts, state, due_on, made_at)
       SELECT n.id, n.reference, $2, $3, $4, n."planId", n."documentId", n.stratum, $5, n."registerFacts", 'open', $6, $7
         FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, reference text, "planId" uuid, "documentId" uuid, stratum text,
              "registerFacts" jsonb)`,
      [
        JSON.stringify(audits),
        ...[round.id, round.quarter, round.sampleId, round.frameworkVersionId],
        ...[round.dueOn, round.madeAt],
      ],
    );
    await manager.query(
      `INSERT INTO scorings (id, audit_id, agency, unallocated_because, state)
       SELECT n.id, n."auditId", n.agency, 'no-auditor', 'open'
         FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, "auditId" uuid, agency text)`,
      [JSON.stringify(scorings)],
    );
  }

  /** The scorings of a round that have no auditor, locked, in the order of the audits. */
  toAllocate(
    manager: EntityManager,
    roundId: string,
  ): Promise<(ScoringToAllocate & { reference: string })[]> {
    return manager.query(
      `SELECT s.id, s.agency, a.reference, a.plan_id AS "planId", a.register_facts ->> 'officerRef' AS "officerRef",
              ${ELSEWHERE} AS "auditorsElsewhere"
         FROM scorings s JOIN audits a ON a.id = s.audit_id JOIN agencies g ON g.key = s.agency
        WHERE a.round_id = $1 AND s.state = 'open' AND s.auditor_id IS NULL AND ${IN_SAMPLE}
        ORDER BY a.reference, g.position FOR NO KEY UPDATE OF s`,
      [roundId],
    );
  }

  /** Who knows another scoring of the audit: one person must not know two agencies' grades. */
  async auditorsElsewhere(manager: EntityManager, scoringId: string): Promise<string[]> {
    const [row]: { auditors: string[] }[] = await manager.query(
      `SELECT ${ELSEWHERE} AS auditors FROM scorings s WHERE s.id = $1`,
      [scoringId],
    );
    return row?.auditors ?? [];
  }

  /** How many open scorings each auditor has, in all rounds. */
  async openScorings(
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, number>> {
    const rows: { auditorId: string; count: number }[] = await manager.query(
      `SELECT s.auditor_id AS "auditorId", count(*)::integer AS count FROM scorings s JOIN audits a ON a.id = s.audit_id
        WHERE s.state = 'open' AND s.auditor_id IS NOT NULL AND ${IN_SAMPLE} GROUP BY s.auditor_id`,
    );
    return new Map(rows.map(({ auditorId, count }) => [auditorId, count]));
  }

  conflictsOver(manager: EntityManager, planIds: readonly string[]): Promise<DeclaredConflict[]> {
    return manager.query(
      `SELECT account_id AS "auditorId", plan_id AS "planId" FROM conflicts WHERE plan_id = ANY ($1)`,
      [planIds],
    );
  }

  async write(manager: EntityManager, allocated: readonly Allocated[]): Promise<void> {
    await manager.query(
      `UPDATE scorings s SET auditor_id = n."auditorId", unallocated_because = n.reason, version = s.version + 1
         FROM jsonb_to_recordset($1::jsonb) AS n("scoringId" uuid, "auditorId" uuid, reason text)
        WHERE s.id = n."scoringId"
          AND (s.auditor_id, s.unallocated_because) IS DISTINCT FROM (n."auditorId", n.reason)`,
      [JSON.stringify(allocated)],
    );
  }

  /** Gives a scoring to another auditor, who has to declare anew; what was answered stays. */
  async reassign(manager: EntityManager, scoringId: string, auditorId: string): Promise<void> {
    await manager.query(
      `UPDATE scorings SET auditor_id = $2, unallocated_because = NULL, opened_at = NULL, version = version + 1 WHERE id = $1`,
      [scoringId, auditorId],
    );
  }
}

/** Those who have another scoring of the audit, or saved in one before it went to somebody else. */
const ELSEWHERE = `ARRAY (
  SELECT t.auditor_id FROM scorings t WHERE t.audit_id = s.audit_id AND t.id <> s.id AND t.auditor_id IS NOT NULL
  UNION SELECT h.saved_by FROM answer_history h JOIN scorings t ON t.id = h.scoring_id
         WHERE t.audit_id = s.audit_id AND t.id <> s.id)`;
