import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type {
  QuarterToReport,
  ReportListResponse,
  ReportOverview,
  ReportWanted,
} from '@app/shared/contracts';
import { calendarDayInWords, quarterInWords } from '@app/shared/domain';
import { Button } from '../components/button';
import { Cell, DataTable, type Column } from '../components/data-table';
import { ErrorSummary } from '../components/error-summary';
import { ReadState } from '../components/read-state';
import { Tag } from '../components/tag';
import { formAttempt } from '../platform/form-attempt';
import { ReportsClient } from './reports-client';

/** All learning reports, the latest first; for the lead with the quarters that have none. */
@Component({
  selector: 'app-report-list',
  imports: [Button, Cell, DataTable, ErrorSummary, ReadState, RouterLink, Tag],
  templateUrl: './report-list.html',
})
export class ReportList {
  protected readonly list = httpResource<ReportListResponse>(() => '/api/reports');
  protected readonly reports = computed(() =>
    this.list.hasValue() ? this.list.value().reports : [],
  );
  protected readonly toReport = computed(() =>
    this.list.hasValue() ? this.list.value().toReport : [],
  );
  protected readonly latest = computed(() =>
    this.reports().find(({ state, isReplaced }) => state === 'published' && !isReplaced),
  );
  protected readonly columns: readonly Column<ReportOverview>[] = [
    { key: 'quarter', title: 'Quarter', isRowHeader: true },
    { key: 'framework', title: 'Framework', text: ({ frameworkTitle }) => frameworkTitle },
    { key: 'edition', title: 'Edition', isNumeric: true, text: ({ edition }) => `${edition}` },
    { key: 'state', title: 'State' },
    {
      key: 'published',
      title: 'Published',
      text: ({ publishedOn }) => (publishedOn === null ? '–' : calendarDayInWords(publishedOn)),
    },
  ];
  protected readonly quarterInWords = quarterInWords;
  private readonly nothing = form(signal({}));
  protected readonly attempt = formAttempt(this.nothing);
  private readonly client = inject(ReportsClient);
  private readonly router = inject(Router);

  protected async make({ frameworkKind, quarter }: QuarterToReport): Promise<void> {
    await this.draft({ frameworkKind, quarter });
  }

  private async draft(wanted: ReportWanted): Promise<void> {
    let id = '';
    const isDone = await this.attempt.send(async () => {
      id = (await this.client.make(wanted)).id;
    });
    if (isDone) await this.router.navigateByUrl(`/reports/${id}`);
  }
}
