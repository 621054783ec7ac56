import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { RoundResponse, SampledPlanResponse } from '@app/shared/contracts';
import type { WithdrawalReason } from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { Radios } from '../components/radios';
import { ReadState } from '../components/read-state';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { ProgrammeClient } from './programme-client';
import { reasonChoices } from './programme-words';

@Component({
  selector: 'app-withdraw-plan',
  imports: [Breadcrumbs, Button, ErrorSummary, FormField, FormRoot, Radios, ReadState, RouterLink],
  templateUrl: './withdraw-plan.html',
})
export class WithdrawPlan {
  readonly id = input.required<string>();
  readonly plan = input.required<string>();
  protected readonly reasons = reasonChoices;
  protected readonly round = httpResource<RoundResponse>(() => `/api/rounds/${this.id()}`);
  protected readonly loaded = computed(() => (this.round.hasValue() ? this.round.value() : null));
  protected readonly sampled = computed(
    () => this.loaded()?.sample?.plans.find(({ planId }) => planId === this.plan()) ?? null,
  );
  protected readonly heading = computed(() => {
    const sampled = this.sampled();
    return sampled ? `Withdraw ${sampled.planRef}` : 'Withdraw a plan';
  });
  protected readonly model = signal({ reason: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.reason, { message: 'Choose why the plan cannot be audited' });
  });
  protected readonly attempt = formAttempt(this.form);
  private readonly client = inject(ProgrammeClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async withdraw(
    { id, version }: RoundResponse,
    { planId, planRef }: SampledPlanResponse,
  ): Promise<void> {
    const reason = this.model().reason as WithdrawalReason;
    const isDone = await this.attempt.send(async () => {
      const round = await this.client.withdrawPlan(id, { planId, reason, version });
      const replacement = round.sample?.plans.find(({ inPlaceOf }) => inPlaceOf === planRef);
      this.notices.onNextPage(
        replacement
          ? `${planRef} is withdrawn, and ${replacement.planRef} takes its place`
          : `${planRef} is withdrawn. No plan takes its place`,
      );
    });
    if (isDone) await this.router.navigateByUrl(`/programme/rounds/${id}`);
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.round.reload();
    this.focus.focusHeading();
  }
}
