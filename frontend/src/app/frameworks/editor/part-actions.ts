import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '../../components/button';

/** Saves what is typed on the page of a part, or leaves it as it was. */
@Component({
  selector: 'app-part-actions',
  imports: [Button, RouterLink],
  template: `
    <div class="app-actions">
      <button type="submit" appButton>{{ label() }}</button>
      <a class="govuk-link govuk-body govuk-!-margin-bottom-0" [routerLink]="back()">Cancel</a>
    </div>
  `,
})
export class PartActions {
  readonly label = input('Save');
  /** The address of the page above. */
  readonly back = input.required<string>();
}
