import { Injectable } from '@nestjs/common';
import {
  documentLimits,
  documentRulesBroken,
  londonDayOf,
  Problem,
  type DocumentFacts,
} from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Ids } from '../../platform/ids/ids.js';
import { AppendToTrail } from '../../trail/index.js';
import { DocumentRepository } from './document.repository.js';
import { RoundOfDocuments } from './round-of-documents.js';

/** Enters a document of a drawn plan, which then has an audit of its own. */
@Injectable()
export class EnterDocument {
  constructor(
    private readonly roundOf: RoundOfDocuments,
    private readonly documents: DocumentRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns the key of the document */
  async enter(
    access: Access,
    roundId: string,
    { planId, ...document }: DocumentFacts & { planId: string },
    key: string,
  ): Promise<string> {
    const accountId = access.account.id;
    const request = { act: 'enter-document', id: roundId, planId, document };
    return this.transactions.once({ key, accountId, request }, async (manager) => {
      const { round, sampleId } = await this.roundOf.plan(access, manager, roundId, planId);
      const at = this.clock.now();
      const broken = documentRulesBroken(document, londonDayOf(at));
      if (broken.length > 0) throw Problem.ofFields('rule-broken', broken);
      const known = await this.documents.ofSample(access, sampleId, manager);
      const ofPlan = known.filter((one) => one.planId === planId);
      if (ofPlan.length >= documentLimits.perPlanMax) {
        throw new Problem(
          'rule-broken',
          `This plan has ${documentLimits.perPlanMax} documents, which is the most. Take one out first.`,
        );
      }
      const id = this.ids.next();
      await this.documents.insert(
        manager,
        { ...document, id, sampleId, planId },
        { accountId, at },
      );
      // A plan with a document was asked for one, whatever was said of it before.
      if (ofPlan.length === 0) {
        await this.documents.mark(
          manager,
          { sampleId, planId, isNoneAsked: false },
          { accountId, at },
        );
      }
      await this.trail.append(manager, {
        act: 'programme.enter-document',
        actorId: accountId,
        subject: { type: 'document', id },
        details: { reference: round.reference, isNilReturn: document.isNilReturn },
        correlationId: access.correlationId,
      });
      return id;
    });
  }
}
