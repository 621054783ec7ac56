import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { FeedbackListResponse, FeedbackSummary } from '@app/shared/contracts';
import { dayInWords, feedbackStateTitle, quarterInWords } from '@app/shared/domain';
import { Button } from '../components/button';
import type { Choice } from '../components/choice';
import { ChosenFilters, type ChosenFilter } from '../components/chosen-filters';
import { Cell, DataTable, type Column } from '../components/data-table';
import { Pagination } from '../components/pagination';
import { ReadState } from '../components/read-state';
import { Select } from '../components/select';
import { Tag } from '../components/tag';
import { chosenOnly } from '../platform/chosen-only';
import { countedOnPage } from '../platform/counted';
import { SessionStore } from '../platform/session-store';
import { answeredInWords, officerInWords, stateChoices, stateTone } from './feedback-words';

const filterTitles = {
  state: 'State',
  officer: 'Officer',
  team: 'Team',
  quarter: 'Quarter',
} as const;

type FilterName = keyof typeof filterTitles;
const filterNames = Object.keys(filterTitles) as FilterName[];

const withoutOfficer: readonly Choice[] = [{ value: 'none', label: 'Without an officer' }];

@Component({
  selector: 'app-feedback-list',
  imports: [
    Button,
    Cell,
    ChosenFilters,
    DataTable,
    FormField,
    FormRoot,
    Pagination,
    ReadState,
    RouterLink,
    Select,
    Tag,
  ],
  templateUrl: './feedback-list.html',
})
export class FeedbackList {
  /** The filters in the address: words of lists, teams and quarters. */
  readonly state = input<string>();
  readonly officer = input<string>();
  readonly team = input<string>();
  readonly quarter = input<string>();
  readonly page = input<string>();

  protected readonly feedback = httpResource<FeedbackListResponse>(() => ({
    url: '/api/feedback',
    params: chosenOnly({ ...this.filters(), page: this.page() }),
  }));
  protected readonly model = linkedSignal(() => this.filters());
  protected readonly form = form(this.model);
  // Kept while the next page is read, so that the lists do not come and go.
  protected readonly groups = linkedSignal<FeedbackListResponse | null, Groups>({
    source: () => (this.feedback.hasValue() ? this.feedback.value() : null),
    computation: (list, before) =>
      list
        ? { teams: choicesOf(list.teams), quarters: choicesOf(list.quarters, quarterInWords) }
        : (before?.value ?? { teams: [], quarters: [] }),
  });
  protected readonly choices = computed<Record<FilterName, readonly Choice[]>>(() => ({
    state: stateChoices,
    officer: withoutOfficer,
    team: this.groups().teams,
    quarter: this.groups().quarters,
  }));
  protected readonly chosen = computed<ChosenFilter[]>(() =>
    filterNames.flatMap((name) => {
      const value = this.filters()[name];
      const choice = this.choices()[name].find((one) => one.value === value);
      return value === ''
        ? []
        : [{ name, title: filterTitles[name], value: choice?.label ?? value }];
    }),
  );
  protected readonly shown = computed(() =>
    this.feedback.hasValue() ? this.feedback.value().feedback : [],
  );
  // A plan whose documents were audited may be there more than once.
  protected readonly countInWords = computed(() =>
    this.feedback.hasValue() ? countedOnPage(this.feedback.value(), 'audit', 'audits') : '',
  );
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  /** Whoever reads feedback on the plans of others can narrow it and sees whose each is. */
  protected readonly readsAll = this.session.holdsOneOf(['send-manager', 'audit-lead']);
  /** Without grades: beside officers' names they would read as a league table. */
  protected readonly columns: readonly Column<FeedbackSummary>[] = [
    { key: 'planRef', title: 'Plan', isRowHeader: true },
    { key: 'reference', title: 'Audit', text: ({ reference }) => reference },
    ...(this.readsAll
      ? [
          { key: 'officer', title: 'Officer', text: officerInWords },
          { key: 'team', title: 'Team', text: ({ team }: FeedbackSummary) => team ?? '–' },
        ]
      : []),
    {
      key: 'closedAt',
      title: 'Closed',
      text: ({ closedAt }) => dayInWords(new Date(closedAt)),
    },
    { key: 'answered', title: 'Points', text: answeredInWords },
    { key: 'state', title: 'State' },
  ];
  protected readonly stateTitle = feedbackStateTitle;
  protected readonly stateTone = stateTone;

  protected async apply(): Promise<void> {
    await this.router.navigate(['/feedback'], { queryParams: chosenOnly(this.model()) });
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
  quarters: Choice[];
}

function choicesOf(values: readonly string[], words = (value: string) => value): Choice[] {
  return values.map((value) => ({ value, label: words(value) }));
}
