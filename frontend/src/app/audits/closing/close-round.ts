import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { AuditNotClosed, RoundClosingResponse } from '@app/shared/contracts';
import { auditedTitle, auditStateTitle, instantInWords, quarterInWords } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import { DataTable, type Column } from '../../components/data-table';
import { ErrorSummary } from '../../components/error-summary';
import { InterruptionPanel } from '../../components/interruption-panel';
import { ReadState } from '../../components/read-state';
import { SummaryList } from '../../components/summary-list';
import { InsetText } from '../../components/texts';
import { formAttempt } from '../../platform/form-attempt';
import { NavigationFocus } from '../../platform/navigation-focus';
import { Notices } from '../../platform/notices';
import { AuditsClient } from '../audits-client';
import { countRows, lostInWords } from './round-closing-words';

/** What closing a round does, what it would leave uncompleted, and the act itself. */
@Component({
  selector: 'app-close-round',
  imports: [
    Breadcrumbs,
    Button,
    DataTable,
    ErrorSummary,
    InsetText,
    InterruptionPanel,
    ReadState,
    RouterLink,
    SummaryList,
  ],
  templateUrl: './close-round.html',
})
export class CloseRound {
  readonly round = input.required<string>();
  protected readonly reading = httpResource<RoundClosingResponse>(
    () => `/api/rounds/${this.round()}/closing`,
  );
  protected readonly closing = computed(() =>
    this.reading.hasValue() ? this.reading.value() : null,
  );
  protected readonly about = computed(() => {
    const closing = this.closing();
    return closing ? `${closing.reference} · ${quarterInWords(closing.quarter)}` : '';
  });
  protected readonly rows = computed(() => {
    const closing = this.closing();
    return closing ? countRows(closing) : [];
  });
  protected readonly closed = computed(() => {
    const { closedAt, closedBy } = this.closing() ?? { closedAt: null, closedBy: null };
    return closedAt && `${closedBy ?? ''}, ${instantInWords(new Date(closedAt))}`;
  });
  protected readonly columns: readonly Column<AuditNotClosed>[] = [
    { key: 'audit', title: 'Audit', isRowHeader: true, text: ({ reference }) => reference },
    {
      key: 'plan',
      title: 'Plan',
      text: ({ planRef, document }) => auditedTitle(planRef, document?.title ?? null),
    },
    { key: 'state', title: 'State', text: ({ state }) => auditStateTitle[state] },
    {
      key: 'scorings',
      title: 'Agencies that submitted',
      text: ({ scoringsIn, scorings }) => `${scoringsIn} of ${scorings}`,
    },
  ];
  protected readonly lostInWords = lostInWords;
  protected readonly attempt = formAttempt(form(signal({})));
  private readonly client = inject(AuditsClient);
  private readonly notices = inject(Notices);
  private readonly focus = inject(NavigationFocus);

  protected async close({ id, reference, version }: RoundClosingResponse): Promise<void> {
    const isDone = await this.attempt.send(async () => {
      this.reading.set(await this.client.closeRound(id, { version }));
    });
    if (!isDone) return;
    this.notices.here(`The round ${reference} is closed`);
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.reading.reload();
    this.focus.focusHeading();
  }
}
