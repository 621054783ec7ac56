import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { SessionStore } from './session-store';

export type IdlePhase = 'off' | 'active' | 'warning' | 'ended';

/**
 * Knows how long the session has left. It counts from the last answer of the server on this
 * computer's own clock, so a clock that is set wrong does no harm. Other tabs tell of their answers,
 * so that a tab left open in the background does not warn while the person works in another.
 */
@Injectable({ providedIn: 'root' })
export class IdleWatch {
  readonly phase = signal<IdlePhase>('off');
  readonly secondsLeft = signal(0);
  private readonly session = inject(SessionStore);
  private readonly otherTabs = new BroadcastChannel('session');
  private lastAnswerAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const document = inject(DOCUMENT);
    // Timers sleep with the computer; what is left is judged anew when the page is seen again.
    document.addEventListener('visibilitychange', () => this.judge());
    this.otherTabs.addEventListener('message', () => this.restart());
    inject(DestroyRef).onDestroy(() => this.otherTabs.close());
  }

  /** The server has answered, and so has begun the idle time again. */
  answered(): void {
    if (!this.session.isSignedIn()) return;
    this.otherTabs.postMessage('answered');
    this.phase.set('active');
    this.restart();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.phase.set('off');
  }

  private restart(): void {
    // An ended session is not brought back by another tab: whose it is has to be shown first.
    if (this.phase() === 'off' || this.phase() === 'ended') return;
    this.lastAnswerAt = Date.now();
    this.judge();
  }

  private judge(): void {
    if (this.phase() === 'off' || this.phase() === 'ended') return;
    clearTimeout(this.timer);
    const left = this.session.idleSeconds() - (Date.now() - this.lastAnswerAt) / 1000;
    const warnSeconds = this.session.warnSeconds();
    this.secondsLeft.set(Math.max(0, Math.ceil(left)));
    if (left <= 0) {
      this.phase.set('ended');
    } else if (left <= warnSeconds) {
      this.phase.set('warning');
      this.timer = setTimeout(() => this.judge(), 1000);
    } else {
      this.phase.set('active');
      this.timer = setTimeout(() => this.judge(), (left - warnSeconds) * 1000);
    }
  }
}
