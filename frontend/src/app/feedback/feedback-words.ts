import type { FeedbackReplyResponse, FeedbackSummary } from '@app/shared/contracts';
import {
  feedbackStateFilters,
  feedbackStateTitle,
  instantInWords,
  replyAnswers,
  replyAnswerTitle,
  type FeedbackState,
} from '@app/shared/domain';
import type { Choice } from '../components/choice';
import type { TagTone } from '../components/tag';

export const stateTone: Record<FeedbackState, TagTone> = {
  'not-read': 'blue',
  read: 'yellow',
  answered: 'green',
  'no-points': 'grey',
};

export const stateChoices: readonly Choice[] = feedbackStateFilters.map((state) => ({
  value: state,
  label: state === 'unanswered' ? 'Unanswered' : feedbackStateTitle[state],
}));

export const answerChoices: readonly Choice[] = replyAnswers.map((answer) => ({
  value: answer,
  label: replyAnswerTitle[answer],
}));

/** "1 of 3 answered"; nothing where there is nothing to answer. */
export function answeredInWords({
  answeredCount,
  pointCount,
}: Pick<FeedbackSummary, 'answeredCount' | 'pointCount'>): string {
  return pointCount === 0 ? '–' : `${answeredCount} of ${pointCount} answered`;
}

/** "Good"; where too little could be graded for one, that the audit is partial. */
export function gradeInWords({ grade }: Pick<FeedbackSummary, 'grade'>): string {
  return grade?.label ?? 'Partial, no overall grade';
}

/** The officer's name; without an account, how the register names them. */
export function officerInWords({
  officer,
  officerRef,
}: Pick<FeedbackSummary, 'officer' | 'officerRef'>): string {
  if (officer) return officer.fullName;
  return officerRef === null ? 'None in the register' : `${officerRef}, no account`;
}

/** "Grace Lin, 15 September 2026 at 09:30" */
export function byWhom({ repliedBy, repliedAt }: FeedbackReplyResponse): string {
  return `${repliedBy}, ${instantInWords(new Date(repliedAt))}`;
}
