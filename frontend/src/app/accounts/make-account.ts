import { Component, inject, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { AccountResponse, PasswordLinkResponse } from '@app/shared/contracts';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { InsetText } from '../components/texts';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { PageTitles } from '../platform/page-titles';
import { problemOf } from '../platform/problem';
import { AccountFields } from './account-fields';
import { accountRules, emptyDraft, wantedOf } from './account-form';
import { AccountsClient } from './accounts-client';
import { OneTimeLink } from './one-time-link';

@Component({
  selector: 'app-make-account',
  imports: [
    AccountFields,
    Breadcrumbs,
    Button,
    ErrorSummary,
    FormRoot,
    InsetText,
    OneTimeLink,
    RouterLink,
  ],
  templateUrl: './make-account.html',
})
export class MakeAccount {
  protected readonly model = signal(emptyDraft);
  protected readonly form = form(this.model, accountRules);
  protected readonly attempt = formAttempt(this.form);
  protected readonly made = signal<AccountResponse | null>(null);
  protected readonly link = signal<PasswordLinkResponse | null>(null);
  protected readonly linkProblem = signal<string | null>(null);
  private readonly client = inject(AccountsClient);
  private readonly titles = inject(PageTitles);
  private readonly focus = inject(NavigationFocus);

  protected async make(): Promise<void> {
    const wanted = wantedOf(this.model());
    const isDone = await this.attempt.send(async () => {
      const made = await this.client.make(wanted);
      // The account exists from here on, whatever becomes of the link.
      try {
        this.link.set(await this.client.makePasswordLink(made.id));
      } catch (error) {
        this.linkProblem.set(problemOf(error).detail);
      }
      this.made.set(made);
    });
    if (!isDone) return;
    this.titles.name('Account made');
    this.focus.focusHeading();
  }

  protected another(): void {
    this.form().reset(emptyDraft);
    this.made.set(null);
    this.link.set(null);
    this.linkProblem.set(null);
    this.titles.name('Make an account');
    this.focus.focusHeading();
  }
}
