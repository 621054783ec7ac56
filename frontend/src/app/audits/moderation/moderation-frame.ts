import { Component, DOCUMENT, effect, inject, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ReadState } from '../../components/read-state';
import { NavigationFocus } from '../../platform/navigation-focus';
import { ModeratedAudit } from './moderated-audit';

/** What the pages of one moderation share: the audit, read once. */
@Component({
  selector: 'app-moderation-frame',
  imports: [ReadState, RouterOutlet],
  providers: [ModeratedAudit],
  template: `
    @if (moderated.audit()) {
      <router-outlet />
    } @else {
      <h1 class="govuk-heading-l">Moderation</h1>
      <app-read-state [resource]="moderated.reading" subject="the audit" />
    }
  `,
})
export class ModerationFrame {
  readonly id = input.required<string>();
  protected readonly moderated = inject(ModeratedAudit);

  constructor() {
    const focus = inject(NavigationFocus);
    const document = inject(DOCUMENT);
    effect(() => this.moderated.open(this.id()));
    effect(() => {
      // The heading of the waiting page goes, and the focus must not go with it.
      if (this.moderated.audit() && document.activeElement?.localName === 'h1') {
        focus.focusHeading();
      }
    });
  }
}
