import { Injectable } from '@nestjs/common';
import {
  agenciesThatScore,
  allocateScorings,
  auditReference,
  Problem,
  unitOfRound,
  type AvailableAuditor,
  type UnallocatedReason,
} from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import { AccountRepository, type Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Ids } from '../../platform/ids/ids.js';
import {
  PlansToAudit,
  RoundRepository,
  SampleRepository,
  type PlanToAudit,
  type StoredRound,
} from '../../programme/index.js';
import { AppendToTrail } from '../../trail/index.js';
import { FrameworkInUse } from '../framework-in-use.js';
import { AllocationRepository } from './allocation.repository.js';

export interface Allocation {
  auditsMade: number;
  scoringsAllocated: number;
  unallocated: { reference: string; agency: string; reason: UnallocatedReason }[];
}

/**
 * Makes the audits of a drawn sample and gives each agency's scoring to an auditor. May be repeated:
 * plans that took a place since get their audit, and scorings without an auditor are tried again.
 */
@Injectable()
export class AllocateRound {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly samples: SampleRepository,
    private readonly plans: PlansToAudit,
    private readonly accounts: AccountRepository,
    private readonly frameworks: FrameworkInUse,
    private readonly allocation: AllocationRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async allocate(access: Access, roundId: string, key: string): Promise<Allocation> {
    const people = await availableAuditors(this.accounts);
    const request = { act: 'allocate-round', id: roundId };
    return this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        await this.allocation.takeTurns(manager);
        const round = await this.rounds.find(roundId, manager);
        const auditsMade = await this.makeAudits(access, manager, round);
        const done = await this.giveOut(manager, round.id, people);
        const allocation = { auditsMade, ...done };
        await this.trail.append(manager, {
          act: 'audits.allocate-round',
          actorId: access.account.id,
          subject: { type: 'round', id: roundId },
          details: {
            ...allocation,
            reference: round.reference,
            unallocated: done.unallocated.length,
          },
          correlationId: access.correlationId,
        });
        return allocation;
      },
    );
  }

  private async makeAudits(
    access: Access,
    manager: EntityManager,
    round: StoredRound,
  ): Promise<number> {
    const sample = await this.samples.ofRound(round.id, manager);
    if (round.state !== 'open' || !sample) {
      const why =
        round.state === 'closed'
          ? 'This round is closed, so nothing more of it is allocated.'
          : 'The sample of this round has not been drawn. Draw it first.';
      throw new Problem('rule-broken', why);
    }
    const unit = unitOfRound(round.kind);
    const all = await this.plans.ofSample(access, sample.id, unit, manager);
    const audited = await this.allocation.audited(sample.id, manager);
    const missing = all.filter(({ planId, documentId }) => !audited.has(documentId ?? planId));
    if (missing.length > 0) await this.insert(manager, round, sample.id, missing);
    return missing.length;
  }

  private async insert(
    manager: EntityManager,
    round: StoredRound,
    sampleId: string,
    plans: readonly PlanToAudit[],
  ): Promise<void> {
    const { quarter, frameworkVersionId, dueOn } = round;
    const { definition } = await this.frameworks.version(frameworkVersionId, manager);
    const last = await this.allocation.lastNumber(manager, quarter);
    const audits = plans.map((plan, index) => ({
      ...{ id: this.ids.next(), reference: auditReference(quarter, last + index + 1) },
      ...{ planId: plan.planId, documentId: plan.documentId, stratum: plan.stratum },
      registerFacts: plan.registerFacts,
    }));
    const agencies = agenciesThatScore(definition);
    const scorings = audits.flatMap(({ id: auditId }) =>
      agencies.map((agency) => ({ id: this.ids.next(), auditId, agency })),
    );
    const shared = { quarter, frameworkVersionId, dueOn, sampleId, madeAt: this.clock.now() };
    await this.allocation.insert(manager, { ...shared, id: round.id }, audits, scorings);
  }

  private async giveOut(
    manager: EntityManager,
    roundId: string,
    people: readonly Omit<AvailableAuditor, 'openScorings'>[],
  ): Promise<Omit<Allocation, 'auditsMade'>> {
    const waiting = await this.allocation.toAllocate(manager, roundId);
    const open = await this.allocation.openScorings(manager);
    const planIds = waiting.map(({ planId }) => planId);
    const conflicts = await this.allocation.conflictsOver(manager, planIds);
    const auditors = people.map((one) => ({ ...one, openScorings: open.get(one.id) ?? 0 }));
    const allocated = allocateScorings(waiting, auditors, conflicts);
    await this.allocation.write(manager, allocated);
    const byId = new Map(waiting.map((scoring) => [scoring.id, scoring]));
    const unallocated = allocated.flatMap((one) => {
      const scoring = byId.get(one.scoringId);
      if (one.auditorId !== null || !scoring) return [];
      return [{ reference: scoring.reference, agency: scoring.agency, reason: one.reason }];
    });
    return { scoringsAllocated: allocated.length - unallocated.length, unallocated };
  }
}

/** The people who may be given scorings: active auditors. */
export async function availableAuditors(
  accounts: AccountRepository,
): Promise<(Omit<AvailableAuditor, 'openScorings'> & { fullName: string })[]> {
  const people = await accounts.list({ role: 'auditor', status: 'active' });
  return people.flatMap(({ id, fullName, agency, staffRef }) =>
    agency ? [{ id, fullName, agency: agency.key, staffRef }] : [],
  );
}
