import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { SessionRepository } from './sessions/session.repository.js';
import { Throttle } from './sessions/throttle.js';

/** How long the answer to a repeatable request is kept. */
const KEY_HOURS = 24;

/** Each hour, removes what has run out: sessions, links, counts and kept answers. */
@Injectable()
export class RemoveExpired implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sessions: SessionRepository,
    private readonly throttle: Throttle,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat('accounts-remove-expired', '17 * * * *', () => this.remove());
  }

  async remove(): Promise<void> {
    const now = this.clock.now();
    await this.sessions.removeEnded(now);
    await this.throttle.removeEnded(now);
    await this.dataSource.query(`DELETE FROM password_links WHERE expires_at <= $1`, [now]);
    await this.dataSource.query(`DELETE FROM idempotency_keys WHERE kept_at <= $1`, [
      new Date(now.getTime() - KEY_HOURS * 60 * 60 * 1000),
    ]);
  }
}
