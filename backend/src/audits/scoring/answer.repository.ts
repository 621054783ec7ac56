import { Injectable } from '@nestjs/common';
import type { PlanSection, ScoringAnswer } from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';

export interface StoredAnswer extends ScoringAnswer {
  sections: PlanSection[];
  version: number;
  savedAt: Date;
}

export interface WantedAnswer extends ScoringAnswer {
  /** 0 where the person saw none saved. */
  seenVersion: number;
}

/** Who saves, when, and under which key of a request that may come again. */
export interface SavedBy {
  accountId: string;
  at: Date;
  key: string;
}

/**
 * What became of each wanted answer. saved: now, or when the same request came before; stale: another
 * version is saved, which is given; reused: the key was sent before with other answers.
 */
export type SaveOutcome =
  | (StoredAnswer & { outcome: 'saved' })
  | (Omit<StoredAnswer, 'savedAt'> & { outcome: 'stale' | 'reused'; savedAt: Date | null });

/** All SQL about answers and their history. Whoever calls has found the scoring to be the person's own. */
@Injectable()
export class AnswerRepository {
  constructor(private readonly dataSource: DataSource) {}

  ofScoring(
    scoringId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StoredAnswer[]> {
    return manager.query(
      `SELECT kind, key, value, evidence, sections, version, saved_at AS "savedAt"
         FROM answers WHERE scoring_id = $1 ORDER BY kind, key`,
      [scoringId],
    );
  }

  /**
   * Saves answers with their history in one statement, however many they are. Needs the lock on the
   * scoring: no other save of it runs at the same time.
   *
   * @param wanted each question once
   * @returns one outcome for each; unless all are saved, the transaction must be given up
   */
  save(
    manager: EntityManager,
    scoringId: string,
    wanted: readonly WantedAnswer[],
    by: SavedBy,
  ): Promise<SaveOutcome[]> {
    return manager.query(SAVE, [scoringId, JSON.stringify(wanted), by.accountId, by.at, by.key]);
  }
}

/**
 * `earlier` is what the same request saved before. It counts as repeated when it is the same answers
 * with the same values on the same versions.
 */
const SAVE = `
  WITH wanted AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb)
      AS w(kind text, key text, value jsonb, evidence text, sections text[], "seenVersion" integer)
  ), earlier AS (
    SELECT h.kind, h.key, h.version, h.saved_at,
           (h.value, h.evidence, h.sections, h.version)
             IS NOT DISTINCT FROM (w.value, w.evidence, w.sections, w."seenVersion" + 1) AS is_same
      FROM answer_history h LEFT JOIN wanted w ON w.kind = h.kind AND w.key = h.key
     WHERE h.scoring_id = $1 AND h.idempotency_key = $5
  ), saved AS (
    INSERT INTO answers AS n (scoring_id, kind, key, value, evidence, sections, version, saved_at)
    SELECT $1, w.kind, w.key, w.value, w.evidence, w.sections, w."seenVersion" + 1, $4
      FROM wanted w LEFT JOIN answers b ON b.scoring_id = $1 AND b.kind = w.kind AND b.key = w.key
     WHERE coalesce(b.version, 0) = w."seenVersion" AND NOT EXISTS (SELECT FROM earlier)
    ON CONFLICT (scoring_id, kind, key) DO UPDATE
      SET value = EXCLUDED.value, evidence = EXCLUDED.evidence, sections = EXCLUDED.sections,
          version = EXCLUDED.version, saved_at = EXCLUDED.saved_at
    RETURNING n.*
  ), history AS (
    INSERT INTO answer_history (scoring_id, kind, key, value, evidence, sections, version, saved_at, saved_by, idempotency_key)
    SELECT scoring_id, kind, key, value, evidence, sections, version, saved_at, $3, $5 FROM saved
  )
  SELECT w.kind, w.key, b.value, b.evidence, coalesce(b.sections, '{}') AS sections,
         coalesce(s.version, e.version, b.version, 0) AS version, coalesce(s.saved_at, e.saved_at, b.saved_at) AS "savedAt",
         CASE WHEN s.key IS NOT NULL THEN 'saved'
              WHEN NOT EXISTS (SELECT FROM earlier) THEN 'stale'
              WHEN e.is_same AND NOT EXISTS (SELECT FROM earlier x WHERE NOT x.is_same) THEN 'saved'
              ELSE 'reused' END AS outcome
    FROM wanted w
    LEFT JOIN answers b ON b.scoring_id = $1 AND b.kind = w.kind AND b.key = w.key
    LEFT JOIN saved s ON s.kind = w.kind AND s.key = w.key
    LEFT JOIN earlier e ON e.kind = w.kind AND e.key = w.key`;
