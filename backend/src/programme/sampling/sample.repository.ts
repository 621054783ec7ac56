import { Injectable } from '@nestjs/common';
import {
  stratumKeys,
  type DrawnStratum,
  type KeptStratum,
  type SampledOutcome,
  type StratumKey,
  type UsedStratum,
  type WithdrawalReason,
} from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { scopeOf } from './sample-scope.js';
import type { Access } from '../../accounts/index.js';
import type { StoredRound } from '../rounds/round.repository.js';

export interface StoredSample {
  id: string;
  drawNumber: number;
  drawnAt: Date;
  registerAsAt: string;
  rule: string;
  frameSha256: string;
  populationSize: number;
  size: number;
}

export type StoredStratum = Omit<KeptStratum, 'plans'> &
  Pick<DrawnStratum, 'members' | 'populationSize'>;

export interface SampledPlan {
  planId: string;
  planRef: string;
  stratum: StratumKey;
  /** In the order of the draw within the stratum, from 1. */
  place: number;
  position: string;
  outcome: SampledOutcome;
  reason: WithdrawalReason | null;
  /** The reference of the withdrawn plan whose place it has. */
  inPlaceOf: string | null;
}

const STRATA = stratumKeys.map((key) => `'${key}'`).join(', ');
/** SQL that orders by strata as they are shown everywhere, from the youngest on. */
export const inOrderOfStrata = (key: string) => `array_position(ARRAY[${STRATA}], ${key})`;

const SAMPLED = `
  SELECT f.plan_id AS "planId", f.plan_ref AS "planRef", f.stratum, f.place, f.position, o.outcome, o.reason,
         w.plan_ref AS "inPlaceOf"
    FROM sampled_plans f
    JOIN sample_outcomes o ON o.sample_id = f.sample_id AND o.plan_id = f.plan_id
    LEFT JOIN sampled_plans w ON w.sample_id = f.sample_id AND w.plan_id = o.in_place_of_id`;

/** All SQL that reads samples. Reads of single plans are told who asks, and give nothing to anyone else. */
@Injectable()
export class SampleRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The sample of a round; null before the draw. */
  async ofRound(
    roundId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StoredSample | null> {
    const [found]: StoredSample[] = await manager.query(
      `SELECT s.id, s.draw_number AS "drawNumber", s.drawn_at AS "drawnAt", s.register_as_at_on::text AS "registerAsAt",
              s.rule, s.frame_sha256 AS "frameSha256", s.population_size AS "populationSize", s.size
         FROM samples s WHERE s.round_id = $1`,
      [roundId],
    );
    return found ?? null;
  }

  strata(
    sampleId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StoredStratum[]> {
    return manager.query(
      `SELECT t.key, t.members, t.population_size AS "populationSize", t.size, t.start, t.cut_off AS "cutOff",
              t.next_start AS "nextStart"
         FROM sample_strata t WHERE t.sample_id = $1 ORDER BY ${inOrderOfStrata('t.key')}`,
      [sampleId],
    );
  }

  /** Every plan that could be drawn, in the order of the draw. */
  frame(
    access: Access,
    sampleId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<SampledPlan[]> {
    return manager.query(
      `${SAMPLED} WHERE f.sample_id = $1 AND ${scopeOf(access)} ORDER BY ${inOrderOfStrata('f.stratum')}, f.place`,
      [sampleId],
    );
  }

  /** All but the plans in reserve, whose order would tell which plans the next round draws. */
  taken(access: Access, sampleId: string): Promise<SampledPlan[]> {
    return this.dataSource.query(
      `${SAMPLED} WHERE f.sample_id = $1 AND o.outcome <> 'reserve' AND ${scopeOf(access)}
        ORDER BY ${inOrderOfStrata('f.stratum')}, f.place`,
      [sampleId],
    );
  }

  /** One plan of the frame; null when it is none. */
  async plan(
    access: Access,
    manager: EntityManager,
    sampleId: string,
    planId: string,
  ): Promise<SampledPlan | null> {
    const [found]: SampledPlan[] = await manager.query(
      `${SAMPLED} WHERE f.sample_id = $1 AND f.plan_id = $2 AND ${scopeOf(access)}`,
      [sampleId, planId],
    );
    return found ?? null;
  }

  /** The keys of a stratum's plans in reserve, in the order of the draw. */
  async reserve(
    access: Access,
    manager: EntityManager,
    sampleId: string,
    stratum: StratumKey,
  ): Promise<string[]> {
    const rows: { planId: string }[] = await manager.query(
      `SELECT o.plan_id AS "planId" FROM sample_outcomes o
        WHERE o.sample_id = $1 AND o.stratum = $2 AND o.outcome = 'reserve' AND ${scopeOf(access)} ORDER BY o.place`,
      [sampleId, stratum],
    );
    return rows.map(({ planId }) => planId);
  }

  /** How many samples a programme year has. */
  async count(manager: EntityManager, programmeId: string): Promise<number> {
    const [row]: { count: number }[] = await manager.query(
      `SELECT count(*)::integer AS count FROM samples WHERE programme_id = $1`,
      [programmeId],
    );
    return row?.count ?? 0;
  }

  /**
   * For each stratum the last draw of a round's series in its programme year that it was in; none
   * before the first, and none of a theme.
   *
   * @param before only draws with a lower number
   */
  lastOfSeries(
    manager: EntityManager,
    round: RoundOfSeries,
    before: number | null = null,
  ): Promise<UsedStratum[]> {
    return manager.query(
      `SELECT DISTINCT ON (m.key) m.key, t.next_start AS "nextStart",
              ARRAY (SELECT f.position FROM sample_withdrawals w
                       JOIN sampled_plans f ON f.sample_id = w.sample_id AND f.plan_id = w.replacement_id
                      WHERE w.sample_id = t.sample_id AND f.stratum = t.key) AS replacements
         FROM samples s
         JOIN audit_rounds r ON r.id = s.round_id AND ${IN_SERIES}
         JOIN sample_strata t ON t.sample_id = s.id CROSS JOIN unnest(t.members) AS m (key)
        WHERE s.programme_id = $1 AND ($4::smallint IS NULL OR s.draw_number < $4)
        ORDER BY m.key, s.draw_number DESC`,
      [...valuesOf(round), before],
    );
  }

  /** Whether a round of the same series was drawn after a sample. */
  async hasLaterOfSeries(
    manager: EntityManager,
    round: RoundOfSeries,
    drawNumber: number,
  ): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT FROM samples s JOIN audit_rounds r ON r.id = s.round_id AND ${IN_SERIES}
        WHERE s.programme_id = $1 AND s.draw_number > $4 LIMIT 1`,
      [...valuesOf(round), drawNumber],
    );
    return rows.length > 0;
  }
}

/** What says to which series of a year a round belongs. */
type RoundOfSeries = Pick<StoredRound, 'programmeId' | 'kind' | 'frameworkKind'>;

/**
 * Rounds `r` of which each begins where the one before it ended: routine rounds whatever their
 * framework, and advice rounds of one kind of advice. Themes all begin at the same place.
 */
const IN_SERIES = `r.kind = $2 AND (r.kind = 'routine' OR (r.kind = 'advice' AND r.framework_kind = $3))`;

const valuesOf = ({ programmeId, kind, frameworkKind }: RoundOfSeries) => [
  programmeId,
  kind,
  frameworkKind,
];
