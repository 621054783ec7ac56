import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { AccountResponse } from '@app/shared/contracts';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { InterruptionPanel } from '../components/interruption-panel';
import { ReadState } from '../components/read-state';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { AccountsClient } from './accounts-client';

@Component({
  selector: 'app-end-account',
  imports: [Breadcrumbs, Button, ErrorSummary, InterruptionPanel, ReadState, RouterLink],
  templateUrl: './end-account.html',
})
export class EndAccount {
  readonly id = input.required<string>();
  protected readonly account = httpResource<AccountResponse>(() => `/api/accounts/${this.id()}`);
  protected readonly loaded = computed(() =>
    this.account.hasValue() ? this.account.value() : null,
  );
  protected readonly heading = computed(() => {
    const account = this.loaded();
    if (!account) return 'End an account';
    return account.status === 'ended'
      ? `${account.fullName}’s account is ended`
      : `End ${account.fullName}’s account?`;
  });
  private readonly nothing = form(signal({}));
  protected readonly attempt = formAttempt(this.nothing);
  private readonly client = inject(AccountsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async end(account: AccountResponse): Promise<void> {
    const isDone = await this.attempt.send(() => this.client.end(account.id, account.version));
    if (!isDone) return;
    this.notices.onNextPage(`${account.fullName}’s account is ended`);
    await this.router.navigateByUrl('/accounts');
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.account.reload();
    this.focus.focusHeading();
  }
}
