import { Component, DOCUMENT, effect, inject, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ReadState } from '../../components/read-state';
import { NavigationFocus } from '../../platform/navigation-focus';
import { DraftStore } from './draft-store';

/** What the pages of one draft share: the draft, read once. */
@Component({
  selector: 'app-editor-frame',
  imports: [ReadState, RouterOutlet],
  providers: [DraftStore],
  template: `
    @if (store.draft()) {
      <router-outlet />
    } @else {
      <h1 class="govuk-heading-l">Draft of a framework</h1>
      <app-read-state [resource]="store.reading" subject="the draft" />
    }
  `,
})
export class EditorFrame {
  readonly id = input.required<string>();
  protected readonly store = inject(DraftStore);

  constructor() {
    const focus = inject(NavigationFocus);
    const document = inject(DOCUMENT);
    effect(() => this.store.open(this.id()));
    effect(() => {
      // The heading of the waiting page goes, and the focus must not go with it.
      if (this.store.draft() && document.activeElement?.localName === 'h1') focus.focusHeading();
    });
  }
}
