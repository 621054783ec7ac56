import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ProgrammeListResponse, ProgrammeResponse } from '@app/shared/contracts';
import { Button } from '../components/button';
import { Cell, DataTable, type Column } from '../components/data-table';
import { ErrorSummary } from '../components/error-summary';
import { ReadState } from '../components/read-state';
import { formAttempt } from '../platform/form-attempt';
import { Notices } from '../platform/notices';
import { ProgrammeClient } from './programme-client';
import { day } from './programme-words';

@Component({
  selector: 'app-programme-years',
  imports: [Button, Cell, DataTable, ErrorSummary, ReadState, RouterLink],
  templateUrl: './programme-years.html',
})
export class ProgrammeYears {
  protected readonly programmes = httpResource<ProgrammeListResponse>(() => '/api/programmes');
  protected readonly columns: readonly Column<ProgrammeResponse>[] = [
    { key: 'year', title: 'Year', isRowHeader: true },
    {
      key: 'drawing',
      title: 'Drawing',
      text: ({ drawingFinishedOn }) =>
        drawingFinishedOn === null ? 'Goes on' : `Finished on ${day(drawingFinishedOn)}`,
    },
    { key: 'rounds', title: 'Rounds', isNumeric: true, text: ({ rounds }) => `${rounds.length}` },
    {
      key: 'drawn',
      title: 'Plans drawn',
      isNumeric: true,
      text: ({ rounds }) => `${rounds.reduce((sum, { drawnSize }) => sum + (drawnSize ?? 0), 0)}`,
    },
  ];
  private readonly nothing = form(signal({}));
  protected readonly attempt = formAttempt(this.nothing);
  private readonly client = inject(ProgrammeClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  protected async open(year: string): Promise<void> {
    const isDone = await this.attempt.send(() => this.client.openYear(year));
    if (!isDone) return;
    this.notices.onNextPage(`The programme year ${year} is open, and its seed is fixed`);
    await this.router.navigateByUrl(`/programme/${year}`);
  }
}
