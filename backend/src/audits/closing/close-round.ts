import { Injectable } from '@nestjs/common';
import {
  londonDayOf,
  Problem,
  totalCoverage,
  unitOfRound,
  whyNotClosed,
  type Unit,
} from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { RoundRepository, SampleRepository, type StoredRound } from '../../programme/index.js';
import { AppendToTrail } from '../../trail/index.js';
import { AllocationRepository } from '../allocation/allocation.repository.js';
import { FrameworkInUse } from '../framework-in-use.js';
import { RoundClosed, type ClosedRound } from './round-closed.js';
import { RoundClosingRepository, type StratumCounts } from './round-closing.repository.js';

/**
 * Closes a round, for good. What of it is not closed counts as not completed, and nothing of it is
 * scored, moderated, allocated or withdrawn any more; higher features take the round up in the same
 * transaction.
 */
@Injectable()
export class CloseRound {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly samples: SampleRepository,
    private readonly allocation: AllocationRepository,
    private readonly closings: RoundClosingRepository,
    private readonly frameworks: FrameworkInUse,
    private readonly roundClosed: RoundClosed,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async close(access: Access, id: string, version: number, key: string): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'close-round', id, version };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      // An allocation that is under way would make audits of a closed round.
      await this.allocation.takeTurns(manager);
      const round = await this.rounds.lock(manager, id, version);
      const closedAt = this.clock.now();
      const whyNot = whyNotClosed(round, londonDayOf(closedAt));
      if (whyNot !== null) throw new Problem('rule-broken', whyNot);
      const closed = await this.closedRound(manager, round, closedAt);
      await this.closings.endTheRest(manager, id);
      const strata = await this.strataOf(manager, round);
      await this.closings.insert(manager, { ...closed, closedBy: accountId }, strata);
      await this.rounds.noteClosing(manager, id, closedAt);
      await this.roundClosed.announce(closed, manager);
      await this.trail.append(manager, {
        act: 'audits.close-round',
        actorId: accountId,
        subject: { type: 'round', id },
        details: { reference: round.reference, ...totalCoverage(strata) },
        correlationId: access.correlationId,
      });
    });
  }

  private async closedRound(
    manager: EntityManager,
    { id: roundId, kind, quarter, frameworkVersionId }: StoredRound,
    closedAt: Date,
  ): Promise<ClosedRound> {
    const { definition } = await this.frameworks.version(frameworkVersionId, manager);
    const frameworkKind = definition.kind;
    return { roundId, kind, quarter, frameworkKind, frameworkVersionId, closedAt };
  }

  /** Also strata of which nothing was drawn: their plans belong to the population. */
  private async strataOf(
    manager: EntityManager,
    round: StoredRound,
  ): Promise<(StratumCounts & { population: number })[]> {
    const sample = await this.samples.ofRound(round.id, manager);
    if (!sample) throw new Error('an open round has its sample');
    const strata = await this.samples.strata(sample.id, manager);
    const unit = unitOfRound(round.kind);
    const counted = await this.closings.counts(sample.id, unit, manager);
    return strata.map(({ key: stratum, populationSize: population }) => ({
      ...(counted.find((one) => one.stratum === stratum) ?? nothingOf(stratum, unit)),
      population,
    }));
  }
}

function nothingOf(stratum: StratumCounts['stratum'], unit: Unit): StratumCounts {
  const counts = { drawn: 0, withdrawn: 0, replaced: 0, graded: 0, partial: 0, notCompleted: 0 };
  const none = unit === 'document' ? 0 : null;
  return {
    stratum,
    ...counts,
    plansWithoutAudit: 0,
    documents: none,
    noneAsked: none,
    noneEntered: none,
  };
}
