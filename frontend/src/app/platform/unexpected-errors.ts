import { inject, Injectable, Injector, type ErrorHandler } from '@angular/core';
import { Router } from '@angular/router';
import { httpFailureIn } from './problem';

/** A fault of the page itself is written to the browser's console and said on a page of its own. */
@Injectable()
export class UnexpectedErrors implements ErrorHandler {
  // The router is asked for late, because it needs the error handler itself.
  private readonly injector = inject(Injector);
  private isShowingPage = false;

  handleError(error: unknown): void {
    console.error(error);
    // A refused request is told where it was made; only faults of the page need the page.
    if (httpFailureIn(error)) return;
    void this.showPage();
  }

  /** An error of the way to the page must not start the way to the page again. */
  private async showPage(): Promise<void> {
    if (this.isShowingPage) return;
    this.isShowingPage = true;
    try {
      await this.injector
        .get(Router)
        .navigateByUrl('/something-went-wrong', { skipLocationChange: true });
    } finally {
      this.isShowingPage = false;
    }
  }
}
