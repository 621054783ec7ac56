import { Injectable } from '@nestjs/common';
import { decisionFaults, londonDayOf, Problem, type DecisionTaken } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { AppendToTrail } from '../trail/index.js';
import { ReportRepository } from './report.repository.js';

/** Records what was decided on something that a published report asks for; the next report opens with it. */
@Injectable()
export class RecordDecision {
  constructor(
    private readonly reports: ReportRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async record(
    access: Access,
    id: string,
    number: number,
    wanted: DecisionTaken & { version: number },
    key: string,
  ): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'record-decision', id, number, wanted };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      const report = await this.reports.lock(access, manager, id);
      const decisions = await this.reports.decisions(id, manager);
      const decision = decisions.find((one) => one.number === number);
      if (!decision) throw Problem.notFound('This decision');
      const { publishedOn } = report.report ?? {};
      if (publishedOn === undefined || publishedOn === null) {
        throw new Problem(
          'rule-broken',
          'This report is a draft. Publish it before a decision on it is recorded.',
        );
      }
      const { version, ...taken } = wanted;
      if (decision.version !== version) throw Problem.stale('this decision');
      const recordedAt = this.clock.now();
      const faults = decisionFaults(taken, londonDayOf(recordedAt));
      if (faults.length > 0) throw Problem.ofFields('rule-broken', faults);
      await this.reports.record(manager, id, number, {
        ...taken,
        ...{ recordedAt, recordedBy: accountId },
      });
      const { frameworkKind, quarter, edition } = report;
      const { outcome, decidedOn } = taken;
      await this.trail.append(manager, {
        act: 'reports.record-decision',
        actorId: accountId,
        subject: { type: 'report', id },
        details: { frameworkKind, quarter, edition, number, outcome, decidedOn },
        correlationId: access.correlationId,
      });
    });
  }
}
