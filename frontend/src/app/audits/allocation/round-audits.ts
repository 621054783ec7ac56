import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type {
  AuditListResponse,
  AuditProgressResponse,
  RoundSummary,
  ScoringProgressResponse,
} from '@app/shared/contracts';
import {
  auditStateTitle,
  calendarDayInWords,
  quarterInWords,
  scoringProgresses,
  scoringProgressTitle,
  stratumTitle,
  type ScoringProgress,
} from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import { ChosenFilters, type ChosenFilter } from '../../components/chosen-filters';
import { Cell, DataTable, type Column } from '../../components/data-table';
import { ErrorSummary } from '../../components/error-summary';
import { ReadState } from '../../components/read-state';
import { Select } from '../../components/select';
import { Tag } from '../../components/tag';
import { InsetText } from '../../components/texts';
import { chosenOnly } from '../../platform/chosen-only';
import { formAttempt } from '../../platform/form-attempt';
import { Notices } from '../../platform/notices';
import { AuditsClient } from '../audits-client';
import { counted } from '../../platform/counted';
import { progressTone } from '../progress-tone';
import {
  agenciesOf,
  allocationInWords,
  countsOf,
  documentsInWords,
  filteredAudits,
  noteOf,
  progressChoices,
  type AgencyCounts,
} from './round-audits-words';

/** Every audit of a round with how far each agency is: who has to be chased, and nothing of grades. */
@Component({
  selector: 'app-round-audits',
  imports: [
    Breadcrumbs,
    Button,
    Cell,
    ChosenFilters,
    DataTable,
    ErrorSummary,
    FormField,
    FormRoot,
    InsetText,
    ReadState,
    RouterLink,
    Select,
    Tag,
  ],
  templateUrl: './round-audits.html',
})
export class RoundAudits {
  readonly round = input.required<string>();
  readonly agency = input<string>();
  readonly progress = input<string>();
  readonly auditor = input<string>();

  protected readonly reading = httpResource<AuditListResponse>(
    () => `/api/rounds/${this.round()}/audits`,
  );
  private readonly roundReading = httpResource<RoundSummary>(() => `/api/rounds/${this.round()}`);
  protected readonly about = computed(() => {
    if (!this.roundReading.hasValue()) return null;
    const { reference, quarter, state, drawnSize } = this.roundReading.value();
    const words = `${reference} · ${quarterInWords(quarter)}`;
    return { reference, words, state, isDrawn: drawnSize !== null };
  });
  protected readonly list = computed(() => (this.reading.hasValue() ? this.reading.value() : null));
  protected readonly counts = computed(() => {
    const list = this.list();
    return list ? countsOf(list) : [];
  });
  protected readonly shown = computed(() => {
    const list = this.list();
    return list ? filteredAudits(list, this.chosen()) : [];
  });
  private readonly chosen = computed(() => ({
    agency: this.agency() ?? '',
    progress: this.progress() ?? '',
    auditor: this.auditor() ?? '',
  }));
  protected readonly model = linkedSignal(() => this.chosen());
  protected readonly form = form(this.model);
  protected readonly agencyChoices = computed(() =>
    this.counts().map(({ key, title }) => ({ value: key, label: title })),
  );
  protected readonly auditorChoices = computed(() =>
    (this.list()?.auditors ?? []).map(({ id, fullName }) => ({ value: id, label: fullName })),
  );
  protected readonly chosenFilters = computed((): ChosenFilter[] =>
    [
      { name: 'agency', title: 'Agency', choices: this.agencyChoices() },
      { name: 'progress', title: 'Progress', choices: progressChoices },
      { name: 'auditor', title: 'Auditor', choices: this.auditorChoices() },
    ].flatMap(({ name, title, choices }) => {
      const value = this.chosen()[name as 'agency' | 'progress' | 'auditor'];
      const label = choices.find((choice) => choice.value === value)?.label;
      return label === undefined ? [] : [{ name, title, value: label }];
    }),
  );
  protected readonly columns = computed((): Column<AuditProgressResponse>[] => [
    { key: 'audit', title: 'Audit', isRowHeader: true },
    { key: 'due', title: 'Due' },
    ...agenciesOf(this.list() ?? noAudits).map(({ key, title }) => ({ key, title })),
  ]);
  protected readonly countColumns = computed((): Column<AgencyCounts>[] => [
    { key: 'agency', title: 'Agency', isRowHeader: true, text: ({ title }) => title },
    ...this.progressesCounted().map((progress) => ({
      ...{ key: progress, title: scoringProgressTitle[progress], isNumeric: true },
      text: ({ counts }: AgencyCounts) => String(counts[progress]),
    })),
    { key: 'total', title: 'All', isNumeric: true, text: ({ total }) => String(total) },
  ]);
  protected readonly progressChoices = progressChoices;
  protected readonly progressTitle = scoringProgressTitle;
  protected readonly progressTone = progressTone;
  protected readonly stateTitle = auditStateTitle;
  protected readonly stratumTitle = stratumTitle;
  protected readonly dayInWords = calendarDayInWords;
  protected readonly noteOf = noteOf;
  protected readonly counted = counted;
  protected readonly documentsInWords = documentsInWords;
  protected readonly allocation = formAttempt(form(signal({})));
  private readonly client = inject(AuditsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  /** Only a closed round has scorings that were not completed. */
  private progressesCounted(): ScoringProgress[] {
    return scoringProgresses.filter(
      (progress) => progress !== 'not-completed' || this.about()?.state === 'closed',
    );
  }

  protected isOpen({ progress }: ScoringProgressResponse): boolean {
    return progress === 'not-started' || progress === 'in-progress';
  }

  protected ofAgency(audit: AuditProgressResponse, key: string): ScoringProgressResponse[] {
    return audit.scorings.filter((scoring) => scoring.agency.key === key);
  }

  protected async apply(): Promise<void> {
    await this.router.navigate([], { queryParams: chosenOnly(this.model()) });
  }

  protected async allocate(): Promise<void> {
    await this.allocation.send(async () => {
      const allocation = await this.client.allocate(this.round());
      this.notices.here(allocationInWords(allocation));
      this.reading.reload();
    });
  }
}

const noAudits: AuditListResponse = {
  ...{ plansWithoutAudit: 0, documents: null, scoringsWithoutAuditor: 0, audits: [], auditors: [] },
};
