import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ReportResponse } from '@app/shared/contracts';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { InterruptionPanel } from '../components/interruption-panel';
import { ReadState } from '../components/read-state';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { ReportsClient } from './reports-client';

@Component({
  selector: 'app-publish-report',
  imports: [Breadcrumbs, Button, ErrorSummary, InterruptionPanel, ReadState, RouterLink],
  templateUrl: './publish-report.html',
})
export class PublishReport {
  readonly id = input.required<string>();
  protected readonly reading = httpResource<ReportResponse>(() => `/api/reports/${this.id()}`);
  protected readonly loaded = computed(() =>
    this.reading.hasValue() ? this.reading.value() : null,
  );
  protected readonly heading = computed(() =>
    this.loaded()?.state === 'published'
      ? 'This report is published'
      : 'Publish this learning report?',
  );
  private readonly nothing = form(signal({}));
  protected readonly attempt = formAttempt(this.nothing);
  private readonly client = inject(ReportsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async publish({ id, version, report }: ReportResponse): Promise<void> {
    const isDone = await this.attempt.send(() => this.client.publish(id, version));
    if (!isDone) return;
    this.notices.onNextPage(`Edition ${report.edition} is published`);
    await this.router.navigateByUrl(`/reports/${id}`);
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.reading.reload();
    this.focus.focusHeading();
  }
}
