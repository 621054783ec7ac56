import { afterRenderEffect, Component, ElementRef, input, viewChild } from '@angular/core';
import type { SummaryItem } from '../platform/form-attempt';

/** Says at the top of the page what is wrong, takes the focus, and leads to each field. */
@Component({
  selector: 'app-error-summary',
  templateUrl: './error-summary.html',
})
export class ErrorSummary {
  readonly items = input.required<readonly SummaryItem[]>();
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  constructor() {
    afterRenderEffect(() => {
      if (this.items().length > 0) this.box()?.nativeElement.focus();
    });
  }

  protected goTo(item: SummaryItem, event: Event): void {
    // Following the link itself would be a navigation, because addresses here are the router's.
    event.preventDefault();
    item.focus?.();
  }
}
