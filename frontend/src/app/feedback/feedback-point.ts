import {
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form, FormField, FormRoot, required, validate } from '@angular/forms/signals';
import type { FeedbackPointResponse } from '@app/shared/contracts';
import { feedbackLimits, replyAnswerTitle, replyFault, type ReplyAnswer } from '@app/shared/domain';
import { Button } from '../components/button';
import { Details } from '../components/details';
import { ErrorSummary } from '../components/error-summary';
import { GuardedText, guardText } from '../components/guarded-text';
import { Radios } from '../components/radios';
import { formAttempt } from '../platform/form-attempt';
import { FeedbackClient } from './feedback-client';
import { answerChoices, byWhom } from './feedback-words';
import { Quotation } from './quotation';

const { noteMax } = feedbackLimits;

/** One point: the agreed grade, what was found, what better looks like, and what is done about it. */
@Component({
  selector: 'app-feedback-point',
  imports: [Button, Details, ErrorSummary, FormField, FormRoot, GuardedText, Quotation, Radios],
  templateUrl: './feedback-point.html',
})
export class FeedbackPoint {
  readonly point = input.required<FeedbackPointResponse>();
  readonly place = input.required<number>();
  readonly feedbackId = input.required<string>();
  readonly mayReply = input.required<boolean>();
  readonly replied = output();
  private readonly isChanging = signal(false);
  protected readonly isAsked = computed(
    () => this.mayReply() && (this.point().reply === null || this.isChanging()),
  );
  private readonly criterion = computed(() => this.point().criterion);
  /** Begins with what was said before, and stays as it is when the point is read again. */
  protected readonly model = linkedSignal({
    source: this.criterion,
    computation: () => this.saved(),
  });
  protected readonly form = form(this.model, (path) => {
    required(path.answer, { message: 'Choose what you do about this point' });
    guardText(path.note, path.cleared, { name: 'Note', max: noteMax });
    validate(path.note, ({ value, valueOf }) => {
      const answer = valueOf(path.answer) as ReplyAnswer;
      const fault = replyFault({ answer, note: value().trim() || null });
      return fault && { kind: 'reply', message: fault.message };
    });
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly choices = answerChoices;
  protected readonly answerTitle = replyAnswerTitle;
  protected readonly byWhom = byWhom;
  protected readonly noteMax = noteMax;
  private readonly client = inject(FeedbackClient);
  private readonly standing = viewChild<ElementRef<HTMLElement>>('standing');
  /** Where the focus goes once it is there, because what had it goes. */
  private readonly focusNext = signal<'reply' | 'form' | null>(null);

  constructor() {
    afterRenderEffect(() => {
      const next = this.focusNext();
      const reply = this.standing()?.nativeElement;
      if (next === 'form' && this.isAsked()) this.form.answer().focusBoundControl();
      else if (next === 'reply' && reply && !this.isAsked()) reply.focus();
      else return;
      this.focusNext.set(null);
    });
  }

  /** Whether leaving the page would lose something. */
  isUnsaved(): boolean {
    if (!this.isAsked()) return false;
    const { answer, note } = this.saved();
    const now = this.model();
    return now.answer !== answer || now.note.trim() !== note;
  }

  protected async send(): Promise<void> {
    const { answer, note } = this.model();
    const wanted = {
      answer: answer as ReplyAnswer,
      note: note.trim() || null,
      seenVersion: this.point().reply?.version ?? 0,
    };
    const isDone = await this.attempt.send(() =>
      this.client.reply(this.feedbackId(), this.point().criterion, wanted),
    );
    // After a refusal because of another reply, that one is shown above what stands in the form.
    this.isChanging.set(!isDone && (this.isChanging() || this.attempt.isStale()));
    if (isDone || this.attempt.isStale()) this.replied.emit();
    if (isDone) this.focusNext.set('reply');
  }

  protected change(): void {
    this.model.set(this.saved());
    this.isChanging.set(true);
    this.focusNext.set('form');
  }

  protected cancel(): void {
    this.attempt.clear();
    this.isChanging.set(false);
    this.focusNext.set('reply');
  }

  private saved(): { answer: string; note: string; cleared: string[] } {
    const reply = untracked(this.point).reply;
    const cleared: string[] = reply?.note ? ['yes'] : [];
    return { answer: reply?.answer ?? '', note: reply?.note ?? '', cleared };
  }
}
