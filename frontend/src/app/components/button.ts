import { Directive, input } from '@angular/core';

export type ButtonKind = 'primary' | 'secondary' | 'warning' | 'inverse';

/** The look of a button, on a real button or on a link that leads to an act's page. */
@Directive({
  selector: 'button[appButton], a[appButton]',
  host: {
    class: 'govuk-button',
    '[class.govuk-button--secondary]': "kind() === 'secondary'",
    '[class.govuk-button--warning]': "kind() === 'warning'",
    '[class.govuk-button--inverse]': "kind() === 'inverse'",
  },
})
export class Button {
  readonly kind = input<ButtonKind | ''>('primary', { alias: 'appButton' });
}
