import { Injectable } from '@nestjs/common';
import { quarterMonths } from '@app/shared/domain';
import type { Access, Waiting } from '../accounts/index.js';
import { ReportRepository } from './report.repository.js';
import { UnreportedQuarters } from './unreported-quarters.js';

/** What of the reports waits for a person on the home page: the latest to read, and for the lead what is to be made. */
@Injectable()
export class WaitingReports {
  constructor(
    private readonly reports: ReportRepository,
    private readonly unreported: UnreportedQuarters,
  ) {}

  async list(access: Access): Promise<Waiting[]> {
    const { roles } = access.account;
    if (!roles.some((role) => readers.includes(role))) return [];
    const reports = await this.reports.list(access);
    const latest = reports.find(({ state, isReplaced }) => state === 'published' && !isReplaced);
    const drafts = reports.filter(({ state }) => state === 'draft');
    const toReport = await this.unreported.list(access);
    return [
      ...(latest
        ? [
            {
              ...{ key: 'latest-report', count: 1, link: `/reports/${latest.id}` },
              title: `Latest learning report: ${quarterMonths(latest.quarter)}`,
            },
          ]
        : []),
      ...drafts.slice(0, 1).map(({ id }) => ({
        ...{ key: 'report-drafts', title: 'Learning reports to publish' },
        ...{ count: drafts.length, link: drafts.length === 1 ? `/reports/${id}` : '/reports' },
      })),
      {
        ...{ key: 'quarters-to-report', title: 'Closed quarters without a learning report' },
        ...{ count: toReport.length, link: '/reports' },
      },
    ];
  }
}

const readers: readonly string[] = ['audit-lead', 'send-manager', 'report-reader'];
