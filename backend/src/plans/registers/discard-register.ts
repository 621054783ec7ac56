import { Injectable } from '@nestjs/common';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { refuseUnlessWaiting } from './confirm-register.js';
import { RegisterRepository } from './register.repository.js';

/** Throws away an upload that waits, with all that was read of it. */
@Injectable()
export class DiscardRegister {
  constructor(
    private readonly registers: RegisterRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async discard(access: Access, id: string, version: number, key: string): Promise<void> {
    const request = { act: 'discard-register', id, version };
    await this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        const register = await this.registers.lockAsSeen(manager, id, version);
        const now = this.clock.now();
        refuseUnlessWaiting(register, now);
        await this.registers.end(manager, id, 'discarded', now);
        await this.trail.append(manager, {
          act: 'plans.discard-register',
          actorId: access.account.id,
          subject: { type: 'plan-register', id },
          correlationId: access.correlationId,
        });
      },
    );
  }
}
