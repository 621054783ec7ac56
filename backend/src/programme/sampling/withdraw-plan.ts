import { Injectable } from '@nestjs/common';
import { Problem, type WithdrawalReason } from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { PlanFrame } from '../../plans/index.js';
import { AppendToTrail } from '../../trail/index.js';
import { RoundRepository, type StoredRound } from '../rounds/round.repository.js';
import { SampleRepository, type SampledPlan, type StoredSample } from './sample.repository.js';
import { SampleWriter } from './sample-writer.js';

/** Takes a drawn plan that cannot be audited out of the sample; the next in reserve takes its place. */
@Injectable()
export class WithdrawPlan {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly samples: SampleRepository,
    private readonly writer: SampleWriter,
    private readonly frame: PlanFrame,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async withdraw(
    access: Access,
    roundId: string,
    wanted: { planId: string; reason: WithdrawalReason; version: number },
    key: string,
  ): Promise<void> {
    const request = { act: 'withdraw-plan', id: roundId, wanted };
    await this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        const round = await this.rounds.lock(manager, roundId, wanted.version);
        const sample = await this.openSample(manager, round);
        const plan = await this.samples.plan(access, manager, sample.id, wanted.planId);
        requireInSample(plan);
        const replacementId = await this.replacementFor(access, manager, round, sample, plan);
        await this.writer.insertWithdrawal(manager, {
          ...{ sampleId: sample.id, planId: plan.planId, reason: wanted.reason, replacementId },
          ...{ withdrawnBy: access.account.id, withdrawnAt: this.clock.now() },
        });
        await this.rounds.noteWithdrawal(manager, roundId);
        await this.trail.append(manager, {
          act: 'programme.withdraw-plan',
          actorId: access.account.id,
          subject: { type: 'sampled-plan', id: plan.planId },
          details: {
            ...{ reference: round.reference, stratum: plan.stratum, reason: wanted.reason },
            isReplaced: replacementId !== null,
          },
          correlationId: access.correlationId,
        });
      },
    );
  }

  private async openSample(manager: EntityManager, round: StoredRound): Promise<StoredSample> {
    if (round.state === 'closed')
      throw new Problem('rule-broken', 'This round is closed, and its sample stays as it is.');
    const sample = await this.samples.ofRound(round.id, manager);
    if (!sample) throw new Problem('rule-broken', 'This round has no sample yet. Draw it first.');
    return sample;
  }

  /**
   * The next plan in reserve that is in force. None once a later round of the series has been drawn:
   * it began where this reserve begins, and a plan would be met twice.
   */
  private async replacementFor(
    access: Access,
    manager: EntityManager,
    round: StoredRound,
    sample: StoredSample,
    { stratum }: SampledPlan,
  ): Promise<string | null> {
    if (await this.samples.hasLaterOfSeries(manager, round, sample.drawNumber)) return null;
    const reserve = await this.samples.reserve(access, manager, sample.id, stratum);
    const ceased = await this.frame.ceasedAmong(access, reserve, manager);
    return reserve.find((id) => !ceased.has(id)) ?? null;
  }
}

function requireInSample(plan: SampledPlan | null): asserts plan is SampledPlan {
  if (!plan || plan.outcome === 'reserve') {
    throw Problem.ofFields('rule-broken', [
      { path: 'planId', message: 'This plan is not in the sample. Choose one that is' },
    ]);
  }
  if (plan.outcome === 'withdrawn') {
    throw Problem.ofFields('rule-broken', [
      { path: 'planId', message: 'This plan has been withdrawn already' },
    ]);
  }
}
