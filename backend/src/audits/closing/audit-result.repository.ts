import { Injectable } from '@nestjs/common';
import type {
  AuditResult,
  ModerationTrigger,
  QuarterKey,
  RoundCoverage,
  RoundKind,
  StratumKey,
} from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { IN_SAMPLE } from '../in-sample.js';
import { resultScopeOf, type ResultReader } from './result-scope.js';

/** How an audit was closed, kept beside its result. */
export interface NewModeration {
  closedBy: string;
  closedAt: Date;
  asProposed: boolean;
  reasons: readonly ModerationTrigger[];
  differing: number;
  cappedGrade: number | null;
  finalGradeReason: string | null;
  feedbackPoints: readonly string[];
}

/** Which results: of one kind of framework and one kind of round, which are never pooled with others. */
export interface ResultSearch {
  frameworkKind: string;
  roundKind: RoundKind;
  /** The first and the last quarter, both included. */
  from?: QuarterKey;
  to?: QuarterKey;
}

/** What one stratum of a closed round came to. */
export interface StratumCoverage extends RoundCoverage {
  roundId: string;
  quarter: QuarterKey;
  frameworkVersionId: string;
  stratum: StratumKey;
  population: number;
}

/** All SQL about the results of closed audits. Only those of closed rounds are read for trends and reports. */
@Injectable()
export class AuditResultRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Closes the audit: its state, how it was closed and its result, in one statement. */
  async insert(
    manager: EntityManager,
    result: AuditResult,
    moderation: NewModeration,
  ): Promise<void> {
    await manager.query(
      `WITH closed AS (
         UPDATE audits SET state = 'closed', version = version + 1 WHERE id = $1 RETURNING id
       ), moderated AS (
         INSERT INTO moderations SELECT m.* FROM closed, jsonb_populate_record(NULL::moderations, $2::jsonb) m
       )
       INSERT INTO audit_results SELECT r.* FROM closed, jsonb_populate_record(NULL::audit_results, $3::jsonb) r`,
      [
        result.auditId,
        JSON.stringify(byColumn({ auditId: result.auditId, ...moderation })),
        JSON.stringify(byColumn(result)),
      ],
    );
  }

  /** Results of closed rounds, by quarter and reference. */
  ofQuarters(
    reader: ResultReader,
    search: ResultSearch,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<AuditResult[]> {
    return manager.query(
      `SELECT ${RESULT} FROM audit_results r
         JOIN audits a ON a.id = r.audit_id JOIN round_closings c ON c.round_id = r.round_id
        WHERE ${IN_QUARTERS} AND ${IN_SAMPLE} AND ${resultScopeOf(reader)}
        ORDER BY r.quarter, r.reference`,
      valuesOf(search),
    );
  }

  /** What closed rounds came to, by round and stratum: the base that every share is told with. */
  coverageOf(
    reader: ResultReader,
    search: ResultSearch,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StratumCoverage[]> {
    return manager.query(
      `SELECT v.round_id AS "roundId", c.quarter, c.framework_version_id AS "frameworkVersionId", v.stratum,
              v.population, v.drawn, v.withdrawn, v.replaced, v.graded, v.partial, v.not_completed AS "notCompleted",
              v.documents, v.none_asked AS "noneAsked", v.none_entered AS "noneEntered"
         FROM round_coverage v JOIN round_closings c ON c.round_id = v.round_id
        WHERE ${IN_QUARTERS} AND ${resultScopeOf(reader)}
        ORDER BY c.quarter, c.round_id, v.stratum`,
      valuesOf(search),
    );
  }

  /** The quarters that have a closed round with a framework of this kind, the first first. */
  async closedQuarters(
    frameworkKind: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<QuarterKey[]> {
    const rows: { quarter: QuarterKey }[] = await manager.query(
      `SELECT DISTINCT quarter FROM round_closings WHERE framework_kind = $1 ORDER BY quarter`,
      [frameworkKind],
    );
    return rows.map(({ quarter }) => quarter);
  }
}

/** Quarter keys sort as they follow one another. */
const IN_QUARTERS = `c.framework_kind = $1 AND c.kind = $2
          AND ($3::text IS NULL OR c.quarter >= $3) AND ($4::text IS NULL OR c.quarter <= $4)`;

function valuesOf({ frameworkKind, roundKind, from, to }: ResultSearch): unknown[] {
  return [frameworkKind, roundKind, from ?? null, to ?? null];
}

/** A record as its table names it: `agreedGrades` is the column `agreed_grades`. Keys inside values stay. */
function byColumn(record: object): object {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value as unknown,
    ]),
  );
}

const RESULT = `
  r.audit_id AS "auditId", r.reference, r.framework_version_id AS "frameworkVersionId",
  r.framework_kind AS "frameworkKind", r.quarter, r.round_id AS "roundId", r.round_kind AS "roundKind", r.stratum,
  r.stratum_population AS "stratumPopulation", r.stratum_sample_size AS "stratumSampleSize",
  r.local_authority AS "localAuthority", r.phase, r.setting_group AS "settingGroup", r.primary_need AS "primaryNeed",
  r.is_looked_after AS "isLookedAfter", r.team, r.year_group AS "yearGroup", r.closed_on::text AS "closedOn",
  r.agencies, r.status, r.agreed_grades AS "agreedGrades", r.agency_grades AS "agencyGrades",
  to_jsonb(r.domain_scores) AS "domainScores", r.domain_grades AS "domainGrades",
  r.overall_score::float8 AS "overallScore", r.calculated_grade AS "calculatedGrade",
  r.caps_applied AS "capsApplied", r.final_grade AS "finalGrade", r.facts, r.profile,
  r.document_plan_id AS "documentPlanId"`;
