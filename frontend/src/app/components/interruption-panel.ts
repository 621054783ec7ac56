import { Component, input } from '@angular/core';

/** Stops before an act that cannot be taken back: what will happen, the act, and the way out. */
@Component({
  selector: 'app-interruption-panel',
  template: `
    <div class="app-interruption">
      @switch (level()) {
        @case (1) {
          <h1 class="govuk-heading-l">{{ heading() }}</h1>
        }
        @case (2) {
          <h2 class="govuk-heading-l">{{ heading() }}</h2>
        }
        @case (3) {
          <h3 class="govuk-heading-l">{{ heading() }}</h3>
        }
      }
      <ng-content />
    </div>
  `,
})
export class InterruptionPanel {
  readonly heading = input.required<string>();
  /** Of the heading: 1 where the panel is the page, more where it stands below what is decided on. */
  readonly level = input<1 | 2 | 3>(1);
}
