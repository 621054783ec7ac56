import { Injectable } from '@nestjs/common';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { refuseUnlessChangeable } from './change-document.js';
import { DocumentRepository } from './document.repository.js';

/** Takes a document out that was entered by mistake; nobody is asked for its audit any more. */
@Injectable()
export class TakeOutDocument {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the key of its round */
  async takeOut(access: Access, id: string, version: number, key: string): Promise<string> {
    const accountId = access.account.id;
    const request = { act: 'take-out-document', id, version };
    return this.transactions.once({ key, accountId, request }, async (manager) => {
      const document = await this.documents.lock(access, manager, id, version);
      refuseUnlessChangeable(document);
      await this.documents.takeOut(manager, id, this.clock.now());
      await this.trail.append(manager, {
        act: 'programme.take-out-document',
        actorId: accountId,
        subject: { type: 'document', id },
        details: { reference: document.roundReference },
        correlationId: access.correlationId,
      });
      return document.roundId;
    });
  }
}
