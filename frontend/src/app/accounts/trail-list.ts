import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type {
  AccountListResponse,
  TrailEntryResponse,
  TrailPageResponse,
} from '@app/shared/contracts';
import { instantInWords } from '@app/shared/domain';
import { Button } from '../components/button';
import { Cell, DataTable, type Column } from '../components/data-table';
import { ErrorSummary } from '../components/error-summary';
import { Pagination } from '../components/pagination';
import { ReadState } from '../components/read-state';
import { Select } from '../components/select';
import { Tag } from '../components/tag';
import { TextInput } from '../components/text-input';
import { chosenOnly } from '../platform/chosen-only';
import { countedOnPage } from '../platform/counted';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { actInWords, actorInWords, detailsInWords, subjectInWords } from './trail-words';

@Component({
  selector: 'app-trail-list',
  imports: [
    Button,
    Cell,
    DataTable,
    ErrorSummary,
    FormField,
    FormRoot,
    Pagination,
    ReadState,
    RouterLink,
    Select,
    Tag,
    TextInput,
  ],
  templateUrl: './trail-list.html',
})
export class TrailList {
  readonly from = input<string>();
  readonly to = input<string>();
  readonly act = input<string>();
  readonly account = input<string>();
  readonly page = input<string>();

  protected readonly trail = httpResource<TrailPageResponse>(() => ({
    url: '/api/trail',
    params: chosenOnly({ ...this.filters(), page: this.page() ?? '' }),
  }));
  protected readonly people = httpResource<AccountListResponse>(() => '/api/accounts');
  protected readonly peopleChoices = computed(() =>
    (this.people.hasValue() ? this.people.value().accounts : []).map((account) => ({
      value: account.id,
      label: account.fullName,
    })),
  );
  // Kept while the next page is read, so that the list of acts does not come and go.
  protected readonly actChoices = linkedSignal<readonly string[] | null, ActChoice[]>({
    source: () => (this.trail.hasValue() ? this.trail.value().acts : null),
    computation: (acts, before) =>
      acts?.map((act) => ({ value: act, label: actInWords(act) })) ?? before?.value ?? [],
  });
  protected readonly model = linkedSignal(() => this.filters());
  protected readonly form = form(this.model, (path) => {
    validate(path.to, ({ value, valueOf }) =>
      value() !== '' && valueOf(path.from) > value()
        ? { kind: 'order', message: 'The last day must be the first day or later' }
        : null,
    );
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly isFiltered = computed(() => Object.values(this.filters()).some(Boolean));
  protected readonly entries = computed(() =>
    this.trail.hasValue() ? this.trail.value().entries : [],
  );
  protected readonly countInWords = computed(() =>
    this.trail.hasValue() ? countedOnPage(this.trail.value(), 'entry', 'entries') : '',
  );
  protected readonly columns: readonly Column<TrailEntryResponse>[] = [
    {
      key: 'happenedAt',
      title: 'When',
      isRowHeader: true,
      text: (entry) => instantInWords(new Date(entry.happenedAt)),
    },
    { key: 'actor', title: 'Who', text: actorInWords },
    { key: 'act', title: 'Act', text: (entry) => actInWords(entry.act) },
    { key: 'subject', title: 'Done to', text: subjectInWords },
    { key: 'details', title: 'Details' },
    { key: 'isSealed', title: 'Record' },
  ];
  protected readonly detailsInWords = detailsInWords;
  /** The link that clears the filters goes with them, and the focus must not go with it. */
  protected readonly focus = inject(NavigationFocus);
  private readonly router = inject(Router);

  protected async apply(): Promise<void> {
    await this.attempt.send(() =>
      this.router.navigate(['/trail'], { queryParams: chosenOnly(this.model()) }),
    );
  }

  private filters(): Record<'from' | 'to' | 'act' | 'account', string> {
    return {
      from: this.from() ?? '',
      to: this.to() ?? '',
      act: this.act() ?? '',
      account: this.account() ?? '',
    };
  }
}

interface ActChoice {
  value: string;
  label: string;
}
