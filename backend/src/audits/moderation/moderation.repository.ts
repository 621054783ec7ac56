import { Injectable } from '@nestjs/common';
import type { AuditedDocument } from '@app/shared/contracts';
import {
  Problem,
  type AuditState,
  type EndedScoring,
  type FieldValue,
  type FilterKeys,
  type ModerationTrigger,
  type RegisterPlan,
  type ResultKeys,
  type ResultStatus,
  type ScoringWithdrawalReason,
} from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { AUDITED_DOCUMENT } from '../in-sample.js';
import { roundIsClosed } from '../scoring/refuse-unless-scored.js';
import { scopeOf, scopeToModerate } from './moderation-scope.js';

/** Who recorded something in moderation; the highest version counts. */
interface Recorded {
  reason: string | null;
  by: string;
  at: string;
  version: number;
}

export interface StoredDecision extends Recorded {
  criterion: string;
  outcome: string;
}

export interface StoredCorrection extends Recorded {
  field: string;
  /** Null where it was taken back. */
  value: FieldValue;
}

export interface StoredEndedScoring extends EndedScoring {
  agencyTitle: string;
  withdrawnBecause: ScoringWithdrawalReason | null;
}

/** How an audit was closed. */
export interface StoredClosing {
  closedBy: string;
  closedAt: string;
  asProposed: boolean;
  reasons: ModerationTrigger[];
  differing: number;
  cappedGrade: number | null;
  finalGradeReason: string | null;
  feedbackPoints: string[];
  status: ResultStatus;
  finalGrade: number | null;
}

export interface AuditToList {
  id: string;
  reference: string;
  quarter: string;
  roundId: string;
  planId: string;
  document: AuditedDocument | null;
  /** Whether it is of a document. */
  documentId: string | null;
  frameworkVersionId: string;
  registerFacts: RegisterPlan;
  state: AuditState;
  dueOn: string;
  /** When the last scoring was in. */
  waitingSince: Date;
  closing: StoredClosing | null;
  version: number;
}

/** An audit with what moderation works on. */
export interface StoredModeration extends AuditToList {
  scorings: StoredEndedScoring[];
  decisions: StoredDecision[];
  corrections: StoredCorrection[];
}

/** With what its result is weighted and filtered by. */
export interface WholeModeration extends StoredModeration {
  keys: Pick<ResultKeys, keyof FilterKeys | 'roundKind' | SampledKeys>;
}
type SampledKeys = 'stratum' | 'stratumPopulation' | 'stratumSampleSize';

/** All SQL that moderation reads and adds to. Every read of an audit is told who asks. */
@Injectable()
export class ModerationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Audits that await moderation, without evidence; the first due first. */
  awaiting(access: Access, roundId: string | null): Promise<StoredModeration[]> {
    return this.dataSource.query(
      `SELECT ${AUDIT}, ${contents({ isWhole: false })} ${FROM}
        WHERE a.state = 'awaiting-moderation' AND ($2::uuid IS NULL OR a.round_id = $2) AND ${scopeOf(access)}
        ORDER BY a.due_on, a.reference`,
      [access.account.id, roundId],
    );
  }

  async countAwaiting(access: Access): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::integer AS count FROM audits a WHERE a.state = 'awaiting-moderation' AND ${scopeOf(access)}`,
      [access.account.id],
    );
    return row?.count ?? 0;
  }

  /** Closed audits, the last closed first; as many as the largest round has. */
  closed(access: Access, roundId: string | null): Promise<AuditToList[]> {
    return this.dataSource.query(
      `SELECT ${AUDIT} ${FROM}
        WHERE a.state = 'closed' AND ($2::uuid IS NULL OR a.round_id = $2) AND ${scopeOf(access)}
        ORDER BY m.closed_at DESC, a.reference LIMIT 400`,
      [access.account.id, roundId],
    );
  }

  /** @throws Problem not-found, also where it is not to be read by this person */
  async find(
    access: Access,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<WholeModeration> {
    const found: WholeModeration[] = await manager.query(
      `SELECT ${AUDIT}, ${contents({ isWhole: true })}, ${KEYS} ${FROM} WHERE a.id = $2 AND ${scopeOf(access)}`,
      [access.account.id, id],
    );
    return only(found);
  }

  /**
   * Locks the audit until the transaction ends, for whoever may moderate it.
   *
   * @throws Problem not-found; rule-broken when it is closed or its round is
   */
  async lock(
    access: Access,
    manager: EntityManager,
    id: string,
  ): Promise<{ id: string; version: number }> {
    const found: { id: string; state: AuditState; version: number }[] = await manager.query(
      `SELECT a.id, a.state, a.version FROM audits a WHERE a.id = $2 AND ${scopeToModerate(access)} FOR NO KEY UPDATE OF a`,
      [access.account.id, id],
    );
    const audit = only(found);
    if (audit.state === 'closed') {
      throw new Problem('rule-broken', 'This audit is closed, and nothing of it changes any more.');
    }
    if (audit.state === 'not-completed') throw roundIsClosed();
    return audit;
  }

  /** Adds a decision, and with it a version of the audit. */
  async insertDecision(
    manager: EntityManager,
    auditId: string,
    { criterion, outcome, reason, version }: Omit<StoredDecision, 'by' | 'at'>,
    by: { accountId: string; at: Date },
  ): Promise<void> {
    await manager.query(
      `WITH changed AS (UPDATE audits SET version = version + 1 WHERE id = $1 RETURNING id)
       INSERT INTO moderation_decisions (audit_id, criterion, version, outcome, reason, decided_by, decided_at)
       SELECT id, $2, $3, $4, $5, $6, $7 FROM changed`,
      [auditId, criterion, version, outcome, reason, by.accountId, by.at],
    );
  }

  /** Adds a correction, and with it a version of the audit. */
  async insertCorrection(
    manager: EntityManager,
    auditId: string,
    { field, value, reason, version }: Omit<StoredCorrection, 'by' | 'at'>,
    by: { accountId: string; at: Date },
  ): Promise<void> {
    await manager.query(
      `WITH changed AS (UPDATE audits SET version = version + 1 WHERE id = $1 RETURNING id)
       INSERT INTO profile_corrections (audit_id, field, version, value, reason, corrected_by, corrected_at)
       SELECT id, $2, $3, $4, $5, $6, $7 FROM changed`,
      [
        ...[auditId, field, version, value === null ? null : JSON.stringify(value), reason],
        ...[by.accountId, by.at],
      ],
    );
  }
}

function only<Row>([found]: Row[]): Row {
  if (!found) throw Problem.notFound('This audit');
  return found;
}

/** As an answer says it, from inside JSON. */
const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const AUDIT = `
  a.id, a.reference, a.quarter, a.round_id AS "roundId", a.plan_id AS "planId",
  a.document_id AS "documentId", ${AUDITED_DOCUMENT},
  a.framework_version_id AS "frameworkVersionId", a.register_facts AS "registerFacts", a.state,
  a.due_on::text AS "dueOn", a.version,
  (SELECT max(coalesce(s.submitted_at, s.withdrawn_at)) FROM scorings s WHERE s.audit_id = a.id) AS "waitingSince",
  CASE WHEN m.audit_id IS NOT NULL THEN jsonb_build_object(
    'closedBy', m.closed_by, 'closedAt', ${instant('m.closed_at')}, 'asProposed', m.as_proposed, 'reasons', m.reasons,
    'differing', m.differing, 'cappedGrade', m.capped_grade, 'finalGradeReason', m.final_grade_reason,
    'feedbackPoints', m.feedback_points, 'status', r.status, 'finalGrade', r.final_grade) END AS closing`;

const FROM = `
  FROM audits a LEFT JOIN moderations m ON m.audit_id = a.id LEFT JOIN audit_results r ON r.audit_id = a.id`;

/**
 * The scorings with the answers of those that were submitted, and what counts of decisions and
 * corrections. A list needs neither evidence nor facts.
 */
const contents = ({ isWhole }: { isWhole: boolean }): string => `
  (SELECT jsonb_agg(jsonb_build_object(
            'id', s.id, 'agency', s.agency, 'agencyTitle', g.title, 'isSubmitted', s.state = 'submitted',
            'withdrawnBecause', s.withdrawn_because,
            'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                 'kind', n.kind, 'key', n.key, 'value', n.value, 'sections', n.sections,
                                 'evidence', ${isWhole ? 'n.evidence' : 'NULL'})), '[]')
                          FROM answers n WHERE n.scoring_id = s.id AND s.state = 'submitted'
                           ${isWhole ? '' : `AND n.kind IN ('sweep', 'criterion')`})) ORDER BY g.position)
     FROM scorings s JOIN agencies g ON g.key = s.agency WHERE s.audit_id = a.id) AS scorings,
  (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'criterion', d.criterion, 'outcome', d.outcome, 'reason', d.reason, 'by', d.decided_by,
            'at', ${instant('d.decided_at')}, 'version', d.version)), '[]')
     FROM (SELECT DISTINCT ON (criterion) * FROM moderation_decisions WHERE audit_id = a.id
            ORDER BY criterion, version DESC) d) AS decisions,
  (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'field', c.field, 'value', c.value, 'reason', c.reason, 'by', c.corrected_by,
            'at', ${instant('c.corrected_at')}, 'version', c.version)), '[]')
     FROM (SELECT DISTINCT ON (field) * FROM profile_corrections WHERE audit_id = a.id
            ORDER BY field, version DESC) c) AS corrections`;

const KEYS = `
  (SELECT jsonb_build_object(
            'roundKind', k.round_kind, 'stratum', k.stratum, 'stratumPopulation', k.stratum_population,
            'stratumSampleSize', k.stratum_sample_size, 'localAuthority', k.local_authority, 'phase', k.phase,
            'settingGroup', k.setting_group, 'primaryNeed', k.primary_need, 'isLookedAfter', k.is_looked_after,
            'team', k.team, 'yearGroup', k.year_group)
     FROM sampled_plan_keys k WHERE k.sample_id = a.sample_id AND k.plan_id = a.plan_id) AS keys`;
