import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppendToTrail } from '../../trail/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Ids } from '../../platform/ids/ids.js';
import type { Access } from '../access.js';
import { Account } from '../account.entity.js';
import { AccountRepository, type AccountView } from '../account.repository.js';
import { checkedContent, type AccountContent } from './account-rules.js';

/** Makes an account. It cannot be used until the person sets a password with a one-time link. */
@Injectable()
export class MakeAccount {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async make(access: Access, wanted: AccountContent, key: string): Promise<AccountView> {
    const repeatable = {
      key,
      accountId: access.account.id,
      request: { act: 'make-account', wanted },
    };
    return this.transactions.once(repeatable, async (manager) => {
      const id = await this.insert(manager, wanted, {
        actorId: access.account.id,
        correlationId: access.correlationId,
        isDemo: false,
      });
      return this.accounts.view(id, manager);
    });
  }

  /** The act inside a transaction that is already open: the command line and the demonstration use it too. */
  async insert(
    manager: EntityManager,
    wanted: AccountContent,
    how: { actorId: string | null; correlationId: string | null; isDemo: boolean },
  ): Promise<string> {
    const content = checkedContent(wanted);
    const id = this.ids.next();
    await manager.insert(Account, {
      ...content,
      id,
      status: 'invited',
      isDemo: how.isDemo,
      madeAt: this.clock.now(),
      version: 1,
    });
    await this.trail.append(manager, {
      act: 'accounts.make-account',
      actorId: how.actorId,
      subject: { type: 'account', id },
      details: { roles: content.roles, agency: content.agency },
      correlationId: how.correlationId,
    });
    return id;
  }
}
