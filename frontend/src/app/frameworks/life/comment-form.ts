import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { consultationLimits } from '@app/shared/domain';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { GuardedText, guardText } from '../../components/guarded-text';
import { formAttempt } from '../../platform/form-attempt';
import { Notices } from '../../platform/notices';
import type { FrameworkConsultation } from '../framework-draft';
import { LifeClient } from './life-client';

const { commentMax } = consultationLimits;

/** A comment on one criterion of a draft, or on the whole. */
@Component({
  selector: 'app-comment-form',
  imports: [Button, ErrorSummary, FormRoot, GuardedText],
  template: `
    <app-error-summary [items]="attempt.summary()" />
    <form class="app-prose" [formRoot]="form" (submit)="send()">
      <app-guarded-text
        [fieldId]="'comment-' + (criterion() ?? 'whole')"
        label="Your comment"
        [context]="title()"
        rule="Say what would make it clearer or fairer. Name nobody."
        [rows]="3"
        [limit]="commentMax"
        [text]="form.text"
        [cleared]="form.cleared"
      />
      <div class="app-actions">
        <button type="submit" appButton="secondary">
          Save comment<span class="govuk-visually-hidden"> on {{ title() }}</span>
        </button>
      </div>
    </form>
  `,
})
export class CommentForm {
  readonly draftId = input.required<string>();
  /** Key; null: about the whole. */
  readonly criterion = input.required<string | null>();
  readonly title = input.required<string>();
  readonly saved = output<FrameworkConsultation>();
  protected readonly commentMax = commentMax;
  protected readonly model = linkedSignal({
    source: this.criterion,
    computation: () => ({ text: '', cleared: [] as string[] }),
  });
  protected readonly form = form(this.model, (path) => {
    const missing = () => 'Enter your comment';
    guardText(path.text, path.cleared, { name: 'Comment', max: commentMax, missing });
  });
  protected readonly attempt = formAttempt(this.form);
  private readonly client = inject(LifeClient);
  private readonly notices = inject(Notices);

  /** Whether leaving the page would lose something. */
  isUnsaved(): boolean {
    return this.model().text.trim() !== '';
  }

  protected async send(): Promise<void> {
    const wanted = { criterion: this.criterion(), text: this.model().text.trim() };
    const isDone = await this.attempt.send(async () => {
      this.saved.emit(await this.client.comment(this.draftId(), wanted));
    });
    if (!isDone) return;
    this.model.set({ text: '', cleared: [] });
    this.form().reset();
    this.notices.here('Comment saved');
  }
}
