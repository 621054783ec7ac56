import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

export interface Crumb {
  title: string;
  link: string;
}

/** The pages above this one; the page itself is not among them, because its heading names it. */
@Component({
  selector: 'app-breadcrumbs',
  imports: [RouterLink],
  template: `
    <nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol class="govuk-breadcrumbs__list">
        @for (crumb of crumbs(); track crumb.link) {
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" [routerLink]="crumb.link">{{ crumb.title }}</a>
          </li>
        }
      </ol>
    </nav>
  `,
})
export class Breadcrumbs {
  readonly crumbs = input.required<readonly Crumb[]>();
}

@Component({
  selector: 'app-back-link',
  imports: [RouterLink],
  template: `<a class="govuk-back-link" [routerLink]="link()">{{ title() }}</a>`,
})
export class BackLink {
  readonly link = input.required<string>();
  readonly title = input('Back');
}
