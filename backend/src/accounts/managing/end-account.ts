import { Injectable } from '@nestjs/common';
import { Problem } from '@app/shared/domain';
import { AppendToTrail } from '../../trail/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { Access } from '../access.js';
import { Account } from '../account.entity.js';
import { AccountRepository, type AccountView } from '../account.repository.js';
import { SessionRepository } from '../sessions/session.repository.js';

/** Ends an account for good: its sessions stop at once, its link and password are gone, its acts stay on record. */
@Injectable()
export class EndAccount {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async end(access: Access, id: string, version: number, key: string): Promise<AccountView> {
    const repeatable = {
      key,
      accountId: access.account.id,
      request: { act: 'end-account', id, version },
    };
    return this.transactions.once(repeatable, async (manager) => {
      // The lock makes two who end each other, or end and demote each other, take turns.
      const others = await this.accounts.administratorsBeside(manager, id);
      const account = await this.accounts.lock(manager, id, version);
      if (id === access.account.id) {
        throw new Problem(
          'rule-broken',
          'You cannot end your own account. Ask another administrator to do it.',
        );
      }
      const actor = await this.accounts.view(access.account.id, manager);
      if (actor.status !== 'active') throw new Problem('not-signed-in', 'Your account has ended.');
      if (account.status === 'ended')
        throw new Problem('rule-broken', 'This account has already ended.');
      // The person who asks may have lost the role since they asked.
      if (account.roles.includes('administrator') && others === 0) {
        throw new Problem('rule-broken', 'This is the only administrator. Make another one first.');
      }
      await manager.update(Account, id, {
        status: 'ended',
        endedAt: this.clock.now(),
        passwordHash: null,
        version: account.version + 1,
      });
      await this.sessions.endAll(manager, id);
      await manager.query(`DELETE FROM password_links WHERE account_id = $1`, [id]);
      await this.trail.append(manager, {
        act: 'accounts.end-account',
        actorId: access.account.id,
        subject: { type: 'account', id },
        correlationId: access.correlationId,
      });
      return this.accounts.view(id, manager);
    });
  }
}
