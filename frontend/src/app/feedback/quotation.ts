import { Component, computed, input } from '@angular/core';
import type { QuotationResponse } from '@app/shared/contracts';
import { sectionsInWords } from '@app/shared/domain';

/** What an agency wrote, with the agency and the place in the plan, and nobody's name. */
@Component({
  selector: 'app-quotation',
  template: `
    <figure class="app-quotation">
      <blockquote class="app-break">{{ quotation().text }}</blockquote>
      <figcaption>{{ origin() }}</figcaption>
    </figure>
  `,
})
export class Quotation {
  readonly quotation = input.required<QuotationResponse>();
  protected readonly origin = computed(() => {
    const { agency, sections } = this.quotation();
    return sections.length === 0 ? agency.title : `${agency.title}, ${sectionsInWords(sections)}`;
  });
}
