import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { DrawPlanResponse, RoundResponse } from '@app/shared/contracts';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { DataTable } from '../components/data-table';
import { ErrorSummary } from '../components/error-summary';
import { InterruptionPanel } from '../components/interruption-panel';
import { ReadState } from '../components/read-state';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { ProgrammeClient } from './programme-client';
import { day, mergedInWords, roundTitle, strataColumns, wholeNumber } from './programme-words';

@Component({
  selector: 'app-draw-sample',
  imports: [Breadcrumbs, Button, DataTable, ErrorSummary, InterruptionPanel, ReadState, RouterLink],
  templateUrl: './draw-sample.html',
})
export class DrawSample {
  readonly id = input.required<string>();
  protected readonly columns = strataColumns;
  protected readonly wholeNumber = wholeNumber;
  protected readonly dayOf = day;
  protected readonly round = httpResource<RoundResponse>(() => `/api/rounds/${this.id()}`);
  protected readonly plan = httpResource<DrawPlanResponse>(
    () => `/api/rounds/${this.id()}/draw-plan`,
  );
  protected readonly loaded = computed(() => (this.round.hasValue() ? this.round.value() : null));
  protected readonly planned = computed(() => (this.plan.hasValue() ? this.plan.value() : null));
  protected readonly merged = computed(() => mergedInWords(this.planned()?.strata ?? []));
  protected readonly heading = computed(() => {
    const round = this.loaded();
    if (!round) return 'Draw a sample';
    return round.sample ? 'This sample has been drawn' : `Draw the sample: ${roundTitle(round)}`;
  });
  private readonly nothing = form(signal({}));
  protected readonly attempt = formAttempt(this.nothing);
  private readonly client = inject(ProgrammeClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async draw({ id, version }: RoundResponse): Promise<void> {
    const isDone = await this.attempt.send(async () => {
      const { drawnSize } = await this.client.drawSample(id, version);
      this.notices.onNextPage(`${drawnSize === 1 ? '1 plan is' : `${drawnSize} plans are`} drawn`);
    });
    if (isDone) await this.router.navigateByUrl(`/programme/rounds/${id}`);
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.round.reload();
    this.plan.reload();
    this.focus.focusHeading();
  }
}
