import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { AgencyListResponse } from '@app/shared/contracts';
import { Checkboxes } from '../components/checkboxes';
import { ReadState } from '../components/read-state';
import { Select } from '../components/select';
import { TextInput } from '../components/text-input';
import type { AccountDraft } from './account-form';
import { agencyChoices, roleChoicesWithPurpose } from './account-words';

/** The fields of an account, the same when it is made and when it is changed. */
@Component({
  selector: 'app-account-fields',
  imports: [Checkboxes, FormField, ReadState, Select, TextInput],
  templateUrl: './account-fields.html',
})
export class AccountFields {
  readonly form = input.required<FieldTree<AccountDraft>>();
  protected readonly roleChoices = roleChoicesWithPurpose;
  protected readonly agencies = httpResource<AgencyListResponse>(() => '/api/agencies');
  protected readonly agencyChoices = computed(() =>
    agencyChoices(this.agencies.hasValue() ? this.agencies.value() : undefined),
  );
}
