import { Injectable } from '@nestjs/common';
import {
  documentRulesBroken,
  londonDayOf,
  Problem,
  whyNoDocuments,
  type DocumentFacts,
} from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { DocumentRepository, type LockedDocument } from './document.repository.js';

/** Changes what was entered of a document, until an auditor has opened it. */
@Injectable()
export class ChangeDocument {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the key of its round */
  async change(
    access: Access,
    id: string,
    { version, ...wanted }: DocumentFacts & { version: number },
    key: string,
  ): Promise<string> {
    const accountId = access.account.id;
    const request = { act: 'change-document', id, version, wanted };
    return this.transactions.once({ key, accountId, request }, async (manager) => {
      const document = await this.documents.lock(access, manager, id, version);
      refuseUnlessChangeable(document);
      const broken = documentRulesBroken(wanted, londonDayOf(this.clock.now()));
      if (broken.length > 0) throw Problem.ofFields('rule-broken', broken);
      await this.documents.change(manager, id, wanted);
      await this.trail.append(manager, {
        act: 'programme.change-document',
        actorId: accountId,
        subject: { type: 'document', id },
        details: { reference: document.roundReference, isNilReturn: wanted.isNilReturn },
        correlationId: access.correlationId,
      });
      return document.roundId;
    });
  }
}

/** @throws Problem rule-broken when an auditor has opened it or its round is closed */
export function refuseUnlessChangeable(document: LockedDocument): void {
  const whyNot = whyNoDocuments(document);
  if (whyNot !== null) throw new Problem('rule-broken', whyNot);
  if (!document.isFixed) return;
  throw new Problem('rule-broken', 'An auditor has opened this document, so it stays as it is.');
}
