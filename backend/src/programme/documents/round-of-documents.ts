import { Injectable } from '@nestjs/common';
import { Problem, whyNoDocuments } from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { RoundRepository, type StoredRound } from '../rounds/round.repository.js';
import { SampleRepository, type SampledPlan } from '../sampling/sample.repository.js';

/** A plan of an open round of documents, with all that an act on its documents needs. */
export interface PlanInRound {
  round: StoredRound;
  sampleId: string;
  plan: SampledPlan;
}

/** Finds the plan that documents are entered for, and refuses what cannot be. */
@Injectable()
export class RoundOfDocuments {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly samples: SampleRepository,
  ) {}

  /**
   * The round stays locked until the transaction ends, so that a plan is not withdrawn meanwhile.
   *
   * @throws Problem not-found; rule-broken when nothing can be entered, or the plan is not in the sample
   */
  async plan(
    access: Access,
    manager: EntityManager,
    roundId: string,
    planId: string,
  ): Promise<PlanInRound> {
    const { version } = await this.rounds.find(roundId, manager);
    const round = await this.rounds.lock(manager, roundId, version);
    const whyNot = whyNoDocuments(round);
    if (whyNot !== null) throw new Problem('rule-broken', whyNot);
    const sample = await this.samples.ofRound(roundId, manager);
    if (!sample) throw new Error('an open round has its sample');
    const plan = await this.samples.plan(access, manager, sample.id, planId);
    if (plan && ['drawn', 'replacement'].includes(plan.outcome)) {
      return { round, sampleId: sample.id, plan };
    }
    const message = plan
      ? 'This plan is not in the sample any more. Choose one that is'
      : 'Choose a plan of the sample';
    throw Problem.ofFields('rule-broken', [{ path: 'planId', message }]);
  }
}
