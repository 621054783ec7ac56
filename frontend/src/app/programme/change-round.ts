import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { RoundResponse } from '@app/shared/contracts';
import { daysOfQuarter } from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { ReadState } from '../components/read-state';
import { TextInput } from '../components/text-input';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { ProgrammeClient } from './programme-client';
import { day } from './programme-words';
import { draftOf, sizeAndDayOf, sizeAndDayRules } from './round-form';

@Component({
  selector: 'app-change-round',
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
  templateUrl: './change-round.html',
})
export class ChangeRound {
  readonly id = input.required<string>();
  protected readonly round = httpResource<RoundResponse>(() => `/api/rounds/${this.id()}`);
  protected readonly loaded = computed(() => (this.round.hasValue() ? this.round.value() : null));
  protected readonly model = linkedSignal(() => {
    const round = this.loaded();
    return round ? draftOf(round) : { sampleSize: '', dueOn: '' };
  });
  protected readonly form = form(this.model, sizeAndDayRules);
  protected readonly attempt = formAttempt(this.form);
  protected readonly dueHint = computed(() => {
    const quarter = this.loaded()?.quarter;
    const latest = quarter ? `, at the latest ${day(daysOfQuarter(quarter).to)}` : '';
    return `The last day for scorings${latest}`;
  });
  private readonly client = inject(ProgrammeClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async change({ id, version, reference }: RoundResponse): Promise<void> {
    const wanted = { ...sizeAndDayOf(this.model()), version };
    const isDone = await this.attempt.send(() => this.client.changeRound(id, wanted));
    if (!isDone) return;
    this.notices.onNextPage(`The round ${reference} is changed`);
    await this.router.navigateByUrl(`/programme/rounds/${id}`);
  }

  /** After someone else's change: what they left takes the place of what is in the form. */
  protected loadLatest(): void {
    this.attempt.clear();
    this.form().reset();
    this.round.reload();
    this.focus.focusHeading();
  }
}
