import { Injectable } from '@nestjs/common';
import { Problem } from '@app/shared/domain';
import { isDeepStrictEqual } from 'node:util';
import { AppendToTrail } from '../../trail/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { Access } from '../access.js';
import { Account } from '../account.entity.js';
import { AccountRepository, type AccountView } from '../account.repository.js';
import { checkedContent, type AccountContent } from './account-rules.js';

/** Changes who a person is here. New roles count from their next request. */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
  ) {}

  async change(
    access: Access,
    id: string,
    wanted: AccountContent & { version: number },
    key: string,
  ): Promise<AccountView> {
    const repeatable = {
      key,
      accountId: access.account.id,
      request: { act: 'change-account', id, wanted },
    };
    return this.transactions.once(repeatable, async (manager) => {
      const isAdministrator = wanted.roles.includes('administrator');
      const others = isAdministrator ? 0 : await this.accounts.administratorsBeside(manager, id);
      const account = await this.accounts.lock(manager, id, wanted.version);
      if (account.status === 'ended')
        throw new Problem('rule-broken', 'This account has ended and cannot be changed.');
      if (account.roles.includes('administrator') && !isAdministrator && others === 0) {
        throw Problem.ofFields('rule-broken', [
          { path: 'roles', message: 'This is the only administrator. Make another one first' },
        ]);
      }
      const content = checkedContent(wanted);
      const changed = (Object.keys(content) as (keyof typeof content)[]).filter(
        (field) => !isDeepStrictEqual(content[field], account[field]),
      );
      if (changed.length > 0) {
        await manager.update(Account, id, { ...content, version: account.version + 1 });
        await this.trail.append(manager, {
          act: 'accounts.change-account',
          actorId: access.account.id,
          subject: { type: 'account', id },
          details: { changed, roles: content.roles, agency: content.agency },
          correlationId: access.correlationId,
        });
      }
      return this.accounts.view(id, manager);
    });
  }
}
