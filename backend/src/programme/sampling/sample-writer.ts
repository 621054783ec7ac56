import { Injectable } from '@nestjs/common';
import {
  DRAW_RULE,
  type DrawnStratum,
  type FilterKeys,
  type RegisterPlan,
  type StratumKey,
  type WithdrawalReason,
} from '@app/shared/domain';
import type { EntityManager } from 'typeorm';

/** A plan of the frame with all that is kept of it. */
export interface FrameRow extends FilterKeys {
  planId: string;
  planRef: string;
  stratum: StratumKey;
  place: number;
  position: string;
  registerFacts: RegisterPlan;
}

export interface NewSample {
  id: string;
  roundId: string;
  programmeId: string;
  drawNumber: number;
  drawnBy: string;
  drawnAt: Date;
  drawnOn: string;
  registerAsAt: string;
  frameSha256: string;
  populationSize: number;
  size: number;
}

/** Rows sent to the database in one statement. */
const BATCH = 5_000;

/** The SQL that writes a drawn sample and what happens to it later. */
@Injectable()
export class SampleWriter {
  async insert(
    manager: EntityManager,
    sample: NewSample,
    strata: readonly DrawnStratum[],
    rows: readonly FrameRow[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO samples (id, round_id, programme_id, draw_number, drawn_by, drawn_at, drawn_on, register_as_at_on, rule,
                            frame_sha256, population_size, size)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[sample.id, sample.roundId, sample.programmeId, sample.drawNumber, sample.drawnBy],
        ...[sample.drawnAt, sample.drawnOn, sample.registerAsAt, DRAW_RULE, sample.frameSha256],
        ...[sample.populationSize, sample.size],
      ],
    );
    await this.insertStrata(manager, sample.id, strata);
    for (let from = 0; from < rows.length; from += BATCH) {
      await this.insertPlans(manager, sample.id, rows.slice(from, from + BATCH));
    }
  }

  private async insertStrata(
    manager: EntityManager,
    sampleId: string,
    strata: readonly DrawnStratum[],
  ): Promise<void> {
    for (const stratum of strata) {
      await manager.query(
        `INSERT INTO sample_strata (sample_id, key, members, population_size, size, start, cut_off, next_start)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[sampleId, stratum.key, stratum.members, stratum.populationSize, stratum.size],
          ...[stratum.start, stratum.cutOff, stratum.nextStart],
        ],
      );
    }
  }

  private async insertPlans(
    manager: EntityManager,
    sampleId: string,
    rows: readonly FrameRow[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO sampled_plans (sample_id, plan_id, stratum, place, position, plan_ref, local_authority, phase,
                                  setting_group, primary_need, is_looked_after, team, year_group, register_facts)
       SELECT $1, r."planId", r.stratum, r.place, r.position, r."planRef", r."localAuthority", r.phase, r."settingGroup",
              r."primaryNeed", r."isLookedAfter", r.team, r."yearGroup", r."registerFacts"
         FROM jsonb_to_recordset($2) AS r ("planId" uuid, stratum text, place integer, position text, "planRef" text,
              "localAuthority" text, phase text, "settingGroup" text, "primaryNeed" text, "isLookedAfter" boolean,
              team text, "yearGroup" smallint, "registerFacts" jsonb)`,
      [sampleId, JSON.stringify(rows)],
    );
  }

  async insertWithdrawal(
    manager: EntityManager,
    withdrawal: {
      sampleId: string;
      planId: string;
      reason: WithdrawalReason;
      replacementId: string | null;
      withdrawnBy: string;
      withdrawnAt: Date;
    },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO sample_withdrawals (sample_id, plan_id, reason, replacement_id, withdrawn_by, withdrawn_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        ...[withdrawal.sampleId, withdrawal.planId, withdrawal.reason],
        ...[withdrawal.replacementId, withdrawal.withdrawnBy, withdrawal.withdrawnAt],
      ],
    );
  }
}
