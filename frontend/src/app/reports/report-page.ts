import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { DecisionResponse, ReportResponse } from '@app/shared/contracts';
import { calendarDayInWords, decisionOutcomeTitle, type LearningReport } from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { Cell, DataTable, type Column } from '../components/data-table';
import { Details } from '../components/details';
import { ErrorSummary } from '../components/error-summary';
import { NotificationBanner } from '../components/notification-banner';
import { ReadState } from '../components/read-state';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { PageTitles } from '../platform/page-titles';
import { SessionStore } from '../platform/session-store';
import { ReportArticle } from './report-article';
import { ReportsClient } from './reports-client';

/** One report: for everyone the report itself, for the lead what to do with it. */
@Component({
  selector: 'app-report-page',
  imports: [
    Breadcrumbs,
    Button,
    Cell,
    DataTable,
    Details,
    ErrorSummary,
    NotificationBanner,
    ReadState,
    ReportArticle,
    RouterLink,
  ],
  templateUrl: './report-page.html',
})
export class ReportPage {
  readonly id = input.required<string>();
  protected readonly reading = httpResource<ReportResponse>(() => `/api/reports/${this.id()}`);
  protected readonly loaded = computed(() =>
    this.reading.hasValue() ? this.reading.value() : null,
  );
  /** The wire brings exactly what was published; the contract lists the same fields. */
  protected readonly report = computed(
    () => (this.loaded()?.report ?? null) as LearningReport | null,
  );
  protected readonly address = computed(() => `/api/reports/${this.id()}`);
  private readonly session = inject(SessionStore);
  protected readonly isLead = computed(() => this.session.holdsOneOf(['audit-lead']));
  protected readonly columns: readonly Column<DecisionResponse>[] = [
    { key: 'decision', title: 'Decision', isRowHeader: true, text: ({ text }) => text },
    { key: 'owner', title: 'Who would own it', text: ({ owner }) => owner },
    { key: 'decided', title: 'What was decided', text: decidedInWords },
  ];
  protected readonly columnsOfLead: readonly Column<DecisionResponse>[] = [
    ...this.columns,
    { key: 'record', title: 'Record' },
  ];
  private readonly nothing = form(signal({}));
  protected readonly attempt = formAttempt(this.nothing);
  private readonly client = inject(ReportsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);
  protected readonly heading = computed(() => this.report()?.title ?? 'Learning report');

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      if (this.loaded()) titles.name(this.heading());
    });
  }

  protected async recompile({ id, version }: ReportResponse): Promise<void> {
    const isDone = await this.attempt.send(() => this.client.recompile(id, version));
    if (!isDone) return;
    this.notices.here('The draft is compiled anew');
    this.reading.reload();
  }

  protected async makeEdition({ report }: ReportResponse): Promise<void> {
    const { frameworkKind, quarter } = report;
    let id = '';
    const isDone = await this.attempt.send(async () => {
      id = (await this.client.make({ frameworkKind, quarter })).id;
    });
    if (isDone) await this.router.navigateByUrl(`/reports/${id}`);
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.reading.reload();
    this.focus.focusHeading();
  }
}

function decidedInWords({ outcome, note, decidedOn }: DecisionResponse): string {
  if (outcome === null || decidedOn === null) return 'Nothing recorded yet';
  const what = `${decisionOutcomeTitle[outcome]} on ${calendarDayInWords(decidedOn)}`;
  return note === null ? what : `${what}. ${note}`;
}
