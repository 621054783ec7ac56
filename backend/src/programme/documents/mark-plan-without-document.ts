import { Injectable } from '@nestjs/common';
import { Problem } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { DocumentRepository } from './document.repository.js';
import { RoundOfDocuments } from './round-of-documents.js';

/** Says of a drawn plan that no document of the round's kind was asked for, or takes that back. */
@Injectable()
export class MarkPlanWithoutDocument {
  constructor(
    private readonly roundOf: RoundOfDocuments,
    private readonly documents: DocumentRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async mark(
    access: Access,
    roundId: string,
    { planId, isNoneAsked }: { planId: string; isNoneAsked: boolean },
    key: string,
  ): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'mark-plan-without-document', id: roundId, planId, isNoneAsked };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      const { round, sampleId } = await this.roundOf.plan(access, manager, roundId, planId);
      const known = await this.documents.ofSample(access, sampleId, manager);
      if (isNoneAsked && known.some((document) => document.planId === planId)) {
        throw new Problem(
          'rule-broken',
          'This plan has a document, so one was asked for. Take it out first if that is wrong.',
        );
      }
      const by = { accountId, at: this.clock.now() };
      await this.documents.mark(manager, { sampleId, planId, isNoneAsked }, by);
      await this.trail.append(manager, {
        act: 'programme.mark-plan-without-document',
        actorId: accountId,
        subject: { type: 'sampled-plan', id: planId },
        details: { reference: round.reference, isNoneAsked },
        correlationId: access.correlationId,
      });
    });
  }
}
