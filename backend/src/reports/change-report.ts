import { Injectable } from '@nestjs/common';
import { Problem, reportTextFaults, type DecisionAsked, type LeadsWords } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { AppendToTrail } from '../trail/index.js';
import { refuseUnlessDraft } from './refuse-unless-draft.js';
import { ReportRepository } from './report.repository.js';

export interface ReportChangeWanted {
  words: LeadsWords;
  decisions: DecisionAsked[];
  whatChanged: string | null;
  version: number;
}

/** Keeps what the lead writes in a draft, and which decisions it asks for. */
@Injectable()
export class ChangeReport {
  constructor(
    private readonly reports: ReportRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
  ) {}

  async change(access: Access, id: string, wanted: ReportChangeWanted, key: string): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'change-report', id, wanted };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      const report = await this.reports.lock(access, manager, id, wanted.version);
      refuseUnlessDraft(report);
      const faults = reportTextFaults(wanted, report.compiled.sections);
      if (faults.length > 0) throw Problem.ofFields('rule-broken', faults);
      const { words, decisions, whatChanged } = wanted;
      await this.reports.change(manager, id, words, whatChanged);
      await this.reports.replaceDecisions(manager, id, decisions);
      const { frameworkKind, quarter, edition } = report;
      await this.trail.append(manager, {
        act: 'reports.change-report',
        actorId: accountId,
        subject: { type: 'report', id },
        details: { frameworkKind, quarter, edition, decisions: decisions.length },
        correlationId: access.correlationId,
      });
    });
  }
}
