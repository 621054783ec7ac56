import { Injectable } from '@nestjs/common';
import type { AuditedDocument } from '@app/shared/contracts';
import type { AuditState, RoundCoverage, StratumKey, Unit } from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { AUDITED_DOCUMENT, IN_SAMPLE } from '../in-sample.js';
import type { ClosedRound } from './round-closed.js';

export interface StoredNotClosed {
  id: string;
  reference: string;
  planRef: string;
  document: AuditedDocument | null;
  state: AuditState;
  scoringsIn: number;
  scorings: number;
}

/** What one stratum of a round has come to so far. */
export interface StratumCounts extends RoundCoverage {
  stratum: StratumKey;
  plansWithoutAudit: number;
}

/** All SQL with which rounds are closed. Of scorings it reads how far they are, never an answer. */
@Injectable()
export class RoundClosingRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The audits of a round that are not closed, by state and reference. */
  notClosed({ account }: Access, roundId: string): Promise<StoredNotClosed[]> {
    const scope = account.roles.includes('audit-lead') ? 'true' : 'false';
    return this.dataSource.query(
      `SELECT a.id, a.reference, a.register_facts ->> 'planRef' AS "planRef", a.state, ${AUDITED_DOCUMENT},
              count(*) FILTER (WHERE s.state = 'submitted')::integer AS "scoringsIn",
              count(*) FILTER (WHERE s.state <> 'withdrawn')::integer AS scorings
         FROM audits a JOIN scorings s ON s.audit_id = a.id
        WHERE a.round_id = $1 AND a.state <> 'closed' AND ${IN_SAMPLE} AND ${scope}
        GROUP BY a.id ORDER BY a.state = 'open' DESC, a.reference`,
      [roundId],
    );
  }

  /** What each stratum of a sample has come to, from its plans, or their documents, and the audits. */
  counts(
    sampleId: string,
    unit: Unit,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StratumCounts[]> {
    if (unit === 'document') return manager.query(DOCUMENT_COUNTS, [sampleId]);
    return manager.query(
      `SELECT stratum, taken + withdrawn - replaced AS drawn, withdrawn, replaced, graded, partial,
              taken - graded - partial AS "notCompleted", taken - audits AS "plansWithoutAudit"
         FROM (SELECT o.stratum, count(*) FILTER (WHERE ${TAKEN})::integer AS taken,
                      count(*) FILTER (WHERE o.outcome = 'withdrawn')::integer AS withdrawn,
                      count(o.in_place_of_id)::integer AS replaced,
                      count(a.id) FILTER (WHERE ${TAKEN})::integer AS audits,
                      count(*) FILTER (WHERE ${TAKEN} AND r.status = 'graded')::integer AS graded,
                      count(*) FILTER (WHERE ${TAKEN} AND r.status = 'partial')::integer AS partial
                 FROM sample_outcomes o
                 LEFT JOIN audits a ON a.sample_id = o.sample_id AND a.plan_id = o.plan_id
                 LEFT JOIN audit_results r ON r.audit_id = a.id
                WHERE o.sample_id = $1 AND o.outcome <> 'reserve' GROUP BY o.stratum) counted
        ORDER BY stratum`,
      [sampleId],
    );
  }

  /**
   * Ends every audit of a round that is not closed, and every scoring that is open, so that nothing of
   * them is recorded any more. Audits first, as everyone locks them.
   */
  async endTheRest(manager: EntityManager, roundId: string): Promise<void> {
    await manager.query(
      `UPDATE audits SET state = 'not-completed', version = version + 1 WHERE round_id = $1 AND state <> 'closed'`,
      [roundId],
    );
    await manager.query(
      `UPDATE scorings s SET state = 'not-completed', version = s.version + 1 FROM audits a
        WHERE a.id = s.audit_id AND a.round_id = $1 AND s.state = 'open'`,
      [roundId],
    );
  }

  async insert(
    manager: EntityManager,
    round: ClosedRound & { closedBy: string },
    strata: readonly (RoundCoverage & { stratum: StratumKey; population: number })[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO round_closings (round_id, quarter, kind, framework_kind, framework_version_id, closed_by, closed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[round.roundId, round.quarter, round.kind, round.frameworkKind],
        ...[round.frameworkVersionId, round.closedBy, round.closedAt],
      ],
    );
    await manager.query(
      `INSERT INTO round_coverage (round_id, stratum, population, drawn, withdrawn, replaced, graded, partial, not_completed,
                                   documents, none_asked, none_entered)
       SELECT $1, n.stratum, n.population, n.drawn, n.withdrawn, n.replaced, n.graded, n.partial, n."notCompleted",
              n.documents, n."noneAsked", n."noneEntered"
         FROM jsonb_to_recordset($2::jsonb) AS n(stratum text, population integer, drawn integer, withdrawn integer,
              replaced integer, graded integer, partial integer, "notCompleted" integer, documents integer, "noneAsked" integer,
              "noneEntered" integer)`,
      [round.roundId, JSON.stringify(strata)],
    );
  }

  /** Who closed a round and when; null before. */
  async closing(roundId: string): Promise<{ closedBy: string; closedAt: Date } | null> {
    const [found]: { closedBy: string; closedAt: Date }[] = await this.dataSource.query(
      `SELECT closed_by AS "closedBy", closed_at AS "closedAt" FROM round_closings WHERE round_id = $1`,
      [roundId],
    );
    return found ?? null;
  }
}

const TAKEN = `o.outcome IN ('drawn', 'replacement')`;

/** Documents are counted apart from plans, because a plan has any number of them. */
const DOCUMENT_COUNTS = `
  WITH taken_plans AS (
    SELECT o.stratum, count(*) FILTER (WHERE ${TAKEN})::integer AS taken,
           count(*) FILTER (WHERE o.outcome = 'withdrawn')::integer AS withdrawn,
           count(o.in_place_of_id)::integer AS replaced,
           count(*) FILTER (WHERE ${TAKEN} AND n.is_none_asked)::integer AS none_asked
      FROM sample_outcomes o
      LEFT JOIN plans_without_document n ON n.sample_id = o.sample_id AND n.plan_id = o.plan_id
     WHERE o.sample_id = $1 AND o.outcome <> 'reserve' GROUP BY o.stratum
  ), documents AS (
    SELECT d.stratum, count(*)::integer AS documents, count(DISTINCT d.plan_id)::integer AS plans, count(a.id)::integer AS audits,
           count(*) FILTER (WHERE r.status = 'graded')::integer AS graded,
           count(*) FILTER (WHERE r.status = 'partial')::integer AS partial
      FROM documents_to_audit d
      LEFT JOIN audits a ON a.document_id = d.id
      LEFT JOIN audit_results r ON r.audit_id = a.id
     WHERE d.sample_id = $1 GROUP BY d.stratum
  )
  SELECT stratum, taken + withdrawn - replaced AS drawn, withdrawn, replaced, coalesce(graded, 0) AS graded,
         coalesce(partial, 0) AS partial, coalesce(documents - graded - partial, 0) AS "notCompleted",
         coalesce(documents - audits, 0) AS "plansWithoutAudit", coalesce(documents, 0) AS documents,
         none_asked AS "noneAsked",
         taken - none_asked - coalesce(plans, 0) AS "noneEntered"
    FROM taken_plans LEFT JOIN documents USING (stratum) ORDER BY stratum`;
