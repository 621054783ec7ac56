import { Injectable } from '@nestjs/common';
import type { Access } from '../../accounts/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { DraftRepository } from './draft.repository.js';

/** Throws a draft away, with what was said of it. */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
  ) {}

  async discard(access: Access, id: string, version: number, key: string): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'discard-draft', id, version };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      const { kind, number } = await this.drafts.lock(access, manager, id, version);
      await this.drafts.discard(manager, id);
      await this.trail.append(manager, {
        act: 'frameworks.discard-draft',
        actorId: accountId,
        subject: { type: 'framework-version', id },
        details: { kind, number },
        correlationId: access.correlationId,
      });
    });
  }
}
