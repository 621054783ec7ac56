import { Injectable } from '@nestjs/common';
import {
  documentCoverage,
  Problem,
  type DocumentCoverage,
  type DocumentFacts,
  type RoundKind,
  type RoundState,
  type StratumKey,
} from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { inOrderOfStrata } from '../sampling/sample.repository.js';
import { scopeOf } from '../sampling/sample-scope.js';

export interface StoredDocument extends DocumentFacts {
  id: string;
  planId: string;
  /** An auditor has opened it, so that it stays as it is. */
  isFixed: boolean;
  version: number;
}

/** A document with its round, as the acts need it. */
export interface LockedDocument extends StoredDocument {
  roundId: string;
  roundReference: string;
  kind: RoundKind;
  state: RoundState;
}

/** A plan of the sample whose documents are audited. */
export interface StoredPlanOfDocuments {
  planId: string;
  planRef: string;
  stratum: StratumKey;
  isNoneAsked: boolean;
}

const DOCUMENT = `
  d.id, d.plan_id AS "planId", d.title, d.source, d.requested_on::text AS "requestedOn", d.received_on::text AS "receivedOn",
  d.is_nil_return AS "isNilReturn", d.fixed_at IS NOT NULL AS "isFixed", d.version`;

/** All SQL about the documents of drawn plans. Reads are told who asks, and give nothing to anyone else. */
@Injectable()
export class DocumentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of a sample that were not taken out, in the order in which they were entered. */
  ofSample(
    access: Access,
    sampleId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StoredDocument[]> {
    return manager.query(
      `SELECT ${DOCUMENT} FROM sampled_documents d
        WHERE d.sample_id = $1 AND d.taken_out_at IS NULL AND ${scopeOf(access)} ORDER BY d.id`,
      [sampleId],
    );
  }

  private plansOf(access: Access, sampleId: string): Promise<StoredPlanOfDocuments[]> {
    return this.dataSource.query(
      `SELECT f.plan_id AS "planId", f.plan_ref AS "planRef", f.stratum, coalesce(n.is_none_asked, false) AS "isNoneAsked"
         FROM sampled_plans f JOIN sample_outcomes o ON o.sample_id = f.sample_id AND o.plan_id = f.plan_id
         LEFT JOIN plans_without_document n ON n.sample_id = f.sample_id AND n.plan_id = f.plan_id
        WHERE f.sample_id = $1 AND o.outcome IN ('drawn', 'replacement') AND ${scopeOf(access)}
        ORDER BY ${inOrderOfStrata('f.stratum')}, f.place`,
      [sampleId],
    );
  }

  /** What a sample comes to in documents. */
  async countsOf(access: Access, sampleId: string): Promise<DocumentCoverage> {
    return documentCoverage(await this.plansWithDocuments(access, sampleId));
  }

  /** Plans that were drawn or took a place, each with its documents. */
  async plansWithDocuments(
    access: Access,
    sampleId: string,
  ): Promise<(StoredPlanOfDocuments & { documents: StoredDocument[] })[]> {
    const [plans, documents] = await Promise.all([
      this.plansOf(access, sampleId),
      this.ofSample(access, sampleId),
    ]);
    const byPlan = Map.groupBy(documents, ({ planId }) => planId);
    return plans.map((plan) => ({ ...plan, documents: byPlan.get(plan.planId) ?? [] }));
  }

  /** Open rounds of documents with plans of which nothing was entered, and how many these are. */
  roundsToEnter(): Promise<{ roundId: string; reference: string; count: number }[]> {
    return this.dataSource.query(
      `SELECT r.id AS "roundId", r.reference, count(*)::integer AS count
         FROM audit_rounds r JOIN samples s ON s.round_id = r.id
         JOIN sample_outcomes o ON o.sample_id = s.id AND o.outcome IN ('drawn', 'replacement')
         LEFT JOIN plans_without_document n ON n.sample_id = o.sample_id AND n.plan_id = o.plan_id
        WHERE r.kind = 'advice' AND r.state = 'open' AND n.is_none_asked IS NOT TRUE
          AND NOT EXISTS (SELECT FROM documents_to_audit d WHERE d.sample_id = o.sample_id AND d.plan_id = o.plan_id)
        GROUP BY r.id ORDER BY r.reference`,
    );
  }

  /** @throws Problem not-found, also of one that was taken out; stale-version when it was changed since */
  async lock(
    access: Access,
    manager: EntityManager,
    id: string,
    version: number,
  ): Promise<LockedDocument> {
    const [found]: LockedDocument[] = await manager.query(
      `SELECT ${DOCUMENT}, r.id AS "roundId", r.reference AS "roundReference", r.kind, r.state
         FROM sampled_documents d JOIN samples s ON s.id = d.sample_id JOIN audit_rounds r ON r.id = s.round_id
        WHERE d.id = $1 AND d.taken_out_at IS NULL AND ${scopeOf(access)} FOR NO KEY UPDATE OF d`,
      [id],
    );
    if (!found) throw Problem.notFound('This document');
    if (found.version !== version) throw Problem.stale('this document');
    return found;
  }

  async insert(
    manager: EntityManager,
    document: DocumentFacts & { id: string; sampleId: string; planId: string },
    by: { accountId: string; at: Date },
  ): Promise<void> {
    const { title, source, requestedOn, receivedOn, isNilReturn } = document;
    await manager.query(
      `INSERT INTO sampled_documents (id, sample_id, plan_id, title, source, requested_on, received_on, is_nil_return,
                                      entered_by, entered_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[document.id, document.sampleId, document.planId, title, source],
        ...[requestedOn, receivedOn, isNilReturn, by.accountId, by.at],
      ],
    );
  }

  async change(manager: EntityManager, id: string, document: DocumentFacts): Promise<void> {
    const { title, source, requestedOn, receivedOn, isNilReturn } = document;
    await manager.query(
      `UPDATE sampled_documents SET title = $2, source = $3, requested_on = $4, received_on = $5, is_nil_return = $6,
                                    version = version + 1 WHERE id = $1`,
      [id, title, source, requestedOn, receivedOn, isNilReturn],
    );
  }

  async takeOut(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.query(
      `UPDATE sampled_documents SET taken_out_at = $2, version = version + 1 WHERE id = $1`,
      [id, at],
    );
  }

  /** Keeps that no document of a plan was asked for, or that this is taken back. */
  async mark(
    manager: EntityManager,
    plan: { sampleId: string; planId: string; isNoneAsked: boolean },
    by: { accountId: string; at: Date },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO plans_without_document (sample_id, plan_id, is_none_asked, marked_by, marked_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (sample_id, plan_id) DO UPDATE
         SET is_none_asked = excluded.is_none_asked, marked_by = excluded.marked_by, marked_at = excluded.marked_at`,
      [plan.sampleId, plan.planId, plan.isNoneAsked, by.accountId, by.at],
    );
  }

  /**
   * Keeps a document as it is from now on, because an auditor opens it.
   *
   * @throws Problem not-found when it was taken out meanwhile
   */
  async fix(manager: EntityManager, id: string, at: Date): Promise<void> {
    const [found]: { isFixed: boolean }[] = await manager.query(
      `SELECT d.fixed_at IS NOT NULL AS "isFixed" FROM sampled_documents d
        WHERE d.id = $1 AND d.taken_out_at IS NULL FOR NO KEY UPDATE`,
      [id],
    );
    if (!found) throw Problem.notFound('This scoring');
    if (found.isFixed) return;
    await manager.query(
      `UPDATE sampled_documents SET fixed_at = $2, version = version + 1 WHERE id = $1`,
      [id, at],
    );
  }
}
