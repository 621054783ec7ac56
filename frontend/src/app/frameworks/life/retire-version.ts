import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { InterruptionPanel } from '../../components/interruption-panel';
import { ReadState } from '../../components/read-state';
import { formAttempt } from '../../platform/form-attempt';
import { Notices } from '../../platform/notices';
import type { FrameworkVersion } from '../framework-version-words';
import { LifeClient } from './life-client';

@Component({
  selector: 'app-retire-version',
  imports: [Breadcrumbs, Button, ErrorSummary, InterruptionPanel, ReadState, RouterLink],
  templateUrl: './retire-version.html',
})
export class RetireVersion {
  readonly id = input.required<string>();
  protected readonly reading = httpResource<FrameworkVersion>(() => `/api/frameworks/${this.id()}`);
  protected readonly version = computed(() =>
    this.reading.hasValue() ? this.reading.value() : null,
  );
  protected readonly attempt = formAttempt(form(signal({})));
  private readonly client = inject(LifeClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  protected async retire({ id, number, definition }: FrameworkVersion): Promise<void> {
    const isDone = await this.attempt.send(() => this.client.retire(id));
    if (!isDone) return;
    this.notices.onNextPage(`${definition.title}, version ${number}, is retired`);
    await this.router.navigateByUrl(`/frameworks/${id}`);
  }
}
