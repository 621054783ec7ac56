import { inject, Injectable, signal } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** The sentence about what has just succeeded, and whether the person is on its page already. */
export interface Success {
  sentence: string;
  isHere: boolean;
}

/** Carries the sentence about what has just succeeded to the page that comes next. */
@Injectable({ providedIn: 'root' })
export class Notices {
  readonly success = signal<Success | null>(null);
  private next: Success | null = null;

  constructor() {
    inject(Router)
      .events.pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe(() => {
        this.success.set(this.next);
        this.next = null;
      });
  }

  /** Shown on the page the person is taken to. */
  onNextPage(sentence: string): void {
    this.next = { sentence, isHere: false };
  }

  /** Shown on this page at once. */
  here(sentence: string): void {
    this.success.set({ sentence, isHere: true });
  }

  clear(): void {
    this.success.set(null);
  }
}
