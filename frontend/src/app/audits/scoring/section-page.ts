import { computed, Directive, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Crumb } from '../../components/breadcrumbs';
import type { HeldAnswer } from './saving/held-answer';
import { ScoringAnswers } from './saving/scoring-answers';
import { ScoringProgress } from './scoring-progress';
import { faultOnPage, faultsOfUnsaved, sectionAttempt, type SectionFault } from './section-attempt';
import { sectionEndId } from './section-end';

/** What the pages of the sweep, of a domain and of the facts do in the same way. */
@Directive()
export abstract class SectionPage {
  /** Where the person came from: the check sends people to one answer and has them back. */
  readonly from = input<string>();
  protected readonly answers = inject(ScoringAnswers);
  protected readonly progress = inject(ScoringProgress);
  private readonly router = inject(Router);
  private readonly isUndecided = signal(false);
  protected readonly crumbs = computed((): Crumb[] => {
    const scoring = this.answers.scoring();
    return [
      { title: 'My audits', link: '/scorings' },
      { title: scoring?.reference ?? 'Scoring', link: `/scorings/${scoring?.id ?? ''}` },
    ];
  });
  private readonly faults = computed(() => [
    ...this.progress
      .faults()
      .filter((fault) => this.isHere(fault))
      .map(faultOnPage),
    ...faultsOfUnsaved(this.answers.unsaved().filter((answer) => this.isHere(answer))),
  ]);
  protected readonly attempt = sectionAttempt(this.faults);
  protected readonly endError = computed(() => (this.isUndecided() ? notSaid.message : null));

  protected abstract isHere(answer: Pick<HeldAnswer, 'kind' | 'key'>): boolean;

  protected async end(isCompleted: 'yes' | 'no' | null): Promise<void> {
    this.isUndecided.set(isCompleted === null);
    this.attempt.forget();
    if (isCompleted === null) {
      this.attempt.make([notSaid]);
      return;
    }
    await this.answers.saveEverything();
    if (isCompleted === 'yes' && !this.attempt.make()) return;
    const page = this.from() === 'check' ? ['check'] : [];
    await this.router.navigate(['/scorings', this.answers.scoring()?.id ?? '', ...page]);
  }
}

const notSaid: SectionFault = {
  fieldId: sectionEndId,
  message: 'Say whether you have completed this section',
};
