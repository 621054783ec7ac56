import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ProgrammeListResponse, ProgrammeResponse } from '@app/shared/contracts';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { InterruptionPanel } from '../components/interruption-panel';
import { ReadState } from '../components/read-state';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { ProgrammeClient } from './programme-client';

@Component({
  selector: 'app-finish-drawing',
  imports: [Breadcrumbs, Button, ErrorSummary, InterruptionPanel, ReadState, RouterLink],
  templateUrl: './finish-drawing.html',
})
export class FinishDrawing {
  readonly year = input.required<string>();
  protected readonly programmes = httpResource<ProgrammeListResponse>(() => '/api/programmes');
  protected readonly loaded = computed(() =>
    this.programmes.hasValue()
      ? (this.programmes.value().programmes.find(({ year }) => year === this.year()) ?? null)
      : null,
  );
  protected readonly heading = computed(() =>
    this.loaded()?.seed
      ? `Drawing is finished for ${this.year()}`
      : `Finish drawing for ${this.year()}?`,
  );
  private readonly nothing = form(signal({}));
  protected readonly attempt = formAttempt(this.nothing);
  private readonly client = inject(ProgrammeClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async finish({ id, version, year }: ProgrammeResponse): Promise<void> {
    const isDone = await this.attempt.send(() => this.client.finishDrawing(id, version));
    if (!isDone) return;
    this.notices.onNextPage(`Drawing is finished for ${year}, and its seed is shown`);
    await this.router.navigateByUrl(`/programme/${year}`);
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.programmes.reload();
    this.focus.focusHeading();
  }
}
