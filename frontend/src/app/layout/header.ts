import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Notices } from '../platform/notices';
import { PartnershipStore } from '../platform/partnership-store';
import { problemOf } from '../platform/problem';
import { SessionClient } from '../platform/session-client';
import { SessionStore } from '../platform/session-store';
import { personInWords } from './person-in-words';

@Component({
  selector: 'app-header',
  imports: [RouterLink],
  templateUrl: './header.html',
})
export class Header {
  protected readonly session = inject(SessionStore);
  protected readonly signOutProblem = signal<string | null>(null);
  protected readonly name = computed(
    () => this.store.partnership()?.name ?? 'EHC plan quality audit',
  );
  protected readonly person = computed(() => {
    const account = this.session.account();
    return account ? personInWords(account) : null;
  });
  private readonly store = inject(PartnershipStore);
  private readonly client = inject(SessionClient);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);

  protected async signOut(): Promise<void> {
    this.signOutProblem.set(null);
    try {
      await this.client.signOut();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code !== 'not-signed-in') {
        this.signOutProblem.set(`You are still signed in. ${problem.detail}`);
        return;
      }
      this.client.leave();
    }
    this.notices.onNextPage('You have signed out');
    await this.router.navigateByUrl('/sign-in');
  }
}
