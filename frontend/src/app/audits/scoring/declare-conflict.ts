import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ScoringResponse } from '@app/shared/contracts';
import { conflictKinds, conflictKindTitle, type Declaration } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import type { Choice } from '../../components/choice';
import { ErrorSummary } from '../../components/error-summary';
import { Radios } from '../../components/radios';
import { formAttempt } from '../../platform/form-attempt';
import { NavigationFocus } from '../../platform/navigation-focus';
import { Notices } from '../../platform/notices';
import { AuditsClient } from '../audits-client';
import { planInWords } from './answer-words';
import { ScoringAnswers } from './saving/scoring-answers';

const choices: readonly Choice[] = [
  { value: 'none', label: 'No, I have no conflict of interest' },
  ...conflictKinds.map((kind) => ({ value: kind, label: `Yes: ${conflictKindTitle[kind]}` })),
];

/** Asked before the form is opened for the first time, because whoever has read it is no longer blind. */
@Component({
  selector: 'app-declare-conflict',
  imports: [Breadcrumbs, Button, ErrorSummary, FormField, FormRoot, Radios, RouterLink],
  templateUrl: './declare-conflict.html',
})
export class DeclareConflict {
  protected readonly answers = inject(ScoringAnswers);
  protected readonly choices = choices;
  protected readonly plan = computed(() => {
    const scoring = this.answers.scoring();
    return scoring ? planInWords(scoring.plan, scoring.document) : '';
  });
  protected readonly model = signal({ conflict: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.conflict, {
      message: 'Say whether you have a conflict of interest, and which',
    });
  });
  protected readonly attempt = formAttempt(this.form);
  private readonly client = inject(AuditsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async declare({ id, reference, version }: ScoringResponse): Promise<void> {
    const outcome = { mayScore: false };
    const isDone = await this.attempt.send(async () => {
      const conflict = this.model().conflict as Declaration;
      const declared = await this.client.declare(id, { conflict, version });
      outcome.mayScore = declared.mayScore;
      // Opened, the scoring leads on by itself.
      if (declared.mayScore) await this.answers.readAgain();
    });
    if (!isDone || outcome.mayScore) return;
    this.notices.onNextPage(
      `Your conflict of interest is on record. Someone else scores ${reference}`,
    );
    await this.router.navigateByUrl('/scorings');
  }

  protected async loadLatest(): Promise<void> {
    this.attempt.clear();
    this.focus.focusHeading();
    await this.answers.readAgain();
  }
}
