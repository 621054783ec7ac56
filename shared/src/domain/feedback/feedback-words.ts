/** What the plan's writer does about a point. Words of a list, so that reports can count them. */
export const replyAnswers = ['corrected-now', 'at-next-review', 'not-possible'] as const;
export type ReplyAnswer = (typeof replyAnswers)[number];

export const replyAnswerTitle: Record<ReplyAnswer, string> = {
  'corrected-now': 'Corrected now',
  'at-next-review': 'Will be corrected at the next review',
  'not-possible': 'Not possible',
};

/**
 * How far a feedback is with whoever answers it. read: opened, and points are still to be answered;
 * answered: every point is; no-points: there is nothing to answer.
 */
export const feedbackStates = ['not-read', 'read', 'answered', 'no-points'] as const;
export type FeedbackState = (typeof feedbackStates)[number];

export const feedbackStateTitle: Record<FeedbackState, string> = {
  'not-read': 'Not read',
  read: 'Read',
  answered: 'Answered',
  'no-points': 'Nothing to answer',
};

/** What a list of feedback can be narrowed to: a state, or the two that wait for answers. */
export const feedbackStateFilters = ['unanswered', ...feedbackStates] as const;
export type FeedbackStateFilter = (typeof feedbackStateFilters)[number];

/**
 * Why a feedback has no points. What another authority wrote or the Tribunal ordered is not the
 * writer's to put right; otherwise nothing was below the standard.
 */
export const noPointsReasons = ['transferred-in', 'tribunal-ordered', 'none-below'] as const;
export type NoPointsReason = (typeof noPointsReasons)[number];

/** As the page says it. */
export const noPointsReasonSentence: Record<NoPointsReason, string> = {
  'transferred-in':
    'This plan came from another authority and its wording may be theirs, so no points are given. Look at it again at the next review.',
  'tribunal-ordered':
    'The Tribunal ordered the content of this plan, so no points are given: its wording is not yours to change.',
  'none-below':
    'Every criterion that was graded meets the standard, so there is nothing to answer.',
};

/** The same in form, contract and database. Lengths are in characters. */
export const feedbackLimits = {
  pointsMax: 3,
  strengthsMax: 2,
  noteMax: 500,
} as const;
