import { Component, computed, DOCUMENT, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { scoringLimits } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { ErrorSummary } from '../../components/error-summary';
import { TextInput } from '../../components/text-input';
import { InsetText } from '../../components/texts';
import { PageTitles } from '../../platform/page-titles';
import { CriterionQuestion } from './criterion-question';
import { LeakWarning } from './leak-warning';
import { AnswerConflict } from './answer-conflict';
import { answerId, type HeldAnswer } from './saving/held-answer';
import { PlanFacts } from './plan-facts';
import { ScoringStrip } from './scoring-strip';
import type { Unscored } from './scoring-progress';
import { errorList, goToField } from './section-attempt';
import { SectionEnd } from './section-end';
import { SectionPage } from './section-page';

@Component({
  selector: 'app-score-domain',
  imports: [
    AnswerConflict,
    Breadcrumbs,
    CriterionQuestion,
    ErrorSummary,
    InsetText,
    LeakWarning,
    RouterLink,
    PlanFacts,
    ScoringStrip,
    SectionEnd,
    TextInput,
  ],
  templateUrl: './score-domain.html',
})
export class ScoreDomain extends SectionPage {
  readonly domain = input.required<string>();
  /** Domains in which this agency has something to score. */
  protected readonly all = computed(() =>
    this.progress.parts().domains.filter((one) => this.progress.criteriaOf(one).length > 0),
  );
  private readonly place = computed(() => this.all().findIndex(({ key }) => key === this.domain()));
  protected readonly shown = computed(() => this.all()[this.place()] ?? null);
  protected readonly before = computed(() => this.all()[this.place() - 1] ?? null);
  protected readonly after = computed(() =>
    this.place() < 0 ? null : (this.all()[this.place() + 1] ?? null),
  );
  protected readonly criteria = computed(() => {
    const domain = this.shown();
    return domain ? this.progress.criteriaOf(domain) : [];
  });
  /** "Domain 4 of 9, 5 of 8 scored" */
  protected readonly counts = computed(() => {
    const own = this.progress.domains().find((one) => one.domain === this.domain());
    const place = `Domain ${this.place() + 1} of ${this.all().length}`;
    return `${place}, ${own?.answered ?? 0} of ${own?.applicable ?? 0} scored`;
  });
  protected readonly isSweepOpen = computed(() =>
    this.progress.questions().some(({ value }) => value === null),
  );
  private readonly last = signal<Unscored | null>(null);
  protected readonly next = computed(() => this.progress.nextUnscored(this.last()));
  protected readonly strength = computed(() => this.answers.answer('strength', this.domain()));
  protected readonly strengthMax = scoringLimits.strengthMax;
  protected readonly errorList = errorList;
  private readonly document = inject(DOCUMENT);
  private readonly pages = inject(Router);

  constructor() {
    super();
    const titles = inject(PageTitles);
    effect(() => {
      const domain = this.shown();
      if (domain) titles.name(domain.title);
    });
    effect(() => {
      // The page stays while it goes from domain to domain; what was said of one is not of the next.
      this.domain();
      this.attempt.forget();
      this.last.set(null);
    });
  }

  protected focused(criterion: string): void {
    this.last.set({ domain: this.domain(), criterion });
  }

  protected async goToNext(event: Event, { domain, criterion }: Unscored): Promise<void> {
    // Following the link itself would be a navigation, because addresses here are the router's.
    event.preventDefault();
    const fieldId = answerId({ kind: 'criterion', key: criterion });
    if (domain === this.domain()) {
      goToField(this.document, fieldId);
      return;
    }
    const id = this.answers.scoring()?.id ?? '';
    await this.pages.navigate(['/scorings', id, 'domains', domain], { fragment: fieldId });
  }

  protected write(text: string): void {
    this.answers.type('strength', this.domain(), { value: text });
  }

  protected override isHere({ kind, key }: Pick<HeldAnswer, 'kind' | 'key'>): boolean {
    if (kind === 'strength') return key === this.domain();
    return kind === 'criterion' && this.criteria().some((criterion) => criterion.key === key);
  }
}
