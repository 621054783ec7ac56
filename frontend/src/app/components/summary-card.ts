import { Component, input } from '@angular/core';
import { SummaryList, type SummaryRow } from './summary-list';

/** A summary list with a heading of its own, where a page has several. */
@Component({
  selector: 'app-summary-card',
  imports: [SummaryList],
  template: `
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <h2 class="govuk-summary-card__title">{{ heading() }}</h2>
      </div>
      <div class="govuk-summary-card__content"><app-summary-list [rows]="rows()" /></div>
    </div>
  `,
})
export class SummaryCard {
  readonly heading = input.required<string>();
  readonly rows = input.required<readonly SummaryRow[]>();
}
