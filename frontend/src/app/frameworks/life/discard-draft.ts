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
import type { FrameworkDraft } from '../framework-draft';
import { LifeClient } from './life-client';

@Component({
  selector: 'app-discard-draft',
  imports: [Breadcrumbs, Button, ErrorSummary, InterruptionPanel, ReadState, RouterLink],
  templateUrl: './discard-draft.html',
})
export class DiscardDraft {
  readonly id = input.required<string>();
  protected readonly reading = httpResource<FrameworkDraft>(
    () => `/api/framework-drafts/${this.id()}`,
  );
  protected readonly draft = computed(() =>
    this.reading.hasValue() ? this.reading.value() : null,
  );
  protected readonly attempt = formAttempt(form(signal({})));
  private readonly client = inject(LifeClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  protected async discard({ id, version, title }: FrameworkDraft): Promise<void> {
    const isDone = await this.attempt.send(() => this.client.discard(id, version));
    if (!isDone) return;
    this.notices.onNextPage(`The draft of ${title} is discarded`);
    await this.router.navigateByUrl('/frameworks');
  }
}
