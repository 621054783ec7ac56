import { Injectable } from '@nestjs/common';
import { contentHash, londonDayOf, Problem, whyNotPublished } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { AppendToTrail } from '../trail/index.js';
import { presentReport } from './present-report.js';
import { refuseUnlessDraft } from './refuse-unless-draft.js';
import { ReportRepository } from './report.repository.js';

/** Freezes a report for good, with its hash. From then on everyone who reads reports reads it. */
@Injectable()
export class PublishReport {
  constructor(
    private readonly reports: ReportRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async publish(access: Access, id: string, version: number, key: string): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'publish-report', id, version };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      const draft = await this.reports.lock(access, manager, id, version);
      refuseUnlessDraft(draft);
      const whyNot = whyNotPublished(draft);
      if (whyNot !== null) throw new Problem('rule-broken', whyNot);
      const publishedAt = this.clock.now();
      const report = {
        ...presentReport(draft, await this.reports.decisions(id, manager)),
        publishedOn: londonDayOf(publishedAt),
      };
      const hash = contentHash(report);
      await this.reports.publish(manager, id, {
        ...{ report, hash, publishedAt },
        publishedBy: accountId,
      });
      const { frameworkKind, quarter, edition } = draft;
      await this.trail.append(manager, {
        act: 'reports.publish-report',
        actorId: accountId,
        subject: { type: 'report', id },
        details: { frameworkKind, quarter, edition, hash },
        correlationId: access.correlationId,
      });
    });
  }
}
