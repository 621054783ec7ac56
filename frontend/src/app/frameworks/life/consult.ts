import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot, required, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { ReviewerListResponse } from '@app/shared/contracts';
import { calendarDayInWords } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import { Checkboxes } from '../../components/checkboxes';
import type { Choice } from '../../components/choice';
import { ErrorSummary } from '../../components/error-summary';
import { ReadState } from '../../components/read-state';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { NavigationFocus } from '../../platform/navigation-focus';
import { Notices } from '../../platform/notices';
import type { FrameworkDraft } from '../framework-draft';
import { CommentList } from './comment-list';
import { LifeClient } from './life-client';

/** Who is asked about a draft, until when, and what they say. */
@Component({
  selector: 'app-consult',
  imports: [
    Breadcrumbs,
    Button,
    Checkboxes,
    CommentList,
    ErrorSummary,
    FormField,
    FormRoot,
    ReadState,
    RouterLink,
    TextInput,
  ],
  templateUrl: './consult.html',
})
export class Consult {
  readonly id = input.required<string>();
  protected readonly reading = httpResource<FrameworkDraft>(
    () => `/api/framework-drafts/${this.id()}`,
  );
  protected readonly draft = computed(() =>
    this.reading.hasValue() ? this.reading.value() : null,
  );
  protected readonly people = httpResource<ReviewerListResponse>(
    () => '/api/framework-drafts/reviewers',
  );
  protected readonly choices = computed((): Choice[] =>
    (this.people.hasValue() ? this.people.value().people : []).map(({ id, fullName }) => ({
      ...{ value: id, label: fullName },
    })),
  );
  protected readonly address = computed(() => `/frameworks/drafts/${this.id()}`);
  protected readonly said = computed(() => {
    const draft = this.draft();
    if (!draft) return [];
    const criteria = draft.definition.domains.flatMap((domain) => domain.criteria);
    const about = [{ key: null, title: 'The whole' }, ...criteria];
    return about
      .map(({ key, title }) => ({
        ...{ key, title, comments: draft.said.filter(({ criterion }) => criterion === key) },
      }))
      .filter(({ comments }) => comments.length > 0);
  });
  protected readonly model = linkedSignal(() => ({
    reviewerIds: this.draft()?.reviewers.map(({ id }) => id) ?? [],
    closesOn: '',
  }));
  protected readonly form = form(this.model, (path) => {
    validate(path.reviewerIds, ({ value }) =>
      value().length > 0 ? null : { kind: 'none', message: 'Choose at least one person to ask' },
    );
    required(path.closesOn, { message: 'Enter the last day for comments' });
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly ending = formAttempt(form(signal({})));
  protected readonly day = calendarDayInWords;
  private readonly client = inject(LifeClient);
  private readonly notices = inject(Notices);
  private readonly focus = inject(NavigationFocus);

  protected async open({ id, version }: FrameworkDraft): Promise<void> {
    const { reviewerIds, closesOn } = this.model();
    const wanted = { reviewerIds, closesOn, version };
    const isDone = await this.attempt.send(() => this.client.consult(id, wanted));
    if (isDone) this.show('The consultation is open');
  }

  protected async end({ id, version }: FrameworkDraft): Promise<void> {
    const isDone = await this.ending.send(() => this.client.endConsultation(id, version));
    if (isDone) this.show('The consultation has ended and the draft can be edited');
  }

  protected names({ reviewers }: FrameworkDraft): string {
    return reviewers.map(({ fullName }) => fullName).join(', ');
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.ending.clear();
    this.reading.reload();
    this.focus.focusHeading();
  }

  private show(notice: string): void {
    this.notices.here(notice);
    this.reading.reload();
  }
}
