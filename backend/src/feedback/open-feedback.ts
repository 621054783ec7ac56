import { Injectable } from '@nestjs/common';
import type { Access } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { AppendToTrail } from '../trail/index.js';
import { FeedbackRepository } from './feedback.repository.js';
import { refuseUnlessAnswering } from './refuse-unless-answering.js';

/** Notes that whoever answers a feedback has opened it, so that the manager sees what nobody has read. */
@Injectable()
export class OpenFeedback {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async open(access: Access, id: string, key: string): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'open-feedback', id };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      const feedback = await this.feedback.find(access, id, manager);
      refuseUnlessAnswering(feedback);
      const at = this.clock.now();
      const isFirst = await this.feedback.noteOpening(manager, id, accountId, at);
      if (!isFirst) return;
      await this.trail.append(manager, {
        act: 'feedback.open-feedback',
        actorId: accountId,
        subject: { type: 'feedback', id },
        details: { reference: feedback.reference },
        correlationId: access.correlationId,
      });
    });
  }
}
