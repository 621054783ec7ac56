import { Injectable } from '@nestjs/common';
import { Problem } from '@app/shared/domain';
import { AppendToTrail } from '../../trail/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { Access } from '../access.js';
import { SessionRepository } from './session.repository.js';

/** Ends one of the person's own sessions: this one when signing out, another one from their account page. */
@Injectable()
export class EndSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
  ) {}

  /** @throws Problem not-found when the session is another person's or has ended */
  async end(access: Access, id: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const isEnded = await this.sessions.end(manager, access.account.id, id);
      if (!isEnded) {
        // Signing out in two tabs at once: the other was faster, and the person is signed out.
        if (id === access.session.id) return;
        throw Problem.notFound('This session');
      }
      await this.trail.append(manager, {
        act: id === access.session.id ? 'accounts.sign-out' : 'accounts.end-session',
        actorId: access.account.id,
        subject: { type: 'account', id: access.account.id },
        correlationId: access.correlationId,
      });
    });
  }
}
