import { Component, input } from '@angular/core';

/** The hint and the error between a control's label and the control. */
@Component({
  selector: 'app-field-words',
  template: `
    @if (hint()) {
      <div class="govuk-hint" [id]="fieldId() + '-hint'">{{ hint() }}</div>
    }
    @if (error(); as message) {
      <p class="govuk-error-message" [id]="fieldId() + '-error'">
        <span class="govuk-visually-hidden">Error:</span> {{ message }}
      </p>
    }
  `,
})
export class FieldWords {
  readonly fieldId = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string | null>(null);
}
