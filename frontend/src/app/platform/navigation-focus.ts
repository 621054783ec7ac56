import { afterNextRender, DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/**
 * Moves focus to the new page's heading, or to the control that the address names, as a browser does
 * when it loads a page: a screen reader then reads where the person has come to. A change of filters
 * alone is not a new page.
 */
@Injectable({ providedIn: 'root' })
export class NavigationFocus {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private path: string | null = null;

  watch(): void {
    this.router.events
      .pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe((event) => {
        const path = event.urlAfterRedirects.split(/[?#]/)[0] ?? '';
        const isFirst = this.path === null;
        const isSamePage = this.path === path;
        this.path = path;
        const part = event.urlAfterRedirects.split('#')[1];
        if (!isFirst && !isSamePage) this.focusArrival(part);
      });
  }

  private focusArrival(part: string | undefined): void {
    afterNextRender(
      () => {
        const control = part ? this.document.getElementById(part) : null;
        if (control) control.focus();
        else this.focusHeading();
      },
      { injector: this.injector },
    );
  }

  /** Also for pages that become another page without a change of address. */
  focusHeading(): void {
    afterNextRender(
      () => {
        const heading = this.document.querySelector<HTMLElement>('main h1');
        heading?.setAttribute('tabindex', '-1');
        heading?.focus({ preventScroll: true });
      },
      { injector: this.injector },
    );
  }
}
