import { Injectable } from '@nestjs/common';
import type { AuditedDocument } from '@app/shared/contracts';
import {
  Problem,
  type AuditState,
  type ConflictKind,
  type RegisterPlan,
  type ScoringProgress,
  type ScoringState,
} from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { AUDITED_DOCUMENT, IN_SAMPLE } from '../in-sample.js';

/** A scoring as its own auditor meets it. */
export interface StoredScoring {
  id: string;
  reference: string;
  quarter: string;
  planId: string;
  documentId: string | null;
  document: AuditedDocument | null;
  registerFacts: RegisterPlan;
  frameworkVersionId: string;
  auditState: AuditState;
  dueOn: string;
  agency: string;
  agencyTitle: string;
  state: ScoringState;
  progress: ScoringProgress;
  openedAt: Date | null;
  submittedAt: Date | null;
  submissionKey: string | null;
  version: number;
}

const SCORING = `
  SELECT s.id, a.reference, a.quarter, a.plan_id AS "planId", a.document_id AS "documentId",
         ${AUDITED_DOCUMENT}, a.register_facts AS "registerFacts",
         a.framework_version_id AS "frameworkVersionId", a.state AS "auditState", a.due_on::text AS "dueOn", s.agency,
         g.title AS "agencyTitle", s.state, s.opened_at AS "openedAt", s.submitted_at AS "submittedAt",
         s.submission_key AS "submissionKey", s.version,
         CASE WHEN s.state <> 'open' THEN s.state
              WHEN EXISTS (SELECT FROM answers n WHERE n.scoring_id = s.id) THEN 'in-progress'
              ELSE 'not-started' END AS progress
    FROM scorings s JOIN audits a ON a.id = s.audit_id JOIN agencies g ON g.key = s.agency`;

/** A scoring is its auditor's alone, whatever else the person may do here: not even the lead reads another's. */
const OWN = `s.auditor_id = $1 AND ${IN_SAMPLE}`;

/** All SQL about scorings as their own auditors read and change them. Each read is told who asks. */
@Injectable()
export class ScoringRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The first due first. */
  list({ account }: Access, state: ScoringState | null): Promise<StoredScoring[]> {
    return this.dataSource.query(
      `${SCORING} WHERE ${OWN} AND ($2::text IS NULL OR s.state = $2) ORDER BY a.due_on, a.reference`,
      [account.id, state],
    );
  }

  /** @throws Problem not-found, also where the scoring is another person's */
  async find({ account }: Access, id: string): Promise<StoredScoring> {
    const found: StoredScoring[] = await this.dataSource.query(
      `${SCORING} WHERE ${OWN} AND s.id = $2`,
      [account.id, id],
    );
    return only(found);
  }

  /**
   * The scoring, locked until the transaction ends. Its audit is not, so that agencies never wait for
   * one another.
   *
   * @throws Problem not-found, also where the scoring is another person's
   */
  async lock({ account }: Access, manager: EntityManager, id: string): Promise<StoredScoring> {
    const found: StoredScoring[] = await manager.query(
      `${SCORING} WHERE ${OWN} AND s.id = $2 FOR NO KEY UPDATE OF s`,
      [account.id, id],
    );
    return only(found);
  }

  /**
   * As `lock`, and the audit with it, because the scoring may be its last one.
   *
   * @returns besides, which scoring was submitted with the request's key before; null when none was.
   *   Its own key is asked first: after a wait the row is new, and what is read beside it may be old
   * @throws Problem not-found, also where the scoring is another person's
   */
  async lockToSubmit(
    { account }: Access,
    manager: EntityManager,
    id: string,
    key: string,
  ): Promise<StoredScoring & { submittedWithKey: string | null }> {
    const found: (StoredScoring & { submittedWithKey: string | null })[] = await manager.query(
      `SELECT own.*, CASE WHEN own."submissionKey" = $3 THEN own.id
                          ELSE (SELECT k.id FROM scorings k WHERE k.submission_key = $3) END AS "submittedWithKey"
         FROM (${SCORING} WHERE ${OWN} AND s.id = $2 FOR NO KEY UPDATE OF a, s) own`,
      [account.id, id, key],
    );
    return only(found);
  }

  async open(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.query(`UPDATE scorings SET opened_at = $2, version = version + 1 WHERE id = $1`, [
      id,
      at,
    ]);
  }

  /**
   * Takes the scoring from its auditor, who must not have it, and keeps why. The conflict is over the
   * plan, so that the auditor's open scorings of its other documents go too.
   */
  async takeAway(
    manager: EntityManager,
    { id, planId }: StoredScoring,
    conflict: { accountId: string; kind: ConflictKind; at: Date },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO conflicts (account_id, plan_id, kind, declared_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [conflict.accountId, planId, conflict.kind, conflict.at],
    );
    await manager.query(
      `UPDATE scorings s SET auditor_id = NULL, unallocated_because = 'conflict-declared', opened_at = NULL,
                             version = s.version + 1
         FROM audits a
        WHERE a.id = s.audit_id AND (s.id = $1
          OR (a.plan_id = $2 AND a.document_id IS NOT NULL AND s.auditor_id = $3 AND s.state = 'open'))`,
      [id, planId, conflict.accountId],
    );
  }
}

function only<Row extends StoredScoring>([found]: Row[]): Row {
  if (!found) throw Problem.notFound('This scoring');
  return found;
}
