import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { PlanOfDocuments, RoundDocumentsResponse } from '@app/shared/contracts';
import { noDocumentInWords, quarterInWords } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Cell, DataTable, type Column } from '../../components/data-table';
import { ErrorSummary } from '../../components/error-summary';
import { ReadState } from '../../components/read-state';
import { SummaryList } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import { InsetText } from '../../components/texts';
import { formAttempt } from '../../platform/form-attempt';
import { Notices } from '../../platform/notices';
import { ProgrammeClient } from '../programme-client';
import { countRows, documentInWords } from './document-words';

/** The documents of each drawn plan, and the plans that have none. */
@Component({
  selector: 'app-round-documents',
  imports: [
    Breadcrumbs,
    Cell,
    DataTable,
    ErrorSummary,
    InsetText,
    ReadState,
    RouterLink,
    SummaryList,
    Tag,
  ],
  templateUrl: './round-documents.html',
})
export class RoundDocuments {
  readonly id = input.required<string>();
  protected readonly reading = httpResource<RoundDocumentsResponse>(
    () => `/api/rounds/${this.id()}/documents`,
  );
  protected readonly loaded = computed(() =>
    this.reading.hasValue() ? this.reading.value() : null,
  );
  protected readonly about = computed(() => {
    const loaded = this.loaded();
    return loaded ? `${loaded.reference} · ${quarterInWords(loaded.quarter)}` : '';
  });
  protected readonly rows = computed(() => {
    const loaded = this.loaded();
    return loaded ? countRows(loaded.counts) : [];
  });
  protected readonly columns: readonly Column<PlanOfDocuments>[] = [
    { key: 'plan', title: 'Plan', isRowHeader: true },
    { key: 'documents', title: 'Documents' },
    { key: 'change', title: 'Change' },
  ];
  protected readonly inWords = documentInWords;
  protected readonly noneInWords = noDocumentInWords;
  protected readonly attempt = formAttempt(form(signal({})));
  private readonly client = inject(ProgrammeClient);
  private readonly notices = inject(Notices);

  protected async mark({ planId, planRef }: PlanOfDocuments, isNoneAsked: boolean): Promise<void> {
    await this.attempt.send(async () => {
      this.reading.set(await this.client.markPlan(this.id(), { planId, isNoneAsked }));
      this.notices.here(
        isNoneAsked
          ? `${planRef}: no document of this kind was asked for`
          : `${planRef}: its documents are still to be entered`,
      );
    });
  }
}
