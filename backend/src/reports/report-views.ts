import { Injectable } from '@nestjs/common';
import type { ReportListResponse, ReportResponse } from '@app/shared/contracts';
import {
  draftText,
  Problem,
  tableRows,
  tablesOf,
  whyNotPublished,
  type LearningReport,
} from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { csvText } from '../platform/http/csv-text.js';
import { reportPdf } from './printing/report-pdf.js';
import { presentReport } from './present-report.js';
import { ReportRepository } from './report.repository.js';
import { UnreportedQuarters } from './unreported-quarters.js';

/** A file and what to call it. */
export interface ReportFile<Content> {
  content: Content;
  name: string;
}

/** Reports as they are read: a list, one of them, and its files. */
@Injectable()
export class ReportViews {
  constructor(
    private readonly reports: ReportRepository,
    private readonly unreported: UnreportedQuarters,
  ) {}

  async list(access: Access): Promise<ReportListResponse> {
    const [reports, toReport] = await Promise.all([
      this.reports.list(access),
      this.unreported.list(access),
    ]);
    return { reports, toReport };
  }

  async read(access: Access, id: string): Promise<ReportResponse> {
    const stored = await this.reports.find(access, id);
    const decisions = await this.reports.decisions(id);
    const { state, hash, version, compiled } = stored;
    return {
      ...{ id, state, hash, version },
      report: presentReport(stored, decisions),
      drafted: {
        headline: draftText(compiled.headline),
        better: draftText(compiled.better),
        notBetter: draftText(compiled.notBetter),
      },
      decisions: decisions.map(({ number, text, owner, outcome, note, decidedOn, ...rest }) => ({
        ...{ number, text, owner, outcome, note, decidedOn, version: rest.version },
      })),
      whyNotPublished: state === 'draft' ? whyNotPublished(stored) : null,
      replacedBy: await this.reports.replacedBy(access, id),
    };
  }

  async pdf(access: Access, id: string): Promise<ReportFile<Buffer>> {
    const report = await this.present(access, id);
    return { content: await reportPdf(report), name: `${fileNameOf(report)}.pdf` };
  }

  /** @throws Problem not-found when the report has no such table */
  async csv(access: Access, id: string, key: string): Promise<ReportFile<string>> {
    const report = await this.present(access, id);
    const table = tablesOf(report).find((one) => one.key === key);
    if (!table) throw Problem.notFound('This table');
    return { content: csvText(tableRows(table)), name: `${fileNameOf(report)}-${key}.csv` };
  }

  private async present(access: Access, id: string): Promise<LearningReport> {
    const stored = await this.reports.find(access, id);
    return presentReport(stored, await this.reports.decisions(id));
  }
}

/** "learning-report-ehc-plan-2026-27-Q2-edition-1", and "draft" while it is one. */
function fileNameOf({ frameworkKind, quarter, edition, publishedOn }: LearningReport): string {
  const draft = publishedOn === null ? '-draft' : '';
  return `learning-report-${frameworkKind}-${quarter}-edition-${edition}${draft}`;
}
