import { Component, input } from '@angular/core';
import { leadsWordsNote, type Summary } from '@app/shared/domain';

/** A list of the first page: drawn from the numbers, or in the lead's words. */
@Component({
  selector: 'app-report-summary',
  template: `
    <ol class="govuk-list govuk-list--number">
      @if (summary().leadsWords; as words) {
        @for (paragraph of words; track $index) {
          <li class="app-break">{{ paragraph }}</li>
        }
      } @else {
        @for (statement of summary().statements; track $index) {
          <li>
            @if (statement.lead; as lead) {
              <strong>{{ lead }}</strong>
            }
            {{ statement.text }}
          </li>
        }
      }
    </ol>
    @if (summary().leadsWords) {
      <p class="govuk-body app-muted">{{ leadsWordsNote }}</p>
    }
  `,
})
export class ReportSummary {
  readonly summary = input.required<Summary>();
  protected readonly leadsWordsNote = leadsWordsNote;
}
