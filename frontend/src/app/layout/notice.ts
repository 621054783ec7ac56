import { afterRenderEffect, Component, ElementRef, inject, viewChild } from '@angular/core';
import { NotificationBanner } from '../components/notification-banner';
import { Notices } from '../platform/notices';

/**
 * The success banner above the page. On a page the person stays on it takes the focus, because the
 * button that was pressed may be far below it; on a new page the focus belongs to the heading.
 */
@Component({
  selector: 'app-notice',
  imports: [NotificationBanner],
  template: `
    @if (notices.success(); as success) {
      <div #box tabindex="-1" class="app-notice">
        <app-notification-banner kind="success" [heading]="success.sentence" />
      </div>
    }
  `,
})
export class Notice {
  protected readonly notices = inject(Notices);
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  constructor() {
    afterRenderEffect(() => {
      if (this.notices.success()?.isHere) this.box()?.nativeElement.focus();
    });
  }
}
