import { Component, computed, inject } from '@angular/core';
import { SummaryList } from '../../components/summary-list';
import { documentRows, planRows } from './answer-words';
import { ScoringAnswers } from './saving/scoring-answers';

/** What the register says of the plan, beside the form: which plan it is, and never whose. */
@Component({
  selector: 'app-plan-facts',
  imports: [SummaryList],
  template: `
    <section class="app-columns__beside" aria-labelledby="plan-heading">
      @if (document().length > 0) {
        <h2 class="govuk-heading-m">The document you score</h2>
        <app-summary-list [rows]="document()" />
      }
      <h2 class="govuk-heading-m" id="plan-heading">The plan on the day of the draw</h2>
      <app-summary-list [rows]="rows()" />
    </section>
  `,
})
export class PlanFacts {
  private readonly answers = inject(ScoringAnswers);
  protected readonly document = computed(() =>
    documentRows(this.answers.scoring()?.document ?? null),
  );
  protected readonly rows = computed(() => {
    const plan = this.answers.scoring()?.plan;
    return plan ? planRows(plan) : [];
  });
}
