import { Component, computed, input } from '@angular/core';
import { PartLayout } from './part-layout';
import { PartList } from './part-list';
import { listedKinds, listedParts, type ListedKind } from './part-kinds';
import { PartPage } from './part-page';

/** The things of one kind: added to, put in order, taken out, and each with a page of its own. */
@Component({
  selector: 'app-edit-list',
  imports: [PartLayout, PartList],
  template: `
    <app-part-layout [heading]="words().title" [steps]="steps()" [attempts]="[acts]">
      <p class="app-lede">{{ words().lede }}</p>
      <app-part-list [kind]="kind()" [items]="items()" [steps]="steps()" [attempt]="acts" />
    </app-part-layout>
  `,
})
export class EditList extends PartPage {
  /** From the route. */
  readonly kind = input.required<ListedKind>();
  protected readonly words = computed(() => listedKinds[this.kind()]);
  protected readonly steps = computed(() => [this.words().step]);
  protected readonly items = computed(() => listedParts(this.definition(), this.kind()));
}
