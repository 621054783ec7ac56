import { httpResource } from '@angular/common/http';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { AccountResponse, PasswordLinkResponse } from '@app/shared/contracts';
import { accountStatusTitle, instantInWords } from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { ReadState } from '../components/read-state';
import { SummaryList, type SummaryRow } from '../components/summary-list';
import { InsetText } from '../components/texts';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { PageTitles } from '../platform/page-titles';
import { AccountFields } from './account-fields';
import { accountRules, draftOf, emptyDraft, wantedOf } from './account-form';
import { rolesInWords, statusTone } from './account-words';
import { AccountsClient } from './accounts-client';
import { OneTimeLink } from './one-time-link';

@Component({
  selector: 'app-change-account',
  imports: [
    AccountFields,
    Breadcrumbs,
    Button,
    ErrorSummary,
    FormRoot,
    InsetText,
    OneTimeLink,
    ReadState,
    RouterLink,
    SummaryList,
  ],
  templateUrl: './change-account.html',
})
export class ChangeAccount {
  readonly id = input.required<string>();
  protected readonly account = httpResource<AccountResponse>(() => `/api/accounts/${this.id()}`);
  protected readonly loaded = computed(() =>
    this.account.hasValue() ? this.account.value() : null,
  );
  protected readonly rows = computed(() => {
    const account = this.loaded();
    return account ? rowsOf(account) : [];
  });
  protected readonly model = linkedSignal(() => {
    const account = this.loaded();
    return account ? draftOf(account) : emptyDraft;
  });
  protected readonly form = form(this.model, accountRules);
  protected readonly attempt = formAttempt(this.form);
  protected readonly link = signal<PasswordLinkResponse | null>(null);
  private readonly nothing = form(signal({}));
  protected readonly linkAttempt = formAttempt(this.nothing);
  private readonly client = inject(AccountsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);
  private readonly injector = inject(Injector);
  private readonly linkHeading = viewChild<ElementRef<HTMLElement>>('linkHeading');

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      const account = this.loaded();
      if (account) titles.name(account.fullName);
    });
  }

  protected async change(version: number): Promise<void> {
    this.linkAttempt.clear();
    const wanted = wantedOf(this.model());
    const isDone = await this.attempt.send(() =>
      this.client.change(this.id(), { ...wanted, version }),
    );
    if (!isDone) return;
    this.notices.onNextPage(`${wanted.fullName}’s account is changed`);
    await this.router.navigateByUrl('/accounts');
  }

  protected async makeLink(): Promise<void> {
    this.attempt.clear();
    const isDone = await this.linkAttempt.send(async () => {
      this.link.set(await this.client.makePasswordLink(this.id()));
    });
    if (!isDone) return;
    // The button gives way to the link, which is read on from its heading.
    afterNextRender(() => this.linkHeading()?.nativeElement.focus(), { injector: this.injector });
  }

  /** After someone else's change: what they left takes the place of what is in the form. */
  protected loadLatest(): void {
    this.attempt.clear();
    this.form().reset();
    this.account.reload();
    this.focus.focusHeading();
  }
}

function rowsOf(account: AccountResponse): SummaryRow[] {
  return [
    { key: 'Status', value: accountStatusTitle[account.status], tone: statusTone[account.status] },
    { key: 'E-mail address', value: account.email },
    { key: 'Roles', value: rolesInWords(account) },
    ...(account.agency ? [{ key: 'Agency', value: account.agency.title }] : []),
    ...(account.staffRef ? [{ key: 'Staff reference', value: account.staffRef }] : []),
    {
      key: 'Last signed in',
      value: account.lastSignedInAt ? instantInWords(new Date(account.lastSignedInAt)) : 'Never',
    },
    ...(account.isDemo ? [{ key: 'Kind', value: 'Demonstration account' }] : []),
  ];
}
