import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProgrammeListResponse, RoundSummary } from '@app/shared/contracts';
import { quarterInWords, quartersOfYear, roundStateTitle } from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { Cell, DataTable, type Column } from '../components/data-table';
import { ReadState } from '../components/read-state';
import { SummaryList, type SummaryRow } from '../components/summary-list';
import { Tag } from '../components/tag';
import { LondonDay } from '../platform/london-time';
import { PageTitles } from '../platform/page-titles';
import { day, frameworkTitle, plansOf, stateTone } from './programme-words';

@Component({
  selector: 'app-programme-year',
  imports: [
    Breadcrumbs,
    Button,
    Cell,
    DataTable,
    LondonDay,
    ReadState,
    RouterLink,
    SummaryList,
    Tag,
  ],
  templateUrl: './programme-year.html',
})
export class ProgrammeYear {
  readonly year = input.required<string>();
  protected readonly dayOf = day;
  protected readonly stateTone = stateTone;
  protected readonly stateTitle = roundStateTitle;
  protected readonly programmes = httpResource<ProgrammeListResponse>(() => '/api/programmes');
  protected readonly loaded = computed(() => {
    if (!this.programmes.hasValue()) return null;
    return this.programmes.value().programmes.find(({ year }) => year === this.year()) ?? null;
  });
  protected readonly quarters = computed(() => {
    const programme = this.loaded();
    if (!programme) return [];
    const open = this.programmes.value()?.quartersToOpen ?? [];
    return quartersOfYear(programme.year).map((key) => ({
      key,
      title: quarterInWords(key),
      rounds: programme.rounds.filter(({ quarter }) => quarter === key),
      canOpen: open.includes(key),
    }));
  });
  protected readonly canOpen = computed(() => this.quarters().some(({ canOpen }) => canOpen));
  protected readonly seedRows = computed<SummaryRow[]>(() => {
    const programme = this.loaded();
    if (!programme) return [];
    return [
      { key: 'SHA-256 of the seed', value: programme.seedCommitment },
      { key: 'Seed', value: programme.seed ?? 'Secret until drawing is finished' },
    ];
  });
  protected readonly columns: readonly Column<RoundSummary>[] = [
    { key: 'round', title: 'Round', isRowHeader: true },
    { key: 'framework', title: 'Framework', text: frameworkTitle },
    { key: 'state', title: 'State' },
    { key: 'plans', title: 'Plans', text: plansOf },
    { key: 'due', title: 'Due', text: ({ dueOn }) => day(dueOn) },
  ];

  constructor() {
    const titles = inject(PageTitles);
    effect(() => titles.name(`Programme year ${this.year()}`));
  }
}
