import { Injectable } from '@nestjs/common';
import { Problem } from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import { AppendToTrail } from '../../trail/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Account } from '../account.entity.js';
import { AccountRepository } from '../account.repository.js';
import { PartnershipRepository } from '../partnership/partnership.repository.js';
import { hashOfSecret, SessionRepository } from '../sessions/session.repository.js';
import { Passwords } from './passwords.js';

/** Sets a password with a one-time link, which is spent only when the password is taken. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly partnership: PartnershipRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: Passwords,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async set(
    wanted: { token: string; password: string },
    correlationId: string | null,
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      const account = await this.accounts.lock(manager, await this.spend(manager, wanted.token));
      if (account.status === 'ended') throw deadLink();
      const { name } = await this.partnership.read(manager);
      this.passwords.mustBeStrong('password', wanted.password, [
        account.fullName,
        account.email,
        name,
      ]);
      await manager.update(Account, account.id, {
        status: 'active',
        passwordHash: await this.passwords.hash(wanted.password),
        passwordChangedAt: this.clock.now(),
        version: account.version + 1,
      });
      await this.sessions.endAll(manager, account.id);
      await this.trail.append(manager, {
        act: 'accounts.set-password',
        actorId: account.id,
        subject: { type: 'account', id: account.id },
        correlationId,
      });
    });
  }

  /** Removing the link locks it: of two people who use it at once, one finds it gone. */
  private async spend(manager: EntityManager, token: string): Promise<string> {
    const [rows]: [{ account_id: string }[], number] = await manager.query(
      `DELETE FROM password_links WHERE token_hash = $1 AND expires_at > $2 RETURNING account_id`,
      [hashOfSecret(token), this.clock.now()],
    );
    const [spent] = rows;
    if (!spent) throw deadLink();
    return spent.account_id;
  }
}

/** Used, replaced, expired and never issued are answered alike. */
function deadLink(): Problem {
  return Problem.ofFields('rule-broken', [
    {
      path: 'token',
      message:
        'This link no longer works. It may have been used, replaced or run out. Ask your administrator for a new one.',
    },
  ]);
}
