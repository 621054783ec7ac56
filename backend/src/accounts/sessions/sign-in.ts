import { Injectable } from '@nestjs/common';
import { normaliseEmail, Problem } from '@app/shared/domain';
import { AppendToTrail } from '../../trail/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Ids } from '../../platform/ids/ids.js';
import { Account } from '../account.entity.js';
import { AccountRepository } from '../account.repository.js';
import { Passwords } from '../passwords/passwords.js';
import { hashOfSecret, SessionRepository } from './session.repository.js';
import { Throttle } from './throttle.js';

export interface SignInAttempt {
  email: string;
  password: string;
  /** Where the attempt comes from. */
  address: string;
  device: string;
  /** The cookie's value if the browser already has one: that session ends. */
  earlierToken: string | null;
  correlationId: string;
}

/** Starts a session. An unknown person, an ended one and a wrong password are answered alike and take alike long. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly environment: Environment,
  ) {}

  /** @returns the value for the cookie, given nowhere else */
  async signIn(
    attempt: SignInAttempt,
  ): Promise<{ token: string; accountId: string; sessionId: string }> {
    const email = normaliseEmail(attempt.email);
    await this.throttle.countSignIn(email, attempt.address);
    const account = await this.accounts.findForSignIn(email);
    const isRight = await this.passwords.isRight(account?.passwordHash ?? null, attempt.password);
    if (!account || !isRight || this.isRefusedDemo(account)) {
      await this.noteFailure(account, attempt);
      throw new Problem(
        'not-signed-in',
        'The e-mail address or the password is not right. Check both and try again.',
      );
    }
    await this.throttle.forgetSignIn(email, attempt.address);
    const rehashed = await this.passwords.rehashIfWeaker(account.passwordHash, attempt.password);
    const token = this.ids.secret();
    const sessionId = this.ids.next();
    const now = this.clock.now();
    await this.transactions.run(async (manager) => {
      // The account may have ended, or its password changed, while the hash was worked out.
      const locked = await this.accounts.lock(manager, account.id);
      if (locked.status !== 'active' || locked.passwordHash !== account.passwordHash) {
        throw new Problem('not-signed-in', 'The account was just changed. Try again.');
      }
      await manager.update(Account, account.id, {
        lastSignedInAt: now,
        ...(rehashed ? { passwordHash: rehashed } : {}),
      });
      if (attempt.earlierToken) {
        await manager.query(`DELETE FROM sessions WHERE token_hash = $1`, [
          hashOfSecret(attempt.earlierToken),
        ]);
      }
      await this.sessions.start(manager, {
        id: sessionId,
        accountId: account.id,
        token,
        device: attempt.device,
        now,
      });
      await this.trail.append(manager, {
        act: 'accounts.sign-in',
        actorId: account.id,
        subject: { type: 'account', id: account.id },
        correlationId: attempt.correlationId,
      });
    });
    return { token, accountId: account.id, sessionId };
  }

  private isRefusedDemo(account: Account): boolean {
    return account.isDemo && this.environment.NODE_ENV === 'production';
  }

  private async noteFailure(account: Account | null, attempt: SignInAttempt): Promise<void> {
    await this.transactions.run((manager) =>
      this.trail.append(manager, {
        act: 'accounts.refuse-sign-in',
        actorId: null,
        ...(account ? { subject: { type: 'account', id: account.id } } : {}),
        correlationId: attempt.correlationId,
      }),
    );
  }
}
