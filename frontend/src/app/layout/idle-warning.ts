import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Button } from '../components/button';
import { Modal } from '../components/modal';
import { IdleWatch } from '../platform/idle-watch';
import { Notices } from '../platform/notices';
import { problemOf } from '../platform/problem';
import { SessionClient } from '../platform/session-client';
import { SignInAgain } from '../platform/sign-in-again';
import { timeLeftInWords } from './time-left';

/** Warns before the session ends for want of use, and asks for a new sign-in when it has ended. */
@Component({
  selector: 'app-idle-warning',
  imports: [Button, Modal],
  templateUrl: './idle-warning.html',
})
export class IdleWarning {
  protected readonly problem = signal<string | null>(null);
  protected readonly isOpen = computed(() => this.idle.phase() === 'warning');
  protected readonly timeLeft = computed(() => timeLeftInWords(this.idle.secondsLeft()));
  private readonly idle = inject(IdleWatch);
  private readonly client = inject(SessionClient);
  private readonly again = inject(SignInAgain);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);

  constructor() {
    effect(() => {
      if (this.idle.phase() === 'ended') untracked(() => void this.again.ask());
    });
  }

  protected async stay(): Promise<void> {
    this.problem.set(null);
    try {
      await this.client.stay();
    } catch (error) {
      this.problem.set(problemOf(error).detail);
    }
  }

  protected async signOut(): Promise<void> {
    this.problem.set(null);
    try {
      await this.client.signOut();
      this.notices.onNextPage('You have signed out');
      await this.router.navigateByUrl('/sign-in');
    } catch (error) {
      this.problem.set(problemOf(error).detail);
    }
  }
}
