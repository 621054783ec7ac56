import { Injectable } from '@nestjs/common';
import { passwordLinkHours, Problem } from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import { AppendToTrail } from '../../trail/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Ids } from '../../platform/ids/ids.js';
import { AccountRepository } from '../account.repository.js';
import { hashOfSecret } from '../sessions/session.repository.js';

/** Who issues a link: an administrator, or the command that makes the first one (nobody signed in). */
export interface Issuer {
  accountId: string | null;
  correlationId: string | null;
}

export interface PasswordLink {
  link: string;
  expiresAt: Date;
}

/**
 * Makes the one link with which a person sets a password. An earlier link of the account stops
 * working. The administrator sees the link once and never a password.
 */
@Injectable()
export class IssuePasswordLink {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly environment: Environment,
  ) {}

  async issue(issuer: Issuer, accountId: string): Promise<PasswordLink> {
    const token = this.ids.secret();
    const expiresAt = new Date(this.clock.now().getTime() + passwordLinkHours * 60 * 60 * 1000);
    await this.transactions.run(async (manager) => {
      const account = await this.accounts.lock(manager, accountId);
      if (account.status === 'ended') {
        throw new Problem(
          'rule-broken',
          'This account has ended. Make a new account if the person has come back.',
        );
      }
      await this.keep(manager, accountId, token, expiresAt);
      await this.trail.append(manager, {
        act: 'accounts.issue-password-link',
        actorId: issuer.accountId,
        subject: { type: 'account', id: accountId },
        correlationId: issuer.correlationId,
      });
    });
    // Behind # the secret stays in the browser: it reaches no server log and no referrer.
    return {
      link: `${new URL('/set-password', this.environment.PUBLIC_URL).href}#${token}`,
      expiresAt,
    };
  }

  private async keep(
    manager: EntityManager,
    accountId: string,
    token: string,
    expiresAt: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO password_links (id, account_id, token_hash, expires_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id) DO UPDATE SET
         id = excluded.id, token_hash = excluded.token_hash, expires_at = excluded.expires_at`,
      [this.ids.next(), accountId, hashOfSecret(token), expiresAt],
    );
  }
}
