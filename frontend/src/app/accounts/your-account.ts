import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import type {
  OwnAccountResponse,
  OwnSessionListResponse,
  OwnSessionResponse,
} from '@app/shared/contracts';
import { dayInWords, instantInWords, roleTitle } from '@app/shared/domain';
import { Button } from '../components/button';
import { Cell, DataTable, type Column } from '../components/data-table';
import { ErrorSummary } from '../components/error-summary';
import { PasswordInput } from '../components/password-input';
import { ReadState } from '../components/read-state';
import { SummaryList, type SummaryRow } from '../components/summary-list';
import { Tag } from '../components/tag';
import { formAttempt } from '../platform/form-attempt';
import { LondonInstant } from '../platform/london-time';
import { Notices } from '../platform/notices';
import { AccountsClient } from './accounts-client';
import { newPasswordHint, newPasswordRules } from './password-fields';

@Component({
  selector: 'app-your-account',
  imports: [
    Button,
    Cell,
    DataTable,
    ErrorSummary,
    FormField,
    FormRoot,
    LondonInstant,
    PasswordInput,
    ReadState,
    SummaryList,
    Tag,
  ],
  templateUrl: './your-account.html',
})
export class YourAccount {
  protected readonly account = httpResource<OwnAccountResponse>(() => '/api/account');
  protected readonly sessions = httpResource<OwnSessionListResponse>(() => '/api/account/sessions');
  protected readonly hint = newPasswordHint;
  protected readonly rows = computed(() =>
    this.account.hasValue() ? rowsOf(this.account.value()) : [],
  );
  protected readonly columns: readonly Column<OwnSessionResponse>[] = [
    { key: 'device', title: 'Browser', isRowHeader: true },
    {
      key: 'startedAt',
      title: 'Signed in',
      text: (session) => instantInWords(new Date(session.startedAt)),
    },
    {
      key: 'lastSeenAt',
      title: 'Last used',
      text: (session) => instantInWords(new Date(session.lastSeenAt)),
    },
    { key: 'act', title: 'What you can do' },
  ];
  protected readonly model = signal({ currentPassword: '', newPassword: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.currentPassword, { message: 'Enter your current password' });
    newPasswordRules(path.newPassword);
  });
  protected readonly attempt = formAttempt(this.form);
  // Ending a session has no fields; it is an attempt of its own with nothing to fill in.
  private readonly nothing = form(signal({}));
  protected readonly ending = formAttempt(this.nothing);
  private readonly client = inject(AccountsClient);
  private readonly notices = inject(Notices);

  protected async changePassword(): Promise<void> {
    this.notices.clear();
    this.ending.clear();
    const change = this.model();
    if (!(await this.attempt.send(() => this.client.changeOwnPassword(change)))) return;
    this.form().reset({ currentPassword: '', newPassword: '' });
    this.notices.here('Your password is changed. Other browsers have been signed out');
    this.account.reload();
    this.sessions.reload();
  }

  protected async endSession(session: OwnSessionResponse): Promise<void> {
    this.notices.clear();
    this.attempt.clear();
    if (!(await this.ending.send(() => this.client.endOwnSession(session.id)))) return;
    this.notices.here(`${session.device} has been signed out`);
    this.sessions.reload();
  }
}

function rowsOf(account: OwnAccountResponse): SummaryRow[] {
  return [
    { key: 'Full name', value: account.fullName },
    { key: 'E-mail address', value: account.email },
    { key: 'Roles', value: account.roles.map((role) => roleTitle[role]) },
    ...(account.agency ? [{ key: 'Agency', value: account.agency.title }] : []),
    ...(account.staffRef ? [{ key: 'Staff reference', value: account.staffRef }] : []),
    {
      key: 'Password last changed',
      value: account.passwordChangedAt
        ? dayInWords(new Date(account.passwordChangedAt))
        : 'Not changed yet',
    },
  ];
}
