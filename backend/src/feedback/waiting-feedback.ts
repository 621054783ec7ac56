import { Injectable } from '@nestjs/common';
import type { Access, Waiting } from '../accounts/index.js';
import { FeedbackRepository } from './feedback.repository.js';

/** What of the feedback waits for a person on the home page. */
@Injectable()
export class WaitingFeedback {
  constructor(private readonly feedback: FeedbackRepository) {}

  async list(access: Access): Promise<Waiting[]> {
    const { toAnswer, toRead, withoutOfficer } = await this.feedback.waiting(access);
    return [
      {
        key: 'feedback-to-answer',
        title: 'Feedback to answer',
        count: toAnswer,
        link: '/feedback',
      },
      {
        ...{ key: 'feedback-to-read', title: 'Feedback to read, with nothing to answer' },
        ...{ count: toRead, link: '/feedback?state=no-points' },
      },
      {
        ...{ key: 'feedback-without-officer', title: 'Feedback without an officer' },
        ...{ count: withoutOfficer, link: '/feedback?officer=none&state=unanswered' },
      },
    ];
  }
}
