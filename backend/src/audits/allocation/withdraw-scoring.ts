import { Injectable } from '@nestjs/common';
import {
  calendarDayInWords,
  londonDayOf,
  Problem,
  type ScoringWithdrawalReason,
} from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { EndScoring } from '../scoring/end-scoring.js';
import { AuditRepository } from './audit.repository.js';
import { refuseEnded } from './reassign-scoring.js';

/** Goes on without an agency's scoring, from the audit's due date on. Nothing of it counts from then. */
@Injectable()
export class WithdrawScoring {
  constructor(
    private readonly audits: AuditRepository,
    private readonly endScoring: EndScoring,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async withdraw(
    access: Access,
    id: string,
    wanted: { reason: ScoringWithdrawalReason; version: number },
    key: string,
  ): Promise<void> {
    const request = { act: 'withdraw-scoring', id, wanted };
    await this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        const scoring = await this.audits.lockScoring(access, manager, id, wanted.version);
        refuseEnded(scoring);
        const now = this.clock.now();
        if (londonDayOf(now) < scoring.dueOn) {
          const day = calendarDayInWords(scoring.dueOn);
          const why = `This scoring is due on ${day} and can be withdrawn from that day on.`;
          throw new Problem('rule-broken', why);
        }
        const { auditState } = await this.endScoring.withdrawn(manager, id, now, wanted.reason);
        await this.trail.append(manager, {
          act: 'audits.withdraw-scoring',
          actorId: access.account.id,
          subject: { type: 'scoring', id },
          details: {
            ...{ reference: scoring.reference, agency: scoring.agency },
            ...{ reason: wanted.reason, auditState },
          },
          correlationId: access.correlationId,
        });
      },
    );
  }
}
