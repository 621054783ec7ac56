import { Injectable } from '@nestjs/common';
import { compileReport } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Ids } from '../platform/ids/ids.js';
import { AppendToTrail } from '../trail/index.js';
import { GatherSources, type QuarterOfKind } from './gather-sources.js';
import { ReportRepository, twoDrafts } from './report.repository.js';

/** Compiles the draft of a quarter's report: the first, or the next edition of a published one. */
@Injectable()
export class MakeReport {
  constructor(
    private readonly sources: GatherSources,
    private readonly reports: ReportRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns the key of the draft */
  async make(access: Access, wanted: QuarterOfKind, key: string): Promise<{ id: string }> {
    const accountId = access.account.id;
    const request = { act: 'make-report', wanted };
    return this.transactions.once({ key, accountId, request }, async (manager) => {
      const before = await this.reports.latestOf(manager, wanted);
      if (before?.state === 'draft') throw twoDrafts();
      const edition = (before?.edition ?? 0) + 1;
      const compiled = compileReport(await this.sources.of(access, manager, wanted, edition));
      const id = this.ids.next();
      await this.reports.insert(manager, { id, ...wanted, edition, compiled }, this.clock.now());
      if (before) await this.reports.copyDecisions(manager, before.id, id);
      await this.trail.append(manager, {
        act: 'reports.make-report',
        actorId: accountId,
        subject: { type: 'report', id },
        details: { ...wanted, edition },
        correlationId: access.correlationId,
      });
      return { id };
    });
  }
}
