import { aFeedback, replyTo } from '../builders/feedback.js';
import { people } from '../people.js';
import type { Service } from '../service.js';

/** Feedback in every state, for the pages of feedback. */
export interface FeedbackPlace {
  /** Grace's, with two points to answer. */
  feedbackToAnswer: string;
  /** Grace's, one point answered twice and the other once. */
  answeredFeedback: string;
  /** Grace's, on a plan that another authority wrote. */
  transferredFeedback: string;
  /** On a plan whose officer has no account. */
  feedbackWithoutOfficer: string;
}

export async function feedbackIn(service: Service): Promise<FeedbackPlace> {
  const grace = await service.signIn(people.grace);
  const feedbackToAnswer = await aFeedback(service);
  const answeredFeedback = await aFeedback(service, { team: 'Preparing for adulthood' });
  const transferredFeedback = await aFeedback(service, {
    ...{ isTransferredIn: true, finalGrade: null, agreed: {} },
  });
  const feedbackWithoutOfficer = await aFeedback(service, { officerRef: 'SO-404', evidence: [] });
  const note = 'The paediatrician’s report names no frequency. We have asked for it in writing.';
  await replyTo(grace, answeredFeedback, 'needs-complete', { answer: 'at-next-review' });
  await replyTo(grace, answeredFeedback, 'needs-complete', {
    ...{ answer: 'not-possible', note, seenVersion: 1 },
  });
  await replyTo(grace, answeredFeedback, 'outcomes-smart', { answer: 'corrected-now' });
  return { feedbackToAnswer, answeredFeedback, transferredFeedback, feedbackWithoutOfficer };
}
