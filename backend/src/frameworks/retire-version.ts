import { Injectable } from '@nestjs/common';
import type { Access } from '../accounts/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { AppendToTrail } from '../trail/index.js';
import { FrameworkRepository } from './framework.repository.js';

/** Takes a published version out of use for new rounds. What is open on it, and its results, stay. */
@Injectable()
export class RetireVersion {
  constructor(
    private readonly frameworks: FrameworkRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
  ) {}

  async retire(access: Access, id: string, key: string): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'retire-version', id };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      const { kind, number } = await this.frameworks.retire(manager, id);
      await this.trail.append(manager, {
        act: 'frameworks.retire-version',
        actorId: accountId,
        subject: { type: 'framework-version', id },
        details: { kind, version: number },
        correlationId: access.correlationId,
      });
    });
  }
}
