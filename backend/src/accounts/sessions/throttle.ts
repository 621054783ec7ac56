import { Injectable } from '@nestjs/common';
import { Problem, signInThrottle } from '@app/shared/domain';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';

interface Count {
  count: number;
  window_ends_at: Date;
}

/**
 * Counts attempts in PostgreSQL, so that a restart or a second replica forgets nothing. Counted
 * for an e-mail together with the address it comes from, and for the address alone: guessing at a
 * colleague's account from elsewhere does not lock the colleague out.
 */
@Injectable()
export class Throttle {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem too-many-attempts, saying when to try again */
  async countSignIn(email: string, address: string): Promise<void> {
    await this.count(`sign-in ${email} ${address}`, signInThrottle.perEmailAndAddress);
    await this.count(`sign-in ${address}`, signInThrottle.perAddress);
  }

  /** Guessing at the password of one's own account, at whatever address. */
  async countOwnPassword(accountId: string): Promise<void> {
    await this.count(`own password ${accountId}`, signInThrottle.perEmailAndAddress);
  }

  async forgetOwnPassword(accountId: string): Promise<void> {
    await this.dataSource.query(`DELETE FROM throttle_counts WHERE key = $1`, [
      keyOf(`own password ${accountId}`),
    ]);
  }

  async countLink(address: string): Promise<void> {
    await this.count(`link ${address}`, signInThrottle.perAddress);
  }

  /**
   * A right password clears the count for this person at this address, and does not count for the
   * address: everyone in one office comes from the same one.
   */
  async forgetSignIn(email: string, address: string): Promise<void> {
    await this.dataSource.query(`DELETE FROM throttle_counts WHERE key = $1`, [
      keyOf(`sign-in ${email} ${address}`),
    ]);
    await this.dataSource.query(
      `UPDATE throttle_counts SET count = count - 1 WHERE key = $1 AND count > 0`,
      [keyOf(`sign-in ${address}`)],
    );
  }

  async removeEnded(now: Date): Promise<void> {
    await this.dataSource.query(`DELETE FROM throttle_counts WHERE window_ends_at <= $1`, [now]);
  }

  private async count(what: string, most: number): Promise<void> {
    const now = this.clock.now();
    const [row]: Count[] = await this.dataSource.query(
      `INSERT INTO throttle_counts AS t (key, count, window_ends_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN t.window_ends_at <= $3 THEN 1 ELSE t.count + 1 END,
         window_ends_at = CASE WHEN t.window_ends_at <= $3 THEN $2 ELSE t.window_ends_at END
       RETURNING count, window_ends_at`,
      [keyOf(what), new Date(now.getTime() + signInThrottle.windowSeconds * 1000), now],
    );
    if (!row || row.count <= most) return;
    const minutes = Math.max(1, Math.ceil((row.window_ends_at.getTime() - now.getTime()) / 60_000));
    throw new Problem(
      'too-many-attempts',
      `There were too many attempts. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
    );
  }
}

function keyOf(what: string): Buffer {
  return createHash('sha256').update(what).digest();
}
