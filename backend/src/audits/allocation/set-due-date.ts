import { Injectable } from '@nestjs/common';
import { dueDateBroken, londonDayOf, Problem } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { roundIsClosed } from '../scoring/refuse-unless-scored.js';
import { AuditRepository } from './audit.repository.js';

/** Sets another due date for one audit; it was made with its round's. */
@Injectable()
export class SetDueDate {
  constructor(
    private readonly audits: AuditRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async set(
    access: Access,
    id: string,
    wanted: { dueOn: string; version: number },
    key: string,
  ): Promise<void> {
    const request = { act: 'set-due-date', id, wanted };
    await this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        const audit = await this.audits.lock(access, manager, id, wanted.version);
        if (audit.state === 'not-completed') throw roundIsClosed();
        if (audit.state !== 'open') {
          throw new Problem('rule-broken', 'Every scoring of this audit is in, so nothing is due.');
        }
        const broken = dueDateBroken(wanted.dueOn, audit.quarter, londonDayOf(this.clock.now()));
        if (broken) throw Problem.ofFields('rule-broken', [broken]);
        await this.audits.changeDueDate(manager, id, wanted.dueOn);
        await this.trail.append(manager, {
          act: 'audits.set-due-date',
          actorId: access.account.id,
          subject: { type: 'audit', id },
          details: { reference: audit.reference, dueOn: wanted.dueOn },
          correlationId: access.correlationId,
        });
      },
    );
  }
}
