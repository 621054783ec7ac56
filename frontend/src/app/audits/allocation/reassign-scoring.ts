import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { AuditListResponse } from '@app/shared/contracts';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import type { Choice } from '../../components/choice';
import { ErrorSummary } from '../../components/error-summary';
import { Radios } from '../../components/radios';
import { ReadState } from '../../components/read-state';
import { formAttempt } from '../../platform/form-attempt';
import { NavigationFocus } from '../../platform/navigation-focus';
import { Notices } from '../../platform/notices';
import { AuditsClient } from '../audits-client';
import { counted } from '../../platform/counted';
import { findScoring, roundAddress, type FoundScoring } from './round-reading';

@Component({
  selector: 'app-reassign-scoring',
  imports: [Breadcrumbs, Button, ErrorSummary, FormField, FormRoot, Radios, ReadState, RouterLink],
  templateUrl: './reassign-scoring.html',
})
export class ReassignScoring {
  readonly round = input.required<string>();
  readonly scoring = input.required<string>();
  protected readonly reading = httpResource<AuditListResponse>(
    () => `/api/rounds/${this.round()}/audits`,
  );
  protected readonly back = computed(() => roundAddress(this.round()));
  protected readonly found = computed(() =>
    this.reading.hasValue() ? findScoring(this.reading.value(), this.scoring()) : null,
  );
  /** Of the same agency; whether one has a conflict of interest with the plan the service knows. */
  protected readonly choices = computed((): Choice[] => {
    const found = this.found();
    if (!this.reading.hasValue() || !found) return [];
    return this.reading
      .value()
      .auditors.filter(
        ({ id, agency }) => agency === found.scoring.agency.key && id !== found.scoring.auditor?.id,
      )
      .map(({ id, fullName, openScorings }) => ({
        value: id,
        label: fullName,
        hint: counted(openScorings, 'open scoring', 'open scorings'),
      }));
  });
  protected readonly model = signal({ auditorId: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.auditorId, { message: 'Choose an auditor from the list' });
  });
  protected readonly attempt = formAttempt(this.form);
  private readonly client = inject(AuditsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async reassign({ audit, scoring }: FoundScoring): Promise<void> {
    const { auditorId } = this.model();
    const name = this.choices().find(({ value }) => value === auditorId)?.label ?? '';
    const isDone = await this.attempt.send(() =>
      this.client.reassign(scoring.id, { auditorId, version: scoring.version }),
    );
    if (!isDone) return;
    this.notices.onNextPage(`${name} now scores ${audit.reference} for ${scoring.agency.title}`);
    await this.router.navigateByUrl(this.back());
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.reading.reload();
    this.focus.focusHeading();
  }
}
