import { Injectable } from '@nestjs/common';
import { Problem, type RoundKind, type RoundState, type ThemeFilter } from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';

export interface StoredRound {
  id: string;
  programmeId: string;
  year: string;
  isDrawingFinished: boolean;
  reference: string;
  kind: RoundKind;
  quarter: string;
  frameworkVersionId: string;
  frameworkKind: string;
  themeTitle: string | null;
  themeFilter: ThemeFilter | null;
  state: RoundState;
  sampleSize: number;
  /** Plans drawn; null before the draw. */
  drawnSize: number | null;
  dueOn: string;
  openedAt: Date;
  version: number;
}

const ROUND = `
  SELECT r.id, r.programme_id AS "programmeId", p.year, p.drawing_finished_on IS NOT NULL AS "isDrawingFinished",
         r.reference, r.kind, r.quarter, r.framework_version_id AS "frameworkVersionId",
         r.framework_kind AS "frameworkKind", r.theme_title AS "themeTitle",
         r.theme_filter AS "themeFilter", r.state, r.sample_size AS "sampleSize", s.size AS "drawnSize",
         r.due_on::text AS "dueOn", r.opened_at AS "openedAt", r.version
    FROM audit_rounds r JOIN programmes p ON p.id = r.programme_id LEFT JOIN samples s ON s.round_id = r.id`;

/** All SQL about rounds. */
@Injectable()
export class RoundRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every round, by quarter and within it in the order in which they were opened. */
  list(): Promise<StoredRound[]> {
    return this.dataSource.query(`${ROUND} ORDER BY r.quarter, r.id`);
  }

  ofProgramme(programmeId: string, manager: EntityManager): Promise<StoredRound[]> {
    return manager.query(`${ROUND} WHERE r.programme_id = $1 ORDER BY r.quarter, r.id`, [
      programmeId,
    ]);
  }

  /** @throws Problem not-found */
  async find(id: string, manager: EntityManager = this.dataSource.manager): Promise<StoredRound> {
    const [found]: StoredRound[] = await manager.query(`${ROUND} WHERE r.id = $1`, [id]);
    if (!found) throw Problem.notFound('This round');
    return found;
  }

  /**
   * The round, locked until the transaction ends, with its programme year: draws and withdrawals of
   * one year take turns, because each round begins where the last one ended.
   *
   * @param version the version the person saw
   * @throws Problem not-found, or stale-version when it was changed since
   */
  async lock(manager: EntityManager, id: string, version: number): Promise<StoredRound> {
    await manager.query(
      `SELECT FROM programmes WHERE id = (SELECT programme_id FROM audit_rounds WHERE id = $1) FOR NO KEY UPDATE`,
      [id],
    );
    await manager.query(`SELECT FROM audit_rounds WHERE id = $1 FOR NO KEY UPDATE`, [id]);
    const found = await this.find(id, manager);
    if (found.version !== version) throw Problem.stale('this round');
    return found;
  }

  /** How many rounds of a kind a quarter has. */
  async countOfKind(manager: EntityManager, quarter: string, kind: RoundKind): Promise<number> {
    const [row]: { count: number }[] = await manager.query(
      `SELECT count(*)::integer AS count FROM audit_rounds WHERE quarter = $1 AND kind = $2`,
      [quarter, kind],
    );
    return row?.count ?? 0;
  }

  async insert(
    manager: EntityManager,
    round: {
      id: string;
      programmeId: string;
      reference: string;
      kind: RoundKind;
      quarter: string;
      frameworkVersionId: string;
      frameworkKind: string;
      themeTitle: string | null;
      themeFilter: ThemeFilter | null;
      sampleSize: number;
      dueOn: string;
      openedBy: string;
      openedAt: Date;
    },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO audit_rounds (id, programme_id, reference, kind, quarter, framework_version_id, framework_kind,
                                 theme_title, theme_filter, state, sample_size, due_on, opened_by, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'planned', $10, $11, $12, $13)`,
      [
        ...[round.id, round.programmeId, round.reference, round.kind, round.quarter],
        ...[round.frameworkVersionId, round.frameworkKind, round.themeTitle],
        round.themeFilter === null ? null : JSON.stringify(round.themeFilter),
        ...[round.sampleSize, round.dueOn, round.openedBy, round.openedAt],
      ],
    );
  }

  async change(
    manager: EntityManager,
    id: string,
    { sampleSize, dueOn }: { sampleSize: number; dueOn: string },
  ): Promise<void> {
    await manager.query(
      `UPDATE audit_rounds SET sample_size = $2, due_on = $3, version = version + 1 WHERE id = $1`,
      [id, sampleSize, dueOn],
    );
  }

  /** The round has its sample. */
  async noteDraw(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      `UPDATE audit_rounds SET state = 'open', version = version + 1 WHERE id = $1`,
      [id],
    );
  }

  /** Its sample has changed, so whoever looked at it must look again. */
  async noteWithdrawal(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`UPDATE audit_rounds SET version = version + 1 WHERE id = $1`, [id]);
  }

  /** The round is closed, for good. */
  async noteClosing(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.query(
      `UPDATE audit_rounds SET state = 'closed', closed_at = $2, version = version + 1 WHERE id = $1`,
      [id, at],
    );
  }

  /** Whether a quarter has a routine round with its sample, of any framework. */
  async hasRoutine(quarter: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT FROM audit_rounds WHERE quarter = $1 AND kind = 'routine' LIMIT 1`,
      [quarter],
    );
    return rows.length > 0;
  }

  /** Rounds of some quarters whose samples wait to be drawn. */
  async countToDraw(quarters: readonly string[]): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::integer AS count FROM audit_rounds WHERE state = 'planned' AND quarter = ANY ($1)`,
      [quarters],
    );
    return row?.count ?? 0;
  }
}
