import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { AbsentPlanListResponse, AbsentPlanResponse } from '@app/shared/contracts';
import {
  absenceDecisions,
  calendarDayInWords,
  settingTypeTitle,
  type AbsenceDecision,
} from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { Pagination } from '../components/pagination';
import { Radios } from '../components/radios';
import { ReadState } from '../components/read-state';
import { Tag } from '../components/tag';
import { counted } from '../platform/counted';
import { chosenOnly } from '../platform/chosen-only';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { yearInWords } from './plan-words';
import { PlansClient } from './plans-client';

/** Plans in force that a register did not have, for the lead to keep or cease, a page at a time. */
@Component({
  selector: 'app-absent-plans',
  imports: [
    Breadcrumbs,
    Button,
    ErrorSummary,
    FormField,
    FormRoot,
    Pagination,
    Radios,
    ReadState,
    RouterLink,
    Tag,
  ],
  templateUrl: './absent-plans.html',
})
export class AbsentPlans {
  readonly id = input.required<string>();
  readonly page = input<string>();

  protected readonly absent = httpResource<AbsentPlanListResponse>(() => ({
    url: `/api/plan-registers/${this.id()}/absent`,
    params: chosenOnly({ page: this.page() }),
  }));
  protected readonly loaded = computed(() => (this.absent.hasValue() ? this.absent.value() : null));
  protected readonly waiting = computed(() =>
    this.plans().filter((plan) => plan.decision === null),
  );
  protected readonly decided = computed(() =>
    this.plans().filter((plan) => plan.decision !== null),
  );
  protected readonly model = linkedSignal(() => ({ decisions: this.waiting().map(() => '') }));
  protected readonly form = form(this.model);
  protected readonly attempt = formAttempt(this.form);
  protected readonly decisionTitle: Record<AbsenceDecision, string> = {
    keep: 'Kept',
    cease: 'Ceased',
  };
  protected readonly choices = [
    { value: 'keep', label: 'Keep' },
    { value: 'cease', label: 'Cease' },
  ];
  protected readonly counted = counted;
  private readonly client = inject(PlansClient);
  private readonly notices = inject(Notices);
  private readonly focus = inject(NavigationFocus);

  protected describe(plan: AbsentPlanResponse): string {
    return [
      yearInWords(plan),
      settingTypeTitle[plan.settingType],
      plan.localAuthority,
      plan.team ?? 'no team',
      `latest issued ${calendarDayInWords(plan.latestIssuedOn)}`,
    ].join(', ');
  }

  protected chooseAll(decision: AbsenceDecision): void {
    this.model.update(({ decisions }) => ({ decisions: decisions.map(() => decision) }));
  }

  protected async save(): Promise<void> {
    this.notices.clear();
    const chosen = this.model().decisions;
    const decisions = this.waiting().flatMap(({ id: planId, version }, index) => {
      const decision = absenceDecisions.find((one) => one === chosen[index]);
      return decision ? [{ planId, version, decision }] : [];
    });
    const isDone = await this.attempt.send(() => this.client.settleAbsent(this.id(), decisions));
    if (!isDone) return;
    this.notices.here(settledInWords(decisions.map(({ decision }) => decision)));
    this.absent.reload();
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.absent.reload();
    this.focus.focusHeading();
  }

  private plans(): AbsentPlanResponse[] {
    return this.loaded()?.plans ?? [];
  }
}

/** "2 plans are kept. 1 plan is ceased", without what nobody chose. */
function settledInWords(decisions: readonly AbsenceDecision[]): string {
  const { length: kept } = decisions.filter((decision) => decision === 'keep');
  const ceased = decisions.length - kept;
  return [
    ...(kept > 0 ? [counted(kept, 'plan is kept', 'plans are kept')] : []),
    ...(ceased > 0 ? [counted(ceased, 'plan is ceased', 'plans are ceased')] : []),
  ].join('. ');
}
