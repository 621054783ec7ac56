import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { PlanRegisterResponse } from '@app/shared/contracts';
import { calendarDayInWords } from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { InterruptionPanel } from '../components/interruption-panel';
import { ReadState } from '../components/read-state';
import { counted } from '../platform/counted';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { PlansClient } from './plans-client';

@Component({
  selector: 'app-confirm-register',
  imports: [Breadcrumbs, Button, ErrorSummary, InterruptionPanel, ReadState, RouterLink],
  templateUrl: './confirm-register.html',
})
export class ConfirmRegister {
  readonly id = input.required<string>();
  protected readonly register = httpResource<PlanRegisterResponse>(
    () => `/api/plan-registers/${this.id()}`,
  );
  protected readonly loaded = computed(() =>
    this.register.hasValue() ? this.register.value() : null,
  );
  protected readonly heading = computed(() => {
    const register = this.loaded();
    if (!register) return 'Import a register';
    const day = calendarDayInWords(register.asAtOn);
    return register.status === 'waiting'
      ? `Import the register as at ${day}?`
      : `The register as at ${day} no longer waits`;
  });
  protected readonly lines = computed(() => {
    const register = this.loaded();
    return register ? consequences(register) : [];
  });
  private readonly nothing = form(signal({}));
  protected readonly attempt = formAttempt(this.nothing);
  private readonly client = inject(PlansClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async confirm(register: PlanRegisterResponse): Promise<void> {
    const isDone = await this.attempt.send(() => this.client.confirm(register));
    if (!isDone) return;
    this.notices.onNextPage('The register is imported');
    await this.router.navigate(['/plans/registers', register.id]);
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.register.reload();
    this.focus.focusHeading();
  }
}

/** What importing does, one line for each kind of plan that there is. */
function consequences({ outcome, rowsRejected }: PlanRegisterResponse): string[] {
  if (!outcome) return [];
  const { new: added, changed, unchanged, absent } = outcome;
  const lines = [
    added > 0 && counted(added, 'new plan is added', 'new plans are added'),
    changed > 0 &&
      `${counted(changed, 'plan is changed', 'plans are changed')} to what the file says`,
    unchanged > 0 && `${counted(unchanged, 'plan stays', 'plans stay')} as now`,
    rowsRejected > 0 &&
      `${counted(rowsRejected, 'row with a problem is left out', 'rows with a problem are left out')}, and nothing is changed for it`,
    absent > 0 &&
      `${counted(absent, 'plan in force is', 'plans in force are')} not in the file: you decide afterwards whether to keep or cease each`,
  ];
  return lines.filter((line) => line !== false);
}
