import { Component, inject, linkedSignal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { ReadState } from '../../components/read-state';
import { formAttempt } from '../../platform/form-attempt';
import { Notices } from '../../platform/notices';
import { ProgrammeClient } from '../programme-client';
import { documentRules, draftOf, emptyDocument, enteredOf } from './document-draft';
import { DocumentFields } from './document-fields';
import { DocumentPage, type FoundDocument } from './document-page';

@Component({
  selector: 'app-change-document',
  imports: [Breadcrumbs, Button, DocumentFields, ErrorSummary, FormRoot, ReadState, RouterLink],
  templateUrl: './change-document.html',
})
export class ChangeDocument extends DocumentPage {
  private readonly model = linkedSignal(() => {
    const found = this.found();
    return found ? draftOf(found.document) : emptyDocument;
  });
  protected readonly form = form(this.model, documentRules);
  protected readonly attempt = formAttempt(this.form);
  private readonly client = inject(ProgrammeClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  protected async change({ planRef, document }: FoundDocument): Promise<void> {
    const change = { ...enteredOf(this.model()), version: document.version };
    const isDone = await this.attempt.send(() => this.client.changeDocument(document.id, change));
    if (!isDone) return;
    this.notices.onNextPage(`${change.title} of ${planRef} is changed`);
    await this.router.navigateByUrl(this.back());
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.form().reset();
    this.readLatest();
  }
}
