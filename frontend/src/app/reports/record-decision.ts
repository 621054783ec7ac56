import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { DecisionResponse, ReportResponse } from '@app/shared/contracts';
import {
  decisionOutcomes,
  decisionOutcomeTitle,
  reportLimits,
  type DecisionOutcome,
} from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { Radios } from '../components/radios';
import { ReadState } from '../components/read-state';
import { Textarea } from '../components/textarea';
import { TextInput } from '../components/text-input';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { ReportsClient } from './reports-client';

const { noteMax } = reportLimits;

/** What the quality assurance subgroup made of one decision that a report asks for. */
@Component({
  selector: 'app-record-decision',
  imports: [
    Breadcrumbs,
    Button,
    ErrorSummary,
    FormField,
    FormRoot,
    Radios,
    ReadState,
    RouterLink,
    Textarea,
    TextInput,
  ],
  templateUrl: './record-decision.html',
})
export class RecordDecision {
  readonly id = input.required<string>();
  readonly number = input.required<string>();
  protected readonly reading = httpResource<ReportResponse>(() => `/api/reports/${this.id()}`);
  protected readonly loaded = computed(() =>
    this.reading.hasValue() ? this.reading.value() : null,
  );
  protected readonly found = computed(
    () => this.loaded()?.decisions.find(({ number }) => `${number}` === this.number()) ?? null,
  );
  protected readonly model = linkedSignal(
    (): { outcome: string; note: string; decidedOn: string } => {
      const found = this.found();
      return {
        outcome: found?.outcome ?? '',
        note: found?.note ?? '',
        decidedOn: found?.decidedOn ?? '',
      };
    },
  );
  protected readonly form = form(this.model, (path) => {
    required(path.outcome, { message: 'Choose what was decided' });
    required(path.decidedOn, { message: 'Enter the day of the decision' });
    maxLength(path.note, noteMax, { message: `The note must be ${noteMax} characters or fewer` });
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly choices = decisionOutcomes.map((value) => ({
    ...{ value, label: decisionOutcomeTitle[value] },
  }));
  protected readonly noteMax = noteMax;
  private readonly client = inject(ReportsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async record({ version }: DecisionResponse): Promise<void> {
    const { outcome, note, decidedOn } = this.model();
    const wanted = { note: note.trim() || null, decidedOn, version };
    const isDone = await this.attempt.send(() =>
      this.client.record(this.id(), this.number(), {
        ...wanted,
        outcome: outcome as DecisionOutcome,
      }),
    );
    if (!isDone) return;
    this.notices.onNextPage('What was decided is recorded');
    await this.router.navigateByUrl(`/reports/${this.id()}`);
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.reading.reload();
    this.focus.focusHeading();
  }
}
