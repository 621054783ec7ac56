import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { PlanListResponse, PlanResponse } from '@app/shared/contracts';
import { findLeaks, leakTitle, settingTypeTitle } from '@app/shared/domain';
import { Button } from '../components/button';
import type { Choice } from '../components/choice';
import { ChosenFilters, type ChosenFilter } from '../components/chosen-filters';
import { Cell, DataTable, type Column, type Order } from '../components/data-table';
import { ErrorSummary } from '../components/error-summary';
import { Pagination } from '../components/pagination';
import { ReadState } from '../components/read-state';
import { Select } from '../components/select';
import { Tag } from '../components/tag';
import { TextInput } from '../components/text-input';
import { countedOnPage } from '../platform/counted';
import { chosenOnly } from '../platform/chosen-only';
import { formAttempt } from '../platform/form-attempt';
import { SessionStore } from '../platform/session-store';
import {
  careChoices,
  dayOrDash,
  needChoices,
  needTitle,
  settingChoices,
  stateChoices,
  yearChoices,
  yearInWords,
} from './plan-words';

const filterTitles = {
  ref: 'Plan reference',
  state: 'State',
  year: 'Year group',
  need: 'Primary need',
  setting: 'Setting',
  care: 'Social care',
  team: 'Team',
  authority: 'Authority',
} as const;

type FilterName = keyof typeof filterTitles;
const filterNames = Object.keys(filterTitles) as FilterName[];

@Component({
  selector: 'app-plan-list',
  imports: [
    Button,
    Cell,
    ChosenFilters,
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
  templateUrl: './plan-list.html',
})
export class PlanList {
  /** The filters in the address: references and words of lists, never what names a person. */
  readonly ref = input<string>();
  readonly state = input<string>();
  readonly year = input<string>();
  readonly need = input<string>();
  readonly setting = input<string>();
  readonly care = input<string>();
  readonly team = input<string>();
  readonly authority = input<string>();
  readonly sort = input<string>();
  readonly direction = input<string>();
  readonly page = input<string>();

  protected readonly plans = httpResource<PlanListResponse>(() => ({
    url: '/api/plans',
    params: chosenOnly({
      ...this.filters(),
      ...{ sort: this.sort(), direction: this.direction(), page: this.page() },
    }),
  }));
  protected readonly order = computed<Order>(() => ({
    by: this.sort() ?? 'ref',
    direction: this.direction() === 'down' ? 'down' : 'up',
  }));
  protected readonly model = linkedSignal(() => this.filters());
  protected readonly form = form(this.model, (path) => {
    validate(path.ref, ({ value }) => {
      const [leak] = findLeaks(value());
      if (!leak) return null;
      const message = `This looks like ${leakTitle[leak.kind]}, which must not stand in an address. Search by the plan’s reference`;
      return { kind: 'personal', message };
    });
  });
  protected readonly attempt = formAttempt(this.form);
  // Kept while the next page is read, so that the lists do not come and go.
  protected readonly groups = linkedSignal<PlanListResponse | null, Groups>({
    source: () => (this.plans.hasValue() ? this.plans.value() : null),
    computation: (list, before) =>
      list
        ? { teams: choicesOf(list.teams), authorities: choicesOf(list.authorities) }
        : (before?.value ?? { teams: [], authorities: [] }),
  });
  protected readonly choices = computed<Partial<Record<FilterName, readonly Choice[]>>>(() => ({
    state: stateChoices,
    year: yearChoices,
    need: needChoices,
    setting: settingChoices,
    care: careChoices,
    team: this.groups().teams,
    authority: this.groups().authorities,
  }));
  protected readonly chosen = computed<ChosenFilter[]>(() =>
    filterNames.flatMap((name) => {
      const value = this.filters()[name];
      const choice = this.choices()[name]?.find((one) => one.value === value);
      return value === ''
        ? []
        : [{ name, title: filterTitles[name], value: choice?.label ?? value }];
    }),
  );
  protected readonly shown = computed(() =>
    this.plans.hasValue() ? this.plans.value().plans : [],
  );
  protected readonly countInWords = computed(() =>
    this.plans.hasValue() ? countedOnPage(this.plans.value(), 'plan', 'plans') : '',
  );
  protected readonly columns: readonly Column<PlanResponse>[] = [
    { key: 'planRef', title: 'Plan', isRowHeader: true, sort: 'ref' },
    { key: 'year', title: 'Year group', sort: 'year-group', text: yearInWords },
    {
      key: 'need',
      title: 'Primary need',
      text: (plan) => needTitle(plan.primaryNeed ?? 'unknown'),
    },
    { key: 'setting', title: 'Setting', text: (plan) => settingTypeTitle[plan.settingType] },
    { key: 'team', title: 'Team', text: (plan) => plan.team ?? '–' },
    {
      key: 'latestIssuedOn',
      title: 'Latest issued',
      sort: 'latest-issued',
      text: (plan) => dayOrDash(plan.latestIssuedOn),
    },
    {
      key: 'lastReviewOn',
      title: 'Last review',
      sort: 'last-review',
      text: (plan) => dayOrDash(plan.lastReviewOn),
    },
  ];
  protected readonly isLead = computed(() => this.session.holdsOneOf(['audit-lead']));
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  protected async apply(): Promise<void> {
    const { by, direction } = this.order();
    const order = this.sort() ? { sort: by, direction } : {};
    await this.attempt.send(() =>
      this.router.navigate(['/plans'], { queryParams: { ...chosenOnly(this.model()), ...order } }),
    );
  }

  protected async reorder({ by, direction }: Order): Promise<void> {
    await this.router.navigate(['/plans'], {
      queryParams: { sort: by, direction, page: null },
      queryParamsHandling: 'merge',
    });
  }

  private filters(): Record<FilterName, string> {
    const read = (name: FilterName): string => this[name]() ?? '';
    return Object.fromEntries(filterNames.map((name) => [name, read(name)])) as Record<
      FilterName,
      string
    >;
  }
}

interface Groups {
  teams: Choice[];
  authorities: Choice[];
}

function choicesOf(names: readonly string[]): Choice[] {
  return names.map((name) => ({ value: name, label: name }));
}
