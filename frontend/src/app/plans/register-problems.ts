import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type {
  PlanRegisterResponse,
  RegisterProblemListResponse,
  RegisterProblemResponse,
} from '@app/shared/contracts';
import { registerColumn, registerLimits, registerRules } from '@app/shared/domain';
import { Button } from '../components/button';
import { ChosenFilters, type ChosenFilter } from '../components/chosen-filters';
import { Cell, DataTable, type Column } from '../components/data-table';
import { Pagination } from '../components/pagination';
import { ReadState } from '../components/read-state';
import { Select } from '../components/select';
import { Tag } from '../components/tag';
import { countedOnPage } from '../platform/counted';
import { chosenOnly } from '../platform/chosen-only';

/** What is wrong with the cells of an upload, by row and column, with what to do. */
@Component({
  selector: 'app-register-problems',
  imports: [
    Button,
    Cell,
    ChosenFilters,
    DataTable,
    FormField,
    FormRoot,
    Pagination,
    ReadState,
    Select,
    Tag,
  ],
  templateUrl: './register-problems.html',
})
export class RegisterProblems {
  readonly register = input.required<PlanRegisterResponse>();
  readonly column = input<string>();
  readonly rule = input<string>();
  readonly page = input<string>();

  protected readonly problems = httpResource<RegisterProblemListResponse>(() => ({
    url: `/api/plan-registers/${this.register().id}/problems`,
    params: chosenOnly({ ...this.filters(), page: this.page() }),
  }));
  protected readonly model = linkedSignal(() => this.filters());
  protected readonly form = form(this.model);
  // Kept while the next page is read, so that the lists do not come and go.
  private readonly kinds = linkedSignal<RegisterProblemListResponse | null, Kinds>({
    source: () => (this.problems.hasValue() ? this.problems.value() : null),
    computation: (list, before) => list ?? before?.value ?? { columns: [], rules: [] },
  });
  protected readonly columnChoices = computed(() =>
    this.kinds().columns.map((key) => ({ value: key, label: registerColumn(key).title })),
  );
  protected readonly ruleChoices = computed(() =>
    this.kinds().rules.map((rule) => ({ value: rule, label: registerRules[rule].title })),
  );
  protected readonly chosen = computed<ChosenFilter[]>(() => {
    const { column, rule } = this.filters();
    const titleIn = (choices: readonly { value: string; label: string }[], value: string) =>
      choices.find((one) => one.value === value)?.label ?? value;
    return [
      { name: 'column', title: 'Column', value: column && titleIn(this.columnChoices(), column) },
      { name: 'rule', title: 'Check', value: rule && titleIn(this.ruleChoices(), rule) },
    ].filter(({ value }) => value !== '');
  });
  protected readonly shown = computed(() =>
    this.problems.hasValue() ? this.problems.value().problems : [],
  );
  protected readonly countInWords = computed(() =>
    this.problems.hasValue() ? countedOnPage(this.problems.value(), 'problem', 'problems') : '',
  );
  protected readonly isCut = computed(
    () => this.register().errors + this.register().warnings > registerLimits.problemsKeptMax,
  );
  protected readonly keptMax = registerLimits.problemsKeptMax.toLocaleString('en-GB');
  protected readonly rules = registerRules;
  protected readonly columns: readonly Column<RegisterProblemResponse>[] = [
    { key: 'row', title: 'Row', isRowHeader: true, text: ({ row }) => row.toLocaleString('en-GB') },
    { key: 'column', title: 'Column', text: ({ column }) => registerColumn(column).title },
    { key: 'value', title: 'Value' },
    { key: 'rule', title: 'Check' },
    { key: 'message', title: 'What to do', text: ({ message }) => message },
  ];
  private readonly router = inject(Router);

  protected async apply(): Promise<void> {
    const { column, rule } = this.model();
    await this.router.navigate([], {
      queryParams: { column: column || null, rule: rule || null, page: null },
      queryParamsHandling: 'merge',
    });
  }

  private filters(): { column: string; rule: string } {
    return { column: this.column() ?? '', rule: this.rule() ?? '' };
  }
}

type Kinds = Pick<RegisterProblemListResponse, 'columns' | 'rules'>;
