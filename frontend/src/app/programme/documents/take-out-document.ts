import { Component, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { ReadState } from '../../components/read-state';
import { formAttempt } from '../../platform/form-attempt';
import { Notices } from '../../platform/notices';
import { ProgrammeClient } from '../programme-client';
import { DocumentPage, type FoundDocument } from './document-page';

@Component({
  selector: 'app-take-out-document',
  imports: [Breadcrumbs, Button, ErrorSummary, ReadState, RouterLink],
  templateUrl: './take-out-document.html',
})
export class TakeOutDocument extends DocumentPage {
  protected readonly attempt = formAttempt(form(signal({})));
  private readonly client = inject(ProgrammeClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  protected async takeOut({ planRef, document }: FoundDocument): Promise<void> {
    const { id, version, title } = document;
    const isDone = await this.attempt.send(() => this.client.takeOutDocument(id, version));
    if (!isDone) return;
    this.notices.onNextPage(`${title} of ${planRef} is taken out`);
    await this.router.navigateByUrl(this.back());
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.readLatest();
  }
}
