import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundResponse, SampledPlanResponse } from '@app/shared/contracts';
import {
  instantInWords,
  roundStateTitle,
  sampledOutcomeTitle,
  stratumTitle,
  themeFilterInWords,
  unitOfRound,
} from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { Cell, DataTable, type Column } from '../components/data-table';
import { ReadState } from '../components/read-state';
import { SummaryList, type SummaryRow } from '../components/summary-list';
import { Tag } from '../components/tag';
import { PageTitles } from '../platform/page-titles';
import {
  day,
  frameworkTitle,
  mergedInWords,
  noteOf,
  outcomeTone,
  plansOf,
  roundTitle,
  stateTone,
  strataColumns,
} from './programme-words';

@Component({
  selector: 'app-round-page',
  imports: [Breadcrumbs, Button, Cell, DataTable, ReadState, RouterLink, SummaryList, Tag],
  templateUrl: './round-page.html',
})
export class RoundPage {
  readonly id = input.required<string>();
  protected readonly strataColumns = strataColumns;
  protected readonly outcomeTone = outcomeTone;
  protected readonly outcomeTitle = sampledOutcomeTitle;
  protected readonly round = httpResource<RoundResponse>(() => `/api/rounds/${this.id()}`);
  protected readonly loaded = computed(() => (this.round.hasValue() ? this.round.value() : null));
  protected readonly heading = computed(() => {
    const round = this.loaded();
    return round ? roundTitle(round) : 'Round';
  });
  protected readonly rows = computed(() => {
    const round = this.loaded();
    return round ? rowsOf(round) : [];
  });
  protected readonly isOfDocuments = computed(() => {
    const round = this.loaded();
    return round !== null && unitOfRound(round.kind) === 'document';
  });
  protected readonly merged = computed(() => mergedInWords(this.loaded()?.sample?.strata ?? []));
  protected readonly ceased = computed(
    () =>
      this.loaded()?.sample?.plans.filter(
        ({ hasCeased, outcome }) => hasCeased && outcome !== 'withdrawn',
      ).length ?? 0,
  );
  protected readonly columns: readonly Column<SampledPlanResponse>[] = [
    { key: 'plan', title: 'Plan', isRowHeader: true },
    { key: 'stratum', title: 'Stratum', text: ({ stratum }) => this.titleOf(stratum) },
    { key: 'outcome', title: 'Outcome' },
    { key: 'note', title: 'Note', text: noteOf },
    { key: 'withdraw', title: 'Change' },
  ];

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      if (this.loaded()) titles.name(this.heading());
    });
  }

  /** A stratum that others joined has a longer title in this sample. */
  private titleOf(key: SampledPlanResponse['stratum']): string {
    const own = this.loaded()?.sample?.strata.find((stratum) => stratum.key === key);
    return own?.title ?? stratumTitle[key];
  }
}

function rowsOf(round: RoundResponse): SummaryRow[] {
  const { sample, themeFilter } = round;
  return [
    { key: 'Reference', value: round.reference },
    { key: 'State', value: roundStateTitle[round.state], tone: stateTone[round.state] },
    ...(round.themeTitle ? [{ key: 'Theme', value: round.themeTitle }] : []),
    ...(themeFilter ? [{ key: 'Plans of the theme', value: themeFilterInWords(themeFilter) }] : []),
    { key: 'Framework', value: frameworkTitle(round) },
    { key: 'Plans', value: plansOf(round) },
    { key: 'Due', value: day(round.dueOn) },
    ...(sample
      ? [
          { key: 'Drawn', value: instantInWords(new Date(sample.drawnAt)) },
          { key: 'Register', value: `As at ${day(sample.registerAsAt)}` },
        ]
      : []),
  ];
}
