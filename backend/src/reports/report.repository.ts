import { Injectable } from '@nestjs/common';
import {
  Problem,
  type DecisionAsked,
  type DecisionOutcome,
  type LeadsWords,
  type LearningReport,
  type QuarterKey,
  type ReportState,
} from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Access } from '../accounts/index.js';
import { wordConstraint } from '../platform/database/constraint-problems.js';

/** A report as it is kept: what was drawn from the numbers, what the lead wrote, and what was published. */
export interface StoredReport extends LeadsWords {
  id: string;
  frameworkKind: string;
  quarter: QuarterKey;
  edition: number;
  state: ReportState;
  compiled: LearningReport;
  whatChanged: string | null;
  /** Published, and null until then. */
  report: LearningReport | null;
  hash: string | null;
  version: number;
}

export interface ListedReport {
  id: string;
  frameworkKind: string;
  frameworkTitle: string;
  quarter: QuarterKey;
  edition: number;
  state: ReportState;
  publishedOn: string | null;
  isReplaced: boolean;
}

export interface StoredDecision extends DecisionAsked {
  number: number;
  outcome: DecisionOutcome | null;
  note: string | null;
  decidedOn: string | null;
  version: number;
}

export interface ClosedQuarter {
  frameworkKind: string;
  frameworkTitle: string;
  quarter: QuarterKey;
}

/** There is one draft of a quarter's report at a time. */
export const twoDrafts = () =>
  new Problem('already-taken', 'There is a draft of this report already. Go on with that one.');
wordConstraint('learning_reports_draft_uq', twoDrafts);
wordConstraint('learning_reports_edition_uq', twoDrafts);

const REPORT = `
  SELECT r.id, r.framework_kind AS "frameworkKind", r.quarter, r.edition, r.state, r.compiled, r.headline_words AS headline,
         r.better_words AS better, r.not_better_words AS "notBetter", r.what_changed AS "whatChanged", r.report, r.hash, r.version
    FROM learning_reports r`;

const LATER_EDITION = `l.framework_kind = r.framework_kind AND l.quarter = r.quarter AND l.edition > r.edition AND l.state = 'published'`;

const LIST = `
  SELECT r.id, r.framework_kind AS "frameworkKind", r.compiled ->> 'frameworkTitle' AS "frameworkTitle", r.quarter, r.edition,
         r.state, r.report ->> 'publishedOn' AS "publishedOn",
         EXISTS (SELECT FROM learning_reports l WHERE ${LATER_EDITION}) AS "isReplaced"
    FROM learning_reports r`;

const DECISIONS = `
  SELECT d.number, d.text, d.owner, d.section, d.outcome, d.note, d.decided_on::text AS "decidedOn", d.version
    FROM report_decisions d WHERE d.report_id = $1`;

/** All SQL about learning reports and their decisions. A draft is the lead's alone. */
@Injectable()
export class ReportRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest first; of one quarter the latest edition first. */
  list(access: Access): Promise<ListedReport[]> {
    return this.dataSource.query(
      `${LIST} WHERE ${scopeOf(access)} ORDER BY r.quarter DESC, r.framework_kind, r.edition DESC`,
    );
  }

  /** @throws Problem not-found */
  async find(
    access: Access,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StoredReport> {
    const [found]: StoredReport[] = await manager.query(
      `${REPORT} WHERE r.id = $1 AND ${scopeOf(access)}`,
      [id],
    );
    if (!found) throw Problem.notFound('This report');
    return found;
  }

  /**
   * The report, locked until the transaction ends.
   *
   * @throws Problem not-found, or stale-version when it was changed since
   */
  async lock(
    access: Access,
    manager: EntityManager,
    id: string,
    version?: number,
  ): Promise<StoredReport> {
    await manager.query(`SELECT FROM learning_reports WHERE id = $1 FOR NO KEY UPDATE`, [id]);
    const found = await this.find(access, id, manager);
    if (version !== undefined && found.version !== version) throw Problem.stale('this report');
    return found;
  }

  /** The published edition that stands in place of this one, or null. */
  async replacedBy(access: Access, id: string): Promise<string | null> {
    const [later]: { id: string }[] = await this.dataSource.query(
      `SELECT l.id FROM learning_reports r JOIN learning_reports l ON ${LATER_EDITION}
        WHERE r.id = $1 AND ${scopeOf(access)} ORDER BY l.edition DESC LIMIT 1`,
      [id],
    );
    return later?.id ?? null;
  }

  /** The latest edition of a quarter's report, draft or not; null when there is none. */
  async latestOf(
    manager: EntityManager,
    { frameworkKind, quarter }: Pick<StoredReport, 'frameworkKind' | 'quarter'>,
  ): Promise<StoredReport | null> {
    const [found]: StoredReport[] = await manager.query(
      `${REPORT} WHERE r.framework_kind = $1 AND r.quarter = $2 ORDER BY r.edition DESC LIMIT 1`,
      [frameworkKind, quarter],
    );
    return found ?? null;
  }

  /** The latest published report of an earlier quarter; null when there is none. */
  async publishedBefore(
    manager: EntityManager,
    { frameworkKind, quarter }: Pick<StoredReport, 'frameworkKind' | 'quarter'>,
  ): Promise<StoredReport | null> {
    const [found]: StoredReport[] = await manager.query(
      `${REPORT} WHERE r.framework_kind = $1 AND r.quarter < $2 AND r.state = 'published'
        ORDER BY r.quarter DESC, r.edition DESC LIMIT 1`,
      [frameworkKind, quarter],
    );
    return found ?? null;
  }

  async insert(
    manager: EntityManager,
    report: Pick<StoredReport, 'id' | 'frameworkKind' | 'quarter' | 'edition' | 'compiled'>,
    compiledAt: Date,
  ): Promise<void> {
    const { id, frameworkKind, quarter, edition, compiled } = report;
    await manager.query(
      `INSERT INTO learning_reports (id, framework_kind, quarter, edition, state, compiled, compiled_at)
       VALUES ($1, $2, $3, $4, 'draft', $5, $6)`,
      [id, frameworkKind, quarter, edition, JSON.stringify(compiled), compiledAt],
    );
  }

  async recompile(
    manager: EntityManager,
    id: string,
    compiled: LearningReport,
    compiledAt: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE learning_reports SET compiled = $2, compiled_at = $3, version = version + 1 WHERE id = $1`,
      [id, JSON.stringify(compiled), compiledAt],
    );
  }

  async change(
    manager: EntityManager,
    id: string,
    { headline, better, notBetter }: LeadsWords,
    whatChanged: string | null,
  ): Promise<void> {
    await manager.query(
      `UPDATE learning_reports SET headline_words = $2, better_words = $3, not_better_words = $4, what_changed = $5,
              version = version + 1 WHERE id = $1`,
      [id, headline, better, notBetter, whatChanged],
    );
  }

  async publish(
    manager: EntityManager,
    id: string,
    published: { report: LearningReport; hash: string; publishedAt: Date; publishedBy: string },
  ): Promise<void> {
    const { report, hash, publishedAt, publishedBy } = published;
    await manager.query(
      `UPDATE learning_reports SET state = 'published', report = $2, hash = $3, published_at = $4, published_by = $5,
              version = version + 1 WHERE id = $1`,
      [id, JSON.stringify(report), hash, publishedAt, publishedBy],
    );
  }

  /** As the report numbers them. */
  decisions(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StoredDecision[]> {
    return manager.query(`${DECISIONS} ORDER BY d.number`, [id]);
  }

  /** What a draft asks for. What was recorded of a decision stays with its words. */
  async replaceDecisions(
    manager: EntityManager,
    id: string,
    decisions: readonly DecisionAsked[],
  ): Promise<void> {
    const asked = decisions.map((decision, place) => ({ ...decision, number: place + 1 }));
    await manager.query(
      `WITH gone AS (DELETE FROM report_decisions WHERE report_id = $1 RETURNING *)
       INSERT INTO report_decisions (report_id, number, text, owner, section, outcome, note, decided_on, recorded_at, recorded_by)
       SELECT $1, a.number, a.text, a.owner, a.section, g.outcome, g.note, g.decided_on, g.recorded_at, g.recorded_by
         FROM jsonb_to_recordset($2::jsonb) AS a(number integer, text text, owner text, section text)
         LEFT JOIN LATERAL (SELECT * FROM gone g WHERE g.text = a.text LIMIT 1) g ON true`,
      [id, JSON.stringify(asked)],
    );
  }

  /** A new edition asks for what the one before it asked for, with what was recorded of it. */
  async copyDecisions(manager: EntityManager, from: string, to: string): Promise<void> {
    await manager.query(
      `INSERT INTO report_decisions (report_id, number, text, owner, section, outcome, note, decided_on, recorded_at, recorded_by)
       SELECT $2, number, text, owner, section, outcome, note, decided_on, recorded_at, recorded_by
         FROM report_decisions WHERE report_id = $1`,
      [from, to],
    );
  }

  async record(
    manager: EntityManager,
    id: string,
    number: number,
    taken: {
      outcome: DecisionOutcome;
      note: string | null;
      decidedOn: string;
      recordedAt: Date;
      recordedBy: string;
    },
  ): Promise<void> {
    const { outcome, note, decidedOn, recordedAt, recordedBy } = taken;
    await manager.query(
      `UPDATE report_decisions SET outcome = $3, note = $4, decided_on = $5, recorded_at = $6, recorded_by = $7,
              version = version + 1 WHERE report_id = $1 AND number = $2`,
      [id, number, outcome, note, decidedOn, recordedAt, recordedBy],
    );
  }
}

function scopeOf({ account: { roles } }: Access): string {
  return roles.includes('audit-lead') ? 'true' : `r.state = 'published'`;
}
