import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { Environment } from '../config/environment.js';

export const JOBS_SCHEMA = 'jobs';

interface Job {
  /** Minute hour day month weekday, Europe/London. */
  cron: string;
  work: () => Promise<void>;
}

/** Work that is not part of a request, kept in the same database so that any replica may do it. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly boss: PgBoss;
  private readonly jobs = new Map<string, Job>();

  constructor(environment: Environment) {
    this.boss = new PgBoss({
      connectionString: environment.DATABASE_URL,
      schema: JOBS_SCHEMA,
      max: 2,
      options: '-c role=audit_app -c timezone=UTC',
      migrate: false,
      createSchema: false,
    });
    this.boss.on('error', (error: Error) =>
      this.logger.error({ err: error }, 'A background job failed'),
    );
  }

  /** Registers repeated work; called while the application is put together. */
  repeat(name: string, cron: string, work: () => Promise<void>): void {
    this.jobs.set(name, { cron, work });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    for (const [name, job] of this.jobs) {
      await this.boss.createQueue(name);
      await this.boss.schedule(name, job.cron, null, { tz: 'Europe/London' });
      await this.boss.work(name, () => job.work());
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 5000 });
  }
}
