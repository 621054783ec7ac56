import { Injectable } from '@nestjs/common';
import { Problem } from '@app/shared/domain';
import { AppendToTrail } from '../../trail/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { Access } from '../access.js';
import { Account } from '../account.entity.js';
import { AccountRepository } from '../account.repository.js';
import { PartnershipRepository } from '../partnership/partnership.repository.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { Throttle } from '../sessions/throttle.js';
import { Passwords } from './passwords.js';

/** Changes the person's own password and ends their sessions elsewhere. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly partnership: PartnershipRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async change(
    access: Access,
    wanted: { currentPassword: string; newPassword: string },
  ): Promise<void> {
    // Someone at an unlocked computer must not be able to guess on.
    await this.throttle.countOwnPassword(access.account.id);
    await this.transactions.run(async (manager) => {
      const account = await this.accounts.lock(manager, access.account.id);
      if (!(await this.passwords.isRight(account.passwordHash, wanted.currentPassword))) {
        throw Problem.ofFields('rule-broken', [
          { path: 'currentPassword', message: 'The current password is not right' },
        ]);
      }
      const { name } = await this.partnership.read(manager);
      this.passwords.mustBeStrong('newPassword', wanted.newPassword, [
        account.fullName,
        account.email,
        name,
      ]);
      await manager.update(Account, account.id, {
        passwordHash: await this.passwords.hash(wanted.newPassword),
        passwordChangedAt: this.clock.now(),
        version: account.version + 1,
      });
      await this.sessions.endAll(manager, account.id, access.session.id);
      await this.trail.append(manager, {
        act: 'accounts.change-password',
        actorId: account.id,
        subject: { type: 'account', id: account.id },
        correlationId: access.correlationId,
      });
    });
    await this.throttle.forgetOwnPassword(access.account.id);
  }
}
