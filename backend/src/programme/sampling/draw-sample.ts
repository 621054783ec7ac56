import { Injectable } from '@nestjs/common';
import {
  drawPlannedSample,
  filterKeysOn,
  londonDayOf,
  Problem,
  registerFactsOn,
  startsFor,
  type DrawnSample,
} from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Ids } from '../../platform/ids/ids.js';
import type { StoredPlan } from '../../plans/index.js';
import { AppendToTrail } from '../../trail/index.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { ProgrammeRepository } from '../years/programme.repository.js';
import { PlanDraw } from './plan-draw.js';
import { SampleRepository } from './sample.repository.js';
import { SampleWriter, type FrameRow } from './sample-writer.js';

/** Draws the sample of a round, once and for good, and opens the round with it. */
@Injectable()
export class DrawSample {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly samples: SampleRepository,
    private readonly writer: SampleWriter,
    private readonly planDraw: PlanDraw,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async draw(access: Access, roundId: string, version: number, key: string): Promise<void> {
    const request = { act: 'draw-sample', id: roundId, version };
    await this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        const round = await this.rounds.lock(manager, roundId, version);
        const now = this.clock.now();
        const day = londonDayOf(now);
        const { whyNot, registerAsAt, plans, planned } = await this.planDraw.plan(
          access,
          round,
          day,
          manager,
        );
        if (whyNot !== null || registerAsAt === null)
          throw new Problem('rule-broken', whyNot ?? '');
        const last = await this.samples.lastOfSeries(manager, round);
        const seed = await this.programmes.secretSeedOf(manager, round.programmeId);
        const drawn = drawPlannedSample(seed, planned, startsFor(round.kind, last));
        const sample = {
          ...{ id: this.ids.next(), roundId, programmeId: round.programmeId },
          drawNumber: (await this.samples.count(manager, round.programmeId)) + 1,
          ...{ drawnBy: access.account.id, drawnAt: now, drawnOn: day, registerAsAt },
          ...{ frameSha256: drawn.frameSha256, populationSize: planned.populationSize },
          size: planned.size,
        };
        await this.writer.insert(manager, sample, drawn.strata, rowsOf(drawn, plans, day));
        await this.rounds.noteDraw(manager, roundId);
        await this.trail.append(manager, {
          act: 'programme.draw-sample',
          actorId: access.account.id,
          subject: { type: 'round', id: roundId },
          details: {
            reference: round.reference,
            drawn: planned.size,
            population: planned.populationSize,
            strata: drawn.strata.map(({ key: stratum }) => stratum),
            registerAsAt,
            frameSha256: drawn.frameSha256,
          },
          correlationId: access.correlationId,
        });
      },
    );
  }
}

/** Every plan of the frame with what is kept of it, in the order of the draw. */
function rowsOf({ strata }: DrawnSample, plans: readonly StoredPlan[], day: string): FrameRow[] {
  const byReference = new Map(plans.map((plan) => [plan.planRef, plan]));
  return strata.flatMap(({ key, ordered }) =>
    ordered.flatMap(({ reference, position }, index) => {
      const plan = byReference.get(reference);
      if (!plan) return [];
      const registerFacts = registerFactsOn(plan, day);
      const place = { stratum: key, place: index + 1, position };
      return {
        ...filterKeysOn(plan, day),
        ...place,
        planId: plan.id,
        planRef: reference,
        registerFacts,
      };
    }),
  );
}
