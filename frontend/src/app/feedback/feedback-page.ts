import { httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
  viewChildren,
} from '@angular/core';
import type { FeedbackResponse } from '@app/shared/contracts';
import { dayInWords, noPointsReasonSentence, quarterInWords } from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { ReadState } from '../components/read-state';
import { SummaryList, type SummaryRow } from '../components/summary-list';
import { InsetText } from '../components/texts';
import { UnsavedDialog } from '../components/unsaved-dialog';
import { askBeforeLeaving, type MayBeLeft } from '../platform/leaving';
import { FeedbackClient } from './feedback-client';
import { FeedbackPoint } from './feedback-point';
import { Quotation } from './quotation';
import { answeredInWords, gradeInWords, officerInWords } from './feedback-words';

/** What the audit of one plan found: strengths first, then points to answer, each with its reply. */
@Component({
  selector: 'app-feedback-page',
  imports: [
    Breadcrumbs,
    FeedbackPoint,
    InsetText,
    Quotation,
    ReadState,
    SummaryList,
    UnsavedDialog,
  ],
  templateUrl: './feedback-page.html',
})
export class FeedbackPage implements MayBeLeft {
  readonly id = input.required<string>();
  protected readonly feedback = httpResource<FeedbackResponse>(() => `/api/feedback/${this.id()}`);
  protected readonly loaded = computed(() =>
    this.feedback.hasValue() ? this.feedback.value() : null,
  );
  protected readonly heading = computed(() => {
    const loaded = this.loaded();
    if (!loaded) return 'Feedback on a plan';
    const { planRef, documentTitle } = loaded;
    return documentTitle === null
      ? `Feedback on plan ${planRef}`
      : `Feedback on ${documentTitle}, plan ${planRef}`;
  });
  protected readonly isAnySourceUnseen = computed(
    () =>
      this.loaded()?.points.some(({ sources }) => sources.some(({ textSeen }) => !textSeen)) ??
      false,
  );
  protected readonly whyNone = noPointsReasonSentence;
  protected readonly answeredInWords = answeredInWords;
  private readonly points = viewChildren(FeedbackPoint);
  private readonly dialog = viewChild.required(UnsavedDialog);
  private readonly client = inject(FeedbackClient);
  readonly mayLeave = askBeforeLeaving(
    () => this.points().some((point) => point.isUnsaved()),
    () => this.dialog().ask(),
  );

  constructor() {
    effect(() => {
      const loaded = this.loaded();
      if (loaded?.mayReply && loaded.openedAt === null) untracked(() => this.noteOpening(loaded));
    });
  }

  protected rowsOf(feedback: FeedbackResponse): SummaryRow[] {
    return [
      { key: 'Audit', value: `${feedback.reference}, ${feedback.frameworkTitle}` },
      { key: 'Quarter', value: quarterInWords(feedback.quarter) },
      { key: 'Closed', value: dayInWords(new Date(feedback.closedAt)) },
      { key: 'Overall grade', value: gradeInWords(feedback) },
      { key: 'Officer', value: officerInWords(feedback) },
      ...(feedback.team === null ? [] : [{ key: 'Team', value: feedback.team }]),
    ];
  }

  /** Nobody waits for it, and without it the feedback is marked as read with the first reply. */
  private noteOpening({ id }: FeedbackResponse): void {
    this.client.open(id).catch(() => undefined);
  }
}
