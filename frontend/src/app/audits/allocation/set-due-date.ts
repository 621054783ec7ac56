import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { AuditListResponse, AuditProgressResponse } from '@app/shared/contracts';
import { calendarDayInWords } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { ReadState } from '../../components/read-state';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { NavigationFocus } from '../../platform/navigation-focus';
import { Notices } from '../../platform/notices';
import { AuditsClient } from '../audits-client';
import { roundAddress } from './round-reading';

@Component({
  selector: 'app-set-due-date',
  imports: [
    Breadcrumbs,
    Button,
    ErrorSummary,
    FormField,
    FormRoot,
    ReadState,
    RouterLink,
    TextInput,
  ],
  templateUrl: './set-due-date.html',
})
export class SetDueDate {
  readonly round = input.required<string>();
  readonly audit = input.required<string>();
  protected readonly reading = httpResource<AuditListResponse>(
    () => `/api/rounds/${this.round()}/audits`,
  );
  protected readonly back = computed(() => roundAddress(this.round()));
  protected readonly found = computed(() =>
    this.reading.hasValue()
      ? (this.reading.value().audits.find(({ id }) => id === this.audit()) ?? null)
      : null,
  );
  protected readonly model = linkedSignal(() => ({ dueOn: this.found()?.dueOn ?? '' }));
  protected readonly form = form(this.model, (path) => {
    required(path.dueOn, { message: 'Enter the due date' });
  });
  protected readonly attempt = formAttempt(this.form);
  private readonly client = inject(AuditsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async change({ id, reference, version }: AuditProgressResponse): Promise<void> {
    const { dueOn } = this.model();
    const isDone = await this.attempt.send(() => this.client.setDueDate(id, { dueOn, version }));
    if (!isDone) return;
    this.notices.onNextPage(`${reference} is now due on ${calendarDayInWords(dueOn)}`);
    await this.router.navigateByUrl(this.back());
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.reading.reload();
    this.focus.focusHeading();
  }
}
