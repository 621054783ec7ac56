import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { ReadState } from '../../components/read-state';
import { InsetText } from '../../components/texts';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { NavigationFocus } from '../../platform/navigation-focus';
import { Notices } from '../../platform/notices';
import type { FrameworkDraft } from '../framework-draft';
import { LifeClient } from './life-client';

/** The day from which a draft is in force, and the act that makes it a version for good. */
@Component({
  selector: 'app-publish-draft',
  imports: [
    Breadcrumbs,
    Button,
    ErrorSummary,
    FormField,
    FormRoot,
    InsetText,
    ReadState,
    RouterLink,
    TextInput,
  ],
  templateUrl: './publish-draft.html',
})
export class PublishDraft {
  readonly id = input.required<string>();
  protected readonly reading = httpResource<FrameworkDraft>(
    () => `/api/framework-drafts/${this.id()}`,
  );
  protected readonly draft = computed(() =>
    this.reading.hasValue() ? this.reading.value() : null,
  );
  protected readonly address = computed(() => `/frameworks/drafts/${this.id()}`);
  protected readonly model = linkedSignal(() => ({ id: this.id(), from: '' }));
  protected readonly form = form(this.model, (path) => {
    required(path.from, { message: 'Enter the day from which the version is in force' });
  });
  protected readonly attempt = formAttempt(this.form);
  private readonly client = inject(LifeClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  protected async publish({ id, version, title, number }: FrameworkDraft): Promise<void> {
    const { from } = this.model();
    const isDone = await this.attempt.send(() => this.client.publish(id, { from, version }));
    if (!isDone) return;
    this.notices.onNextPage(`${title}, version ${number}, is published`);
    await this.router.navigateByUrl(`/frameworks/${id}`);
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.reading.reload();
    this.focus.focusHeading();
  }
}
