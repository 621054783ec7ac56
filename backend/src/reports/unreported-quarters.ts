import { Injectable } from '@nestjs/common';
import type { Access } from '../accounts/index.js';
import { TrendRepository } from '../trends/index.js';
import { ReportRepository, type ClosedQuarter } from './report.repository.js';

/** Quarters whose routine round is closed and that have no report yet, the latest first; for the lead alone. */
@Injectable()
export class UnreportedQuarters {
  constructor(
    private readonly trends: TrendRepository,
    private readonly reports: ReportRepository,
  ) {}

  async list(access: Access): Promise<ClosedQuarter[]> {
    if (!access.account.roles.includes('audit-lead')) return [];
    const reports = await this.reports.list(access);
    const reported = new Set(
      reports.map(({ frameworkKind, quarter }) => `${frameworkKind} ${quarter}`),
    );
    const kinds = await this.trends.kinds();
    const closed = await Promise.all(
      kinds.map(async ({ kind, title }) => {
        const quarters = await this.trends.ofKind(access, kind);
        return quarters.map(({ quarter }) => ({
          ...{ frameworkKind: kind, frameworkTitle: title, quarter },
        }));
      }),
    );
    return closed
      .flat()
      .filter(({ frameworkKind, quarter }) => !reported.has(`${frameworkKind} ${quarter}`))
      .toSorted((one, other) => other.quarter.localeCompare(one.quarter));
  }
}
