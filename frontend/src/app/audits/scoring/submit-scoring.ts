import { Component, computed, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { ScoringResponse } from '@app/shared/contracts';
import { Breadcrumbs, type Crumb } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { InterruptionPanel } from '../../components/interruption-panel';
import { formAttempt } from '../../platform/form-attempt';
import { NavigationFocus } from '../../platform/navigation-focus';
import { Notices } from '../../platform/notices';
import { AuditsClient } from '../audits-client';
import { ScoringAnswers } from './saving/scoring-answers';

@Component({
  selector: 'app-submit-scoring',
  imports: [Breadcrumbs, Button, ErrorSummary, InterruptionPanel, RouterLink],
  templateUrl: './submit-scoring.html',
})
export class SubmitScoring {
  protected readonly answers = inject(ScoringAnswers);
  protected readonly address = computed(() => `/scorings/${this.answers.scoring()?.id ?? ''}`);
  protected readonly crumbs = computed((): Crumb[] => [
    { title: 'My audits', link: '/scorings' },
    { title: this.answers.scoring()?.reference ?? 'Scoring', link: this.address() },
    { title: 'Check your scoring', link: `${this.address()}/check` },
  ]);
  private readonly nothing = form(signal({}));
  protected readonly attempt = formAttempt(this.nothing);
  private readonly client = inject(AuditsClient);
  private readonly notices = inject(Notices);
  private readonly focus = inject(NavigationFocus);

  protected async submit({ id, reference, version }: ScoringResponse): Promise<void> {
    await this.attempt.send(async () => {
      await this.client.submit(id, version);
      this.notices.onNextPage(`Your scoring of ${reference} is submitted and locked`);
      // Submitted, the scoring leads to its first page by itself.
      await this.answers.readAgain();
    });
  }

  protected async loadLatest(): Promise<void> {
    this.attempt.clear();
    this.focus.focusHeading();
    await this.answers.readAgain();
  }
}
