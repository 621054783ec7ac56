import { Component, input } from '@angular/core';

/** Stops before an act that cannot be taken back: what will happen, the act, and the way out. */
@Component({
  selector: 'app-interruption-panel',
  template: `
    <div class="app-interruption">
      @if (isSample()) {
        <h3 class="govuk-heading-l">{{ heading() }}</h3>
      } @else {
        <h1 class="govuk-heading-l">{{ heading() }}</h1>
      }
      <ng-content />
    </div>
  `,
})
export class InterruptionPanel {
  readonly heading = input.required<string>();
  /** The panel is a page of its own and has its heading; shown among others it is one of many. */
  readonly isSample = input(false);
}
