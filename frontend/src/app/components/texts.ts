import { Component } from '@angular/core';

/** A quotation or remark set apart from the text around it. */
@Component({
  selector: 'app-inset-text',
  template: `<div class="govuk-inset-text"><ng-content /></div>`,
})
export class InsetText {}

/** A consequence that must not be missed. */
@Component({
  selector: 'app-warning-text',
  template: `
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">Warning</span>
        <ng-content />
      </strong>
    </div>
  `,
})
export class WarningText {}
