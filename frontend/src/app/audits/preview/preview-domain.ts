import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, type Crumb } from '../../components/breadcrumbs';
import { InsetText } from '../../components/texts';
import { PageTitles } from '../../platform/page-titles';
import { CriterionQuestion } from '../scoring/criterion-question';
import { ScoringProgress } from '../scoring/scoring-progress';
import { sectionAttempt } from '../scoring/section-attempt';
import { PreviewAnswers } from './preview-answers';

/** One domain of a draft as one agency would meet it. */
@Component({
  selector: 'app-preview-domain',
  imports: [Breadcrumbs, CriterionQuestion, InsetText, RouterLink],
  templateUrl: './preview-domain.html',
})
export class PreviewDomain {
  /** Key of the domain in the address. */
  readonly domain = input.required<string>();
  protected readonly answers = inject(PreviewAnswers);
  protected readonly progress = inject(ScoringProgress);
  private readonly all = computed(() => this.progress.parts().domains);
  private readonly place = computed(() => this.all().findIndex(({ key }) => key === this.domain()));
  protected readonly shown = computed(() => this.all()[this.place()] ?? null);
  protected readonly next = computed(() =>
    this.place() < 0 ? null : (this.all()[this.place() + 1] ?? null),
  );
  protected readonly crumbs = computed((): Crumb[] => [
    { title: 'Frameworks', link: '/frameworks' },
    {
      title: this.answers.form()?.framework.title || 'Draft',
      link: `/frameworks/drafts/${this.answers.scoring()?.id ?? ''}`,
    },
    {
      title: `Preview: the form of ${this.answers.scoring()?.agency.title ?? ''}`,
      link: this.answers.address(),
    },
  ]);
  /** Nothing is sent from here, so nothing is missing. */
  protected readonly attempt = sectionAttempt(signal([]));

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      const domain = this.shown();
      if (domain) titles.name(`Preview: ${domain.title}`);
    });
  }
}
