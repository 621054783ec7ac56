import { Injectable } from '@nestjs/common';
import { compileReport } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { AppendToTrail } from '../trail/index.js';
import { GatherSources } from './gather-sources.js';
import { refuseUnlessDraft } from './refuse-unless-draft.js';
import { ReportRepository } from './report.repository.js';

/**
 * Compiles a draft anew. The results of a closed round do not change; answers to feedback and what
 * was decided on the last report do. What the lead wrote stays.
 */
@Injectable()
export class RecompileReport {
  constructor(
    private readonly sources: GatherSources,
    private readonly reports: ReportRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async recompile(access: Access, id: string, version: number, key: string): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'recompile-report', id, version };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      const report = await this.reports.lock(access, manager, id, version);
      refuseUnlessDraft(report);
      const sources = await this.sources.of(access, manager, report, report.edition);
      await this.reports.recompile(manager, id, compileReport(sources), this.clock.now());
      const { frameworkKind, quarter, edition } = report;
      await this.trail.append(manager, {
        act: 'reports.recompile-report',
        actorId: accountId,
        subject: { type: 'report', id },
        details: { frameworkKind, quarter, edition },
        correlationId: access.correlationId,
      });
    });
  }
}
