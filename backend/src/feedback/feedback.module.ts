import { Module, type OnModuleInit } from '@nestjs/common';
import { AccountsModule, WaitingForPerson } from '../accounts/index.js';
import { AuditClosed, AuditsModule } from '../audits/index.js';
import { TrailModule } from '../trail/index.js';
import { FeedbackViews } from './feedback-views.js';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackRepository } from './feedback.repository.js';
import { GiveFeedback } from './give-feedback.js';
import { OpenFeedback } from './open-feedback.js';
import { ReplyToPoint } from './reply-to-point.js';
import { WaitingFeedback } from './waiting-feedback.js';

@Module({
  imports: [AccountsModule, AuditsModule, TrailModule],
  controllers: [FeedbackController],
  providers: [
    FeedbackRepository,
    FeedbackViews,
    GiveFeedback,
    OpenFeedback,
    ReplyToPoint,
    WaitingFeedback,
  ],
  exports: [FeedbackRepository, OpenFeedback, ReplyToPoint],
})
export class FeedbackModule implements OnModuleInit {
  constructor(
    private readonly closed: AuditClosed,
    private readonly giveFeedback: GiveFeedback,
    private readonly waiting: WaitingForPerson,
    private readonly feedback: WaitingFeedback,
  ) {}

  onModuleInit(): void {
    this.closed.register((audit, manager) => this.giveFeedback.give(audit, manager));
    this.waiting.register((access) => this.feedback.list(access));
  }
}
