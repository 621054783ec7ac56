import { httpResource } from '@angular/common/http';
import { Component, computed, DOCUMENT, effect, inject, input, untracked } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import type { FrameworkDraftResponse } from '@app/shared/contracts';
import { ReadState } from '../../components/read-state';
import { NavigationFocus } from '../../platform/navigation-focus';
import { ScoringAnswers } from '../scoring/saving/scoring-answers';
import { ScoringProgress } from '../scoring/scoring-progress';
import { PreviewAnswers } from './preview-answers';

/** What the pages of a preview share: the draft as one agency would meet it, and what is tried in it. */
@Component({
  selector: 'app-preview-frame',
  imports: [ReadState, RouterOutlet],
  providers: [
    PreviewAnswers,
    { provide: ScoringAnswers, useExisting: PreviewAnswers },
    ScoringProgress,
  ],
  template: `
    @if (isOpened()) {
      <router-outlet />
    } @else {
      <h1 class="govuk-heading-l">Preview of a form</h1>
      <app-read-state [resource]="reading" subject="the draft" />
    }
  `,
})
export class PreviewFrame {
  readonly id = input.required<string>();
  readonly agency = input.required<string>();
  private readonly answers = inject(PreviewAnswers);
  protected readonly reading = httpResource<FrameworkDraftResponse>(
    () => `/api/framework-drafts/${this.id()}`,
  );
  protected readonly isOpened = computed(() => this.answers.scoring()?.id === this.id());

  constructor() {
    const focus = inject(NavigationFocus);
    const document = inject(DOCUMENT);
    effect(() => {
      if (!this.reading.hasValue()) return;
      // The heading of the waiting page goes, and the focus must not go with it.
      const isAtHeading = document.activeElement?.localName === 'h1';
      const [draft, agency] = [this.reading.value(), this.agency()];
      untracked(() => this.answers.show(draft, agency));
      if (isAtHeading) focus.focusHeading();
    });
  }
}
