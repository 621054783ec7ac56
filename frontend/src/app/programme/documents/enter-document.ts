import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { RoundDocumentsResponse } from '@app/shared/contracts';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { ReadState } from '../../components/read-state';
import { formAttempt } from '../../platform/form-attempt';
import { Notices } from '../../platform/notices';
import { ProgrammeClient } from '../programme-client';
import { documentRules, emptyDocument, enteredOf } from './document-draft';
import { DocumentFields } from './document-fields';

@Component({
  selector: 'app-enter-document',
  imports: [Breadcrumbs, Button, DocumentFields, ErrorSummary, FormRoot, ReadState, RouterLink],
  templateUrl: './enter-document.html',
})
export class EnterDocument {
  readonly id = input.required<string>();
  readonly plan = input.required<string>();
  protected readonly reading = httpResource<RoundDocumentsResponse>(
    () => `/api/rounds/${this.id()}/documents`,
  );
  protected readonly back = computed(() => `/programme/rounds/${this.id()}/documents`);
  protected readonly reference = computed(() =>
    this.reading.hasValue() ? this.reading.value().reference : 'Round',
  );
  protected readonly found = computed(() => {
    if (!this.reading.hasValue()) return null;
    const { plans, whyNot } = this.reading.value();
    const plan = plans.find(({ planId }) => planId === this.plan());
    return plan && whyNot === null ? plan : null;
  });
  protected readonly heading = computed(() => {
    const found = this.found();
    return found ? `Enter a document of ${found.planRef}` : 'Enter a document';
  });
  private readonly model = signal(emptyDocument);
  protected readonly form = form(this.model, documentRules);
  protected readonly attempt = formAttempt(this.form);
  private readonly client = inject(ProgrammeClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  protected async enter(planRef: string): Promise<void> {
    const wanted = { ...enteredOf(this.model()), planId: this.plan() };
    const isDone = await this.attempt.send(() => this.client.enterDocument(this.id(), wanted));
    if (!isDone) return;
    this.notices.onNextPage(`${wanted.title} of ${planRef} is entered`);
    await this.router.navigateByUrl(this.back());
  }
}
