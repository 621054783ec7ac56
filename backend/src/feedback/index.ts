export { FeedbackModule } from './feedback.module.js';
export { FeedbackRepository, type FeedbackCounts } from './feedback.repository.js';
export { OpenFeedback } from './open-feedback.js';
export { ReplyToPoint } from './reply-to-point.js';
