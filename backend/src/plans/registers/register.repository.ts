import { Injectable } from '@nestjs/common';
import {
  Problem,
  registerLimits,
  type RegisterProblem,
  type RegisterReading,
  type RegisterRule,
  type RegisterStatus,
  type UnreadColumn,
} from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { planColumns } from '../plan-rows.js';

export interface StoredRegister {
  id: string;
  asAtOn: string;
  status: RegisterStatus;
  uploadedById: string;
  uploadedAt: Date;
  endedAt: Date | null;
  rowsReady: number;
  rowsRejected: number;
  errors: number;
  warnings: number;
  columnsUnread: UnreadColumn[];
  columnsLeftOut: string[];
  plansNew: number | null;
  plansChanged: number | null;
  plansUnchanged: number | null;
  plansAbsent: number | null;
  version: number;
}

const REGISTER = `
  SELECT g.id, g.as_at_on::text AS "asAtOn", g.status, g.uploaded_by AS "uploadedById", g.uploaded_at AS "uploadedAt",
         g.ended_at AS "endedAt", g.rows_ready AS "rowsReady", g.rows_rejected AS "rowsRejected", g.errors, g.warnings,
         g.columns_unread AS "columnsUnread", g.columns_left_out AS "columnsLeftOut", g.plans_new AS "plansNew",
         g.plans_changed AS "plansChanged", g.plans_unchanged AS "plansUnchanged", g.plans_absent AS "plansAbsent", g.version
    FROM plan_registers g`;

const LISTED_MAX = 100;
/** Rows sent to the database in one statement. */
const BATCH = 5_000;

type Rows = Record<string, unknown>[];

/** All SQL about uploads of the register, their rows and their problems. */
@Injectable()
export class RegisterRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest uploads first. */
  list(): Promise<StoredRegister[]> {
    return this.dataSource.query(
      `${REGISTER} ORDER BY g.uploaded_at DESC, g.id DESC LIMIT ${LISTED_MAX}`,
    );
  }

  /** @throws Problem not-found */
  async find(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StoredRegister> {
    const [found]: StoredRegister[] = await manager.query(`${REGISTER} WHERE g.id = $1`, [id]);
    if (!found) throw Problem.notFound('This upload');
    return found;
  }

  /**
   * The upload, locked until the transaction ends, with all that wait beside it: whoever else would
   * change plans from a register at the same moment waits for this.
   *
   * @throws Problem not-found
   */
  async lock(manager: EntityManager, id: string): Promise<StoredRegister> {
    await manager.query(
      `SELECT FROM plan_registers WHERE status = 'waiting' OR id = $1 ORDER BY id FOR NO KEY UPDATE`,
      [id],
    );
    return this.find(id, manager);
  }

  /**
   * As `lock`, for a person who saw the upload.
   *
   * @param version the version they saw
   * @throws Problem not-found, or stale-version when it was changed or another was confirmed since
   */
  async lockAsSeen(manager: EntityManager, id: string, version: number): Promise<StoredRegister> {
    const found = await this.lock(manager, id);
    if (found.version !== version) throw Problem.stale('this upload or the register');
    return found;
  }

  /** The latest day for which a register was confirmed; null before the first. */
  async latestAsAt(manager: EntityManager = this.dataSource.manager): Promise<string | null> {
    const [row]: { asAtOn: string | null }[] = await manager.query(
      `SELECT max(as_at_on)::text AS "asAtOn" FROM plan_registers WHERE status = 'confirmed'`,
    );
    return row?.asAtOn ?? null;
  }

  async countWaiting(): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::integer AS count FROM plan_registers WHERE status = 'waiting'`,
    );
    return row?.count ?? 0;
  }

  async insert(
    manager: EntityManager,
    register: {
      id: string;
      fileHash: Buffer;
      asAtOn: string;
      uploadedBy: string;
      uploadedAt: Date;
      columnsUnread: readonly UnreadColumn[];
      columnsLeftOut: readonly string[];
      errors: number;
      warnings: number;
    },
    reading: RegisterReading,
    nextId: () => string,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO plan_registers (id, file_hash, as_at_on, status, uploaded_by, uploaded_at, rows_ready, rows_rejected,
                                   errors, warnings, columns_unread, columns_left_out)
       VALUES ($1, $2, $3, 'waiting', $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[register.id, register.fileHash, register.asAtOn, register.uploadedBy],
        ...[register.uploadedAt, reading.ready.length, reading.rejected.length],
        ...[register.errors, register.warnings, JSON.stringify(register.columnsUnread)],
        register.columnsLeftOut,
      ],
    );
    await this.insertRows(manager, register.id, [
      ...reading.ready.map(({ row, plan }) => ({ row, id: nextId(), ...plan })),
      ...reading.rejected.map(({ row, planRef }) => ({ row, planRef })),
    ]);
    await this.insertProblems(
      manager,
      register.id,
      reading.problems.slice(0, registerLimits.problemsKeptMax),
    );
  }

  private async insertRows(manager: EntityManager, registerId: string, rows: Rows): Promise<void> {
    for (let from = 0; from < rows.length; from += BATCH) {
      await manager.query(
        `INSERT INTO plan_register_rows (register_id, row_number, plan_id, plan_ref, local_authority, year_group, age,
                primary_need, setting_type, social_care_status, has_learning_disability, first_issued_on,
                latest_issued_on, last_review_on, is_transferred_in, is_tribunal_ordered, team, officer_ref, ceased_on)
         SELECT $1, r.row, r.id, r."planRef", r."localAuthority", r."yearGroup", r.age, r."primaryNeed", r."settingType",
                r."socialCareStatus", r."hasLearningDisability", r."firstIssuedOn", r."latestIssuedOn", r."lastReviewOn",
                r."isTransferredIn", r."isTribunalOrdered", r.team, r."officerRef", r."ceasedOn"
           FROM jsonb_to_recordset($2) AS r (row integer, id uuid, "planRef" text, "localAuthority" text,
                "yearGroup" smallint, age smallint, "primaryNeed" text, "settingType" text, "socialCareStatus" text,
                "hasLearningDisability" boolean, "firstIssuedOn" date, "latestIssuedOn" date, "lastReviewOn" date,
                "isTransferredIn" boolean, "isTribunalOrdered" boolean, team text, "officerRef" text, "ceasedOn" date)`,
        [registerId, JSON.stringify(rows.slice(from, from + BATCH))],
      );
    }
  }

  private async insertProblems(
    manager: EntityManager,
    registerId: string,
    problems: readonly RegisterProblem[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO plan_register_problems (register_id, row_number, column_key, value, rule, message)
       SELECT $1, r.row, r.column, r.value, r.rule, r.message
         FROM jsonb_to_recordset($2) AS r (row integer, "column" text, value text, rule text, message text)`,
      [registerId, JSON.stringify(problems)],
    );
  }

  /** The first rows that are ready, as they were read. */
  firstRows(id: string, most: number): Promise<Rows> {
    return this.dataSource.query(
      `SELECT r.row_number AS row, ${planColumns('r')} FROM plan_register_rows r
        WHERE r.register_id = $1 AND r.plan_id IS NOT NULL ORDER BY r.row_number LIMIT ${most}`,
      [id],
    );
  }

  async problems(
    id: string,
    search: { column?: string; rule?: RegisterRule },
    page: number,
    size: number,
  ): Promise<{ problems: RegisterProblem[]; total: number }> {
    const where = `q.register_id = $1 AND ($2::text IS NULL OR q.column_key = $2) AND ($3::text IS NULL OR q.rule = $3)`;
    const values = [id, search.column ?? null, search.rule ?? null];
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::integer AS total FROM plan_register_problems q WHERE ${where}`,
      values,
    );
    const problems: RegisterProblem[] = await this.dataSource.query(
      `SELECT q.row_number AS row, q.column_key AS column, q.value, q.rule, q.message
         FROM plan_register_problems q WHERE ${where}
        ORDER BY q.row_number, q.column_key LIMIT ${size} OFFSET ${(page - 1) * size}`,
      values,
    );
    return { problems, total: count?.total ?? 0 };
  }

  /** In which columns and by which checks problems were found. */
  async problemKinds(id: string): Promise<{ column: string; rule: RegisterRule }[]> {
    return this.dataSource.query(
      `SELECT DISTINCT column_key AS column, rule FROM plan_register_problems WHERE register_id = $1`,
      [id],
    );
  }

  /** What waited is removed once it no longer waits; its problems stay for whoever mends the file. */
  async end(
    manager: EntityManager,
    id: string,
    status: Exclude<RegisterStatus, 'waiting'>,
    at: Date,
    outcome: { new: number; changed: number; unchanged: number; absent: number } | null = null,
  ): Promise<void> {
    await manager.query(`DELETE FROM plan_register_rows WHERE register_id = $1`, [id]);
    if (status !== 'confirmed')
      await manager.query(`DELETE FROM plan_register_problems WHERE register_id = $1`, [id]);
    await manager.query(
      `UPDATE plan_registers SET status = $2, ended_at = $3, plans_new = $4, plans_changed = $5, plans_unchanged = $6,
              plans_absent = $7, version = version + 1 WHERE id = $1`,
      [
        ...[id, status, at],
        ...[outcome?.new, outcome?.changed, outcome?.unchanged, outcome?.absent].map(
          (count) => count ?? null,
        ),
      ],
    );
  }

  /** What other uploads would do has changed, so whoever looked at one must look again. */
  async outdateWaiting(manager: EntityManager): Promise<void> {
    await manager.query(`UPDATE plan_registers SET version = version + 1 WHERE status = 'waiting'`);
  }

  /** Uploads that have waited since before an instant, locked; one that is being confirmed is passed over. */
  waitingSince(manager: EntityManager, before: Date): Promise<{ id: string }[]> {
    return manager.query(
      `SELECT id FROM plan_registers WHERE status = 'waiting' AND uploaded_at <= $1 ORDER BY id FOR UPDATE SKIP LOCKED`,
      [before],
    );
  }

  async removeProblemsBefore(before: Date): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM plan_register_problems q USING plan_registers g
        WHERE g.id = q.register_id AND g.status <> 'waiting' AND g.uploaded_at <= $1`,
      [before],
    );
  }
}
