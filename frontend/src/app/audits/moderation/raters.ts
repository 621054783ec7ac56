import { Component, input } from '@angular/core';
import type { ModeratedCriterionResponse, ModeratedForm } from '@app/shared/contracts';
import { sectionsInWords } from '@app/shared/domain';
import { outcomeInWords, raterTitle } from './moderation-words';

/** What each rater recorded for one criterion, side by side where there is room. */
@Component({
  selector: 'app-raters',
  template: `
    <div class="app-raters">
      @for (rater of recorded().raters; track $index) {
        <section class="app-rater" [attr.aria-labelledby]="'rater-' + $index">
          <h3 class="govuk-heading-s" [id]="'rater-' + $index">{{ raterTitle(rater) }}</h3>
          <p class="app-rater__grade">{{ outcomeInWords(form(), rater.outcome) }}</p>
          <p class="govuk-body app-break">
            {{ rater.evidence ?? 'No evidence was asked for and none is given.' }}
          </p>
          @if (rater.sections.length > 0) {
            <p class="govuk-body app-muted">{{ sectionsInWords(rater.sections) }}</p>
          }
        </section>
      }
    </div>
  `,
})
export class Raters {
  readonly form = input.required<ModeratedForm>();
  readonly recorded = input.required<ModeratedCriterionResponse>();
  protected readonly raterTitle = raterTitle;
  protected readonly outcomeInWords = outcomeInWords;
  protected readonly sectionsInWords = sectionsInWords;
}
