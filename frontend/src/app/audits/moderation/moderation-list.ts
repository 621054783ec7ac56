import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ModerationListResponse, ModerationSummary } from '@app/shared/contracts';
import { calendarDayInWords, dayInWords, quarterInWords } from '@app/shared/domain';
import { Button } from '../../components/button';
import { ChosenFilters } from '../../components/chosen-filters';
import { Cell, DataTable, type Column } from '../../components/data-table';
import { ReadState } from '../../components/read-state';
import { Select } from '../../components/select';
import { Tag } from '../../components/tag';
import { chosenOnly } from '../../platform/chosen-only';
import { SessionStore } from '../../platform/session-store';
import { counted } from '../../platform/counted';

/** More rows than anybody reads; a round has fewer. */
const mostShown = 100;

/** The audits that wait for a moderator, with why; and those that are closed. */
@Component({
  selector: 'app-moderation-list',
  imports: [
    Button,
    Cell,
    ChosenFilters,
    DataTable,
    FormField,
    FormRoot,
    ReadState,
    RouterLink,
    Select,
    Tag,
  ],
  templateUrl: './moderation-list.html',
})
export class ModerationList {
  readonly state = input<string>();
  readonly round = input<string>();
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  /** The lead reads what is agreed and never what is being moderated. */
  protected readonly isModerator = computed(() => this.session.holdsOneOf(['moderator']));
  protected readonly isClosed = computed(() => !this.isModerator() || this.state() === 'closed');
  protected readonly reading = httpResource<ModerationListResponse>(
    () => `/api/moderations?state=${this.isClosed() ? 'closed' : 'awaiting'}`,
  );
  private readonly all = computed(() =>
    this.reading.hasValue() ? this.reading.value().moderations : [],
  );
  private readonly found = computed(() =>
    this.all().filter(({ round }) => !this.round() || round.id === this.round()),
  );
  protected readonly shown = computed(() => this.found().slice(0, mostShown));
  protected readonly heading = computed(() =>
    this.isClosed() ? 'Closed audits' : 'Waiting for moderation',
  );
  protected readonly countWords = computed(() => {
    const count = counted(this.found().length, 'audit', 'audits');
    const isCut = this.found().length > mostShown;
    return isCut ? `${count}, of which the ${mostShown} closed last are shown` : count;
  });
  protected readonly roundChoices = computed(() => {
    const rounds = new Map(this.all().map(({ round }) => [round.id, round.reference]));
    return [...rounds].map(([value, label]) => ({ value, label }));
  });
  protected readonly chosenFilters = computed(() => {
    const chosen = this.roundChoices().find(({ value }) => value === this.round());
    return chosen ? [{ name: 'round', title: 'Round', value: chosen.label }] : [];
  });
  protected readonly model = linkedSignal(() => ({ round: this.round() ?? '' }));
  protected readonly form = form(this.model);
  protected readonly waitingColumns: readonly Column<ModerationSummary>[] = [
    { key: 'audit', title: 'Audit', isRowHeader: true },
    { key: 'reasons', title: 'Why it is looked at' },
    { key: 'differing', title: 'Grades differ on', text: differingInWords },
    { key: 'waiting', title: 'Waiting', text: waitingInWords },
  ];
  protected readonly closedColumns: readonly Column<ModerationSummary>[] = [
    { key: 'audit', title: 'Audit', isRowHeader: true },
    { key: 'quarter', title: 'Quarter', text: ({ quarter }) => quarterInWords(quarter) },
    { key: 'grade', title: 'Closed with', text: closedWith },
    {
      key: 'closed',
      title: 'Closed on',
      text: ({ closedAt }) => (closedAt ? dayInWords(new Date(closedAt)) : ''),
    },
  ];
  protected readonly dayInWords = calendarDayInWords;

  protected async apply(): Promise<void> {
    await this.router.navigate([], {
      queryParams: { ...chosenOnly({ state: this.state() }), ...chosenOnly(this.model()) },
    });
  }
}

function differingInWords({ differing, toDecide }: ModerationSummary): string {
  const all = counted(differing, 'criterion', 'criteria');
  if (differing === 0) return toDecide === 0 ? 'None' : `${toDecide} to decide`;
  return toDecide === 0 ? all : `${all}, ${toDecide} to decide`;
}

function waitingInWords({ daysWaiting }: ModerationSummary): string {
  return daysWaiting === 0 ? 'Since today' : counted(daysWaiting, 'day', 'days');
}

function closedWith({ status, finalGrade }: ModerationSummary): string {
  return status === 'partial' ? 'Partial, no overall grade' : (finalGrade?.title ?? '');
}
