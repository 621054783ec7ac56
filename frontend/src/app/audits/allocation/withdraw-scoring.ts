import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { AuditListResponse } from '@app/shared/contracts';
import {
  calendarDayInWords,
  scoringWithdrawalReasons,
  scoringWithdrawalReasonTitle,
  type ScoringWithdrawalReason,
} from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import type { Choice } from '../../components/choice';
import { ErrorSummary } from '../../components/error-summary';
import { InterruptionPanel } from '../../components/interruption-panel';
import { ReadState } from '../../components/read-state';
import { Select } from '../../components/select';
import { formAttempt } from '../../platform/form-attempt';
import { NavigationFocus } from '../../platform/navigation-focus';
import { Notices } from '../../platform/notices';
import { AuditsClient } from '../audits-client';
import { findScoring, roundAddress, type FoundScoring } from './round-reading';

@Component({
  selector: 'app-withdraw-scoring',
  imports: [
    Breadcrumbs,
    Button,
    ErrorSummary,
    FormField,
    FormRoot,
    InterruptionPanel,
    ReadState,
    RouterLink,
    Select,
  ],
  templateUrl: './withdraw-scoring.html',
})
export class WithdrawScoring {
  readonly round = input.required<string>();
  readonly scoring = input.required<string>();
  protected readonly reading = httpResource<AuditListResponse>(
    () => `/api/rounds/${this.round()}/audits`,
  );
  protected readonly back = computed(() => roundAddress(this.round()));
  protected readonly found = computed(() =>
    this.reading.hasValue() ? findScoring(this.reading.value(), this.scoring()) : null,
  );
  protected readonly heading = computed(() => {
    const found = this.found();
    if (!found) return 'Withdraw a scoring';
    const { audit, scoring } = found;
    const what = `the ${scoring.agency.title} scoring of ${audit.reference}`;
    if (scoring.progress === 'withdrawn') return `${what.replace('the', 'The')} is withdrawn`;
    return this.mayBeWithdrawn(found) ? `Withdraw ${what}?` : `${what.replace('the', 'The')} stays`;
  });
  protected readonly choices: readonly Choice[] = scoringWithdrawalReasons.map((reason) => ({
    value: reason,
    label: scoringWithdrawalReasonTitle[reason],
  }));
  protected readonly model = signal({ reason: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.reason, { message: 'Choose why the scoring is withdrawn' });
  });
  protected readonly attempt = formAttempt(this.form);
  private readonly client = inject(AuditsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected mayBeWithdrawn({ audit, scoring }: FoundScoring): boolean {
    const isOpen = scoring.progress === 'not-started' || scoring.progress === 'in-progress';
    return isOpen && audit.isDue;
  }

  protected whyNot({ audit, scoring }: FoundScoring): string {
    if (scoring.progress === 'withdrawn') return 'There is nothing more to do.';
    if (scoring.progress === 'submitted') return 'It is submitted, and what is submitted stays.';
    const day = calendarDayInWords(audit.dueOn);
    return `A scoring can be withdrawn from its due date on, which is ${day}.`;
  }

  protected async withdraw({ audit, scoring }: FoundScoring): Promise<void> {
    const reason = this.model().reason as ScoringWithdrawalReason;
    const isDone = await this.attempt.send(() =>
      this.client.withdraw(scoring.id, { reason, version: scoring.version }),
    );
    if (!isDone) return;
    this.notices.onNextPage(
      `The ${scoring.agency.title} scoring of ${audit.reference} is withdrawn`,
    );
    await this.router.navigateByUrl(this.back());
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.reading.reload();
    this.focus.focusHeading();
  }
}
