import { Injectable } from '@nestjs/common';
import { Problem, replyFault, type Reply } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { AppendToTrail } from '../trail/index.js';
import { FeedbackRepository, type StoredReply } from './feedback.repository.js';
import { refuseUnlessAnswering } from './refuse-unless-answering.js';

/** Says what is done about one point. A reply may be changed at any time, and those before it are kept. */
@Injectable()
export class ReplyToPoint {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  /** @param criterion key of the point */
  async reply(
    access: Access,
    id: string,
    criterion: string,
    wanted: Reply & { seenVersion: number },
    key: string,
  ): Promise<Omit<StoredReply, 'criterion'>> {
    const accountId = access.account.id;
    const request = { act: 'reply-to-point', id, criterion, wanted };
    return this.transactions.once({ key, accountId, request }, async (manager) => {
      const feedback = await this.feedback.find(access, id, manager);
      const isPoint = feedback.points.some((point) => point.criterion === criterion);
      if (!isPoint) throw Problem.notFound('This point');
      refuseUnlessAnswering(feedback);
      const { answer, note, seenVersion } = wanted;
      const fault = replyFault({ answer, note });
      if (fault) throw Problem.ofFields('rule-broken', [fault]);
      const replies = await this.feedback.replies(id, manager);
      const newest = replies.find((one) => one.criterion === criterion);
      if ((newest?.version ?? 0) !== seenVersion) throw Problem.stale('this reply');
      const by = { repliedBy: accountId, repliedAt: this.clock.now() };
      const reply = { answer, note, version: seenVersion + 1, ...by };
      await this.feedback.insertReply(manager, id, { criterion, ...reply });
      await this.trail.append(manager, {
        act: 'feedback.reply-to-point',
        actorId: accountId,
        subject: { type: 'feedback', id },
        details: {
          ...{ reference: feedback.reference, criterion, answer },
          isChanged: seenVersion > 0,
        },
        correlationId: access.correlationId,
      });
      return reply;
    });
  }
}
