import { Injectable, signal } from '@angular/core';

/**
 * Asks the person to sign in on the page they are on, so that what they typed stays. Requests that
 * were refused meanwhile wait for the one answer.
 */
@Injectable({ providedIn: 'root' })
export class SignInAgain {
  readonly isAsked = signal(false);
  private waiting: ((isSignedIn: boolean) => void)[] = [];

  /** @returns whether the same person has signed in again */
  ask(): Promise<boolean> {
    this.isAsked.set(true);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  answer(isSignedIn: boolean): void {
    this.isAsked.set(false);
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve(isSignedIn);
  }
}
