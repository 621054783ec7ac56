import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type {
  RoundResponse,
  SampleStratumResponse,
  VerificationCheckResponse,
  VerificationResponse,
} from '@app/shared/contracts';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { Cell, DataTable, type Column } from '../components/data-table';
import { ErrorSummary } from '../components/error-summary';
import { ReadState } from '../components/read-state';
import { SummaryList, type SummaryRow } from '../components/summary-list';
import { Tag } from '../components/tag';
import { formAttempt } from '../platform/form-attempt';
import { LondonInstant } from '../platform/london-time';
import { ProgrammeClient } from './programme-client';
import { wholeNumber } from './programme-words';

@Component({
  selector: 'app-verification',
  imports: [
    Breadcrumbs,
    Button,
    Cell,
    DataTable,
    ErrorSummary,
    LondonInstant,
    ReadState,
    RouterLink,
    SummaryList,
    Tag,
  ],
  templateUrl: './verification.html',
})
export class Verification {
  readonly id = input.required<string>();
  protected readonly round = httpResource<RoundResponse>(() => `/api/rounds/${this.id()}`);
  protected readonly loaded = computed(() => (this.round.hasValue() ? this.round.value() : null));
  protected readonly result = signal<VerificationResponse | null>(null);
  protected readonly rows = computed(() => {
    const round = this.loaded();
    return round ? rowsOf(round) : [];
  });
  /** Stands for the seed in the lines to copy, as long as it is secret. */
  protected readonly shownSeed = computed(() => this.loaded()?.seed ?? 'SEED');
  protected readonly shownPlan = computed(() => this.loaded()?.sample?.plans[0] ?? null);
  protected readonly strata: readonly Column<SampleStratumResponse>[] = [
    { key: 'title', title: 'Stratum', isRowHeader: true, text: ({ title }) => title },
    { key: 'start', title: 'Starts at' },
    { key: 'cutOff', title: 'Last plan drawn' },
    { key: 'size', title: 'Drawn', isNumeric: true, text: ({ size }) => wholeNumber(size) },
    {
      key: 'population',
      title: 'Of',
      isNumeric: true,
      text: ({ populationSize }) => wholeNumber(populationSize),
    },
  ];
  protected readonly checks: readonly Column<VerificationCheckResponse>[] = [
    { key: 'check', title: 'Check', isRowHeader: true, text: ({ title }) => title },
    { key: 'holds', title: 'Result' },
  ];
  private readonly nothing = form(signal({}));
  protected readonly attempt = formAttempt(this.nothing);
  private readonly client = inject(ProgrammeClient);

  protected async verify(): Promise<void> {
    await this.attempt.send(async () => this.result.set(await this.client.verify(this.id())));
  }
}

function rowsOf({ sample, seed, seedCommitment }: RoundResponse): SummaryRow[] {
  return [
    { key: 'Rule', value: sample?.rule ?? null },
    { key: 'SHA-256 of the list', value: sample?.frameSha256 ?? null },
    { key: 'SHA-256 of the seed', value: seedCommitment },
    { key: 'Seed', value: seed ?? 'Secret until drawing is finished for the year' },
  ];
}
