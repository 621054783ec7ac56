import { Injectable, type OnModuleInit } from '@nestjs/common';
import { registerLimits } from '@app/shared/domain';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { AppendToTrail } from '../../trail/index.js';
import { RegisterRepository } from './register.repository.js';

/** Each hour, ends uploads that nobody confirmed in time and removes what was read of them. */
@Injectable()
export class RemoveExpiredRegisters implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly registers: RegisterRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat('plans-remove-expired-registers', '23 * * * *', () => this.remove());
  }

  async remove(): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - registerLimits.waitingHours * 60 * 60 * 1000);
    await this.transactions.run(async (manager) => {
      for (const { id } of await this.registers.waitingSince(manager, before)) {
        await this.registers.end(manager, id, 'expired', now);
        await this.trail.append(manager, {
          act: 'plans.expire-register',
          actorId: null,
          subject: { type: 'plan-register', id },
          correlationId: null,
        });
      }
    });
    await this.registers.removeProblemsBefore(before);
  }
}
