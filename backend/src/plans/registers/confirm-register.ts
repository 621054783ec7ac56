import { Injectable } from '@nestjs/common';
import { Problem, registerLimits } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { refuseOlderAsAt } from './as-at.js';
import { IntakeRepository } from './intake.repository.js';
import { RegisterRepository, type StoredRegister } from './register.repository.js';

/** Takes a waiting upload in: its ready rows become plans, and plans it does not have are listed for the lead. */
@Injectable()
export class ConfirmRegister {
  constructor(
    private readonly registers: RegisterRepository,
    private readonly intake: IntakeRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async confirm(
    access: Access,
    id: string,
    wanted: { version: number; importReadyRows: boolean },
    key: string,
  ): Promise<void> {
    const request = { act: 'confirm-register', id, wanted };
    await this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        const register = await this.registers.lockAsSeen(manager, id, wanted.version);
        const now = this.clock.now();
        refuseUnlessWaiting(register, now);
        refuseUnready(register, wanted.importReadyRows);
        refuseOlderAsAt(register.asAtOn, await this.registers.latestAsAt(manager));
        const outcome = await this.intake.outcome(id, manager);
        await this.intake.takeIn(manager, id, now);
        await this.intake.noteAbsent(manager, id);
        await this.registers.end(manager, id, 'confirmed', now, outcome);
        await this.registers.outdateWaiting(manager);
        await this.trail.append(manager, {
          act: 'plans.confirm-register',
          actorId: access.account.id,
          subject: { type: 'plan-register', id },
          details: { asAt: register.asAtOn, ...outcome, rejected: register.rowsRejected },
          correlationId: access.correlationId,
        });
      },
    );
  }
}

/** @throws Problem rule-broken when nothing waits any more, or has waited too long */
export function refuseUnlessWaiting(register: StoredRegister, now: Date): void {
  if (register.status === 'confirmed')
    throw new Problem('rule-broken', 'This upload has been confirmed already.');
  if (register.status === 'discarded')
    throw new Problem('rule-broken', 'This upload was discarded. Upload the file again.');
  if (register.status === 'expired' || now >= expiryOf(register)) {
    throw new Problem(
      'rule-broken',
      `An upload waits for ${registerLimits.waitingHours} hours, and this one has waited longer. Upload the file again.`,
    );
  }
}

/** Until when an upload waits, and for how long what was wrong with it is kept. */
export function expiryOf({ uploadedAt }: Pick<StoredRegister, 'uploadedAt'>): Date {
  return new Date(uploadedAt.getTime() + registerLimits.waitingHours * 60 * 60 * 1000);
}

function refuseUnready({ rowsReady, rowsRejected }: StoredRegister, isWanted: boolean): void {
  if (rowsReady === 0) {
    throw new Problem(
      'rule-broken',
      'No row of this upload is ready. Mend the file and upload it again.',
    );
  }
  if (rowsRejected > 0 && !isWanted) {
    throw new Problem(
      'rule-broken',
      'Some rows have a problem. Say that the ready rows are to be imported without them, or mend the file and upload it again.',
    );
  }
}
