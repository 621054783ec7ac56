import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NavigationFocus } from '../platform/navigation-focus';

/** One filter that is in the address: what it is, what was chosen, and under which name. */
export interface ChosenFilter {
  name: string;
  title: string;
  value: string;
}

/** The filters of a list that are in force, each with a way to take it out. */
@Component({
  selector: 'app-chosen-filters',
  imports: [RouterLink],
  templateUrl: './chosen-filters.html',
})
export class ChosenFilters {
  readonly filters = input.required<readonly ChosenFilter[]>();
  /** The link goes with its filter, and the focus must not go with it. */
  protected readonly focus = inject(NavigationFocus);

  protected without(filters: readonly ChosenFilter[]): Record<string, null> {
    return Object.fromEntries([
      ...filters.map(({ name }) => [name, null]),
      ['page', null],
    ]) as Record<string, null>;
  }
}
