import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type {
  AccountListResponse,
  AccountResponse,
  AgencyListResponse,
} from '@app/shared/contracts';
import { accountStatusTitle, dayInWords } from '@app/shared/domain';
import { Button } from '../components/button';
import { Cell, DataTable, type Column } from '../components/data-table';
import { ReadState } from '../components/read-state';
import { Select } from '../components/select';
import { Tag } from '../components/tag';
import { TextInput } from '../components/text-input';
import { chosenOnly } from '../platform/chosen-only';
import { NavigationFocus } from '../platform/navigation-focus';
import {
  agencyChoices,
  roleChoices,
  rolesInWords,
  statusChoices,
  statusTone,
} from './account-words';

@Component({
  selector: 'app-account-list',
  imports: [
    Button,
    Cell,
    DataTable,
    FormField,
    FormRoot,
    ReadState,
    RouterLink,
    Select,
    Tag,
    TextInput,
  ],
  templateUrl: './account-list.html',
})
export class AccountList {
  /** The filters in the address. A name is never among them: addresses are kept in histories. */
  readonly role = input<string>();
  readonly agency = input<string>();
  readonly status = input<string>();

  protected readonly roleChoices = roleChoices;
  protected readonly statusChoices = statusChoices;
  protected readonly statusTone = statusTone;
  protected readonly statusTitle = accountStatusTitle;
  protected readonly agencies = httpResource<AgencyListResponse>(() => '/api/agencies');
  protected readonly agencyChoices = computed(() =>
    agencyChoices(this.agencies.hasValue() ? this.agencies.value() : undefined),
  );
  protected readonly accounts = httpResource<AccountListResponse>(() => ({
    url: '/api/accounts',
    params: chosenOnly({ role: this.role(), agency: this.agency(), status: this.status() }),
  }));
  protected readonly model = linkedSignal(() => ({
    role: this.role() ?? '',
    agency: this.agency() ?? '',
    status: this.status() ?? '',
  }));
  protected readonly form = form(this.model);
  protected readonly name = linkedSignal(() => ({ part: '' }));
  protected readonly nameForm = form(this.name);
  protected readonly shown = computed(() => {
    const part = this.name().part.trim().toLowerCase();
    const all = this.accounts.hasValue() ? this.accounts.value().accounts : [];
    return all.filter((account) =>
      `${account.fullName} ${account.email}`.toLowerCase().includes(part),
    );
  });
  protected readonly isFiltered = computed(
    () =>
      [this.role(), this.agency(), this.status()].some(Boolean) || this.name().part.trim() !== '',
  );
  protected readonly columns: readonly Column<AccountResponse>[] = [
    { key: 'fullName', title: 'Name', isRowHeader: true },
    { key: 'email', title: 'E-mail address', text: (account) => account.email },
    { key: 'roles', title: 'Roles', text: rolesInWords },
    { key: 'agency', title: 'Agency', text: (account) => account.agency?.title ?? '–' },
    { key: 'status', title: 'Status' },
    {
      key: 'lastSignedInAt',
      title: 'Last signed in',
      text: (account) =>
        account.lastSignedInAt ? dayInWords(new Date(account.lastSignedInAt)) : 'Never',
    },
  ];
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async apply(): Promise<void> {
    const { role, agency, status } = this.model();
    await this.router.navigate(['/accounts'], {
      queryParams: chosenOnly({ role, agency, status }),
    });
  }

  protected async clear(): Promise<void> {
    this.name.set({ part: '' });
    // The button goes with the filters, and the focus must not go with it.
    this.focus.focusHeading();
    await this.router.navigate(['/accounts']);
  }
}
