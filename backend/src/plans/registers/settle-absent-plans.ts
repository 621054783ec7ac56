import { Injectable } from '@nestjs/common';
import { absenceDecisions, Problem, type AbsenceDecision } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { AbsenceRepository } from './absence.repository.js';
import { RegisterRepository } from './register.repository.js';

export interface AbsenceSettled {
  planId: string;
  version: number;
  decision: AbsenceDecision;
}

/** Keeps or ceases plans that the newest register does not have. All of them are settled, or none. */
@Injectable()
export class SettleAbsentPlans {
  constructor(
    private readonly registers: RegisterRepository,
    private readonly absences: AbsenceRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async settle(
    access: Access,
    registerId: string,
    decisions: readonly AbsenceSettled[],
    key: string,
  ): Promise<void> {
    const request = { act: 'settle-absent-plans', registerId, decisions };
    await this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        await this.registers.lock(manager, registerId);
        const planIds = decisions.map(({ planId }) => planId.toLowerCase());
        if (new Set(planIds).size < planIds.length)
          throw new Problem('rule-broken', 'Decide on each plan once.');
        const locked = await this.absences.lock(manager, registerId, planIds);
        const versions = new Map(locked.map(({ planId, version }) => [planId, version]));
        const isAsSeen = decisions.every(
          ({ planId, version }) => versions.get(planId.toLowerCase()) === version,
        );
        if (!isAsSeen) throw Problem.stale('one of these plans');
        const at = this.clock.now();
        const by = access.account.id;
        const counts: Record<string, number> = {};
        for (const decision of absenceDecisions) {
          const ids = decisions
            .filter((one) => one.decision === decision)
            .map(({ planId }) => planId.toLowerCase());
          await this.absences.settle(manager, registerId, ids, { decision, by, at });
          counts[decision] = ids.length;
        }
        await this.trail.append(manager, {
          act: 'plans.settle-absent-plans',
          actorId: by,
          subject: { type: 'plan-register', id: registerId },
          details: counts,
          correlationId: access.correlationId,
        });
      },
    );
  }
}
