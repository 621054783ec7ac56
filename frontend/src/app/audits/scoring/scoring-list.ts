import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ScoringListResponse, ScoringSummary } from '@app/shared/contracts';
import {
  auditedTitle,
  calendarDayInWords,
  dayInWords,
  quarterInWords,
  scoringProgressTitle,
} from '@app/shared/domain';
import { Cell, DataTable, type Column } from '../../components/data-table';
import { ReadState } from '../../components/read-state';
import { Tag } from '../../components/tag';
import { progressTone } from '../progress-tone';

const plan: Column<ScoringSummary>[] = [
  { key: 'reference', title: 'Audit', isRowHeader: true },
  {
    key: 'planRef',
    title: 'Plan',
    text: ({ planRef, document }) => auditedTitle(planRef, document?.title ?? null),
  },
  {
    key: 'quarter',
    title: 'Quarter',
    text: ({ quarter }) => quarterInWords(quarter),
  },
];

@Component({
  selector: 'app-scoring-list',
  imports: [Cell, DataTable, ReadState, RouterLink, Tag],
  templateUrl: './scoring-list.html',
})
export class ScoringList {
  protected readonly reading = httpResource<ScoringListResponse>(() => '/api/scorings');
  private readonly all = computed(() =>
    this.reading.hasValue() ? this.reading.value().scorings : [],
  );
  /** The first due first, as the service sends them. */
  protected readonly open = computed(() => this.all().filter(({ state }) => state === 'open'));
  protected readonly submitted = computed(() =>
    this.all()
      .filter(({ state }) => state === 'submitted')
      .toSorted((a, b) => ((a.submittedAt ?? '') < (b.submittedAt ?? '') ? 1 : -1)),
  );
  protected readonly openColumns: readonly Column<ScoringSummary>[] = [
    ...plan,
    { key: 'dueOn', title: 'Due' },
    { key: 'progress', title: 'Progress' },
  ];
  protected readonly submittedColumns: readonly Column<ScoringSummary>[] = [
    ...plan,
    {
      key: 'submittedAt',
      title: 'Submitted',
      text: ({ submittedAt }) => (submittedAt ? dayInWords(new Date(submittedAt)) : ''),
    },
  ];
  protected readonly progressTitle = scoringProgressTitle;
  protected readonly progressTone = progressTone;
  protected readonly dayInWords = calendarDayInWords;
}
