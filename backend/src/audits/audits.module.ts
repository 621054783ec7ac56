import { Module, type OnModuleInit } from '@nestjs/common';
import { AccountsModule, WaitingForPerson } from '../accounts/index.js';
import { FrameworksModule } from '../frameworks/index.js';
import { ProgrammeModule } from '../programme/index.js';
import { TrailModule } from '../trail/index.js';
import { AllocateRound } from './allocation/allocate-round.js';
import { AllocationRepository } from './allocation/allocation.repository.js';
import { AuditProgress } from './allocation/audit-progress.js';
import { AuditRepository } from './allocation/audit.repository.js';
import { AuditsController } from './allocation/audits.controller.js';
import { ReassignScoring } from './allocation/reassign-scoring.js';
import { SetDueDate } from './allocation/set-due-date.js';
import { WithdrawScoring } from './allocation/withdraw-scoring.js';
import { AuditClosed } from './closing/audit-closed.js';
import { AuditResultRepository } from './closing/audit-result.repository.js';
import { CloseAudit } from './closing/close-audit.js';
import { CloseRound } from './closing/close-round.js';
import { RoundClosed } from './closing/round-closed.js';
import { RoundClosingViews } from './closing/round-closing-views.js';
import { RoundClosingController } from './closing/round-closing.controller.js';
import { RoundClosingRepository } from './closing/round-closing.repository.js';
import { FrameworkInUse } from './framework-in-use.js';
import { CorrectProfile } from './moderation/correct-profile.js';
import { DecideCriterion } from './moderation/decide-criterion.js';
import { ModerationViews } from './moderation/moderation-views.js';
import { ModerationRepository } from './moderation/moderation.repository.js';
import { ModerationsController } from './moderation/moderations.controller.js';
import { AnswerRepository } from './scoring/answer.repository.js';
import { AnswersController } from './scoring/answers.controller.js';
import { DeclareConflict } from './scoring/declare-conflict.js';
import { EndScoring } from './scoring/end-scoring.js';
import { SaveAnswers } from './scoring/save-answers.js';
import { ScoringRepository } from './scoring/scoring.repository.js';
import { ScoringViews } from './scoring/scoring-views.js';
import { ScoringsController } from './scoring/scorings.controller.js';
import { SubmitScoring } from './scoring/submit-scoring.js';
import { WaitingAudits } from './waiting-audits.js';

@Module({
  imports: [AccountsModule, FrameworksModule, ProgrammeModule, TrailModule],
  controllers: [
    AuditsController,
    ScoringsController,
    AnswersController,
    ModerationsController,
    RoundClosingController,
  ],
  providers: [
    AllocateRound,
    AllocationRepository,
    AnswerRepository,
    AuditClosed,
    AuditProgress,
    AuditRepository,
    AuditResultRepository,
    CloseAudit,
    CloseRound,
    CorrectProfile,
    DecideCriterion,
    DeclareConflict,
    EndScoring,
    FrameworkInUse,
    ModerationRepository,
    ModerationViews,
    ReassignScoring,
    RoundClosed,
    RoundClosingRepository,
    RoundClosingViews,
    SaveAnswers,
    ScoringRepository,
    ScoringViews,
    SetDueDate,
    SubmitScoring,
    WaitingAudits,
    WithdrawScoring,
  ],
  exports: [
    AllocateRound,
    AuditClosed,
    AuditProgress,
    AuditResultRepository,
    CloseAudit,
    CloseRound,
    CorrectProfile,
    DecideCriterion,
    DeclareConflict,
    ModerationViews,
    RoundClosed,
    SaveAnswers,
    ScoringRepository,
    SubmitScoring,
    WithdrawScoring,
  ],
})
export class AuditsModule implements OnModuleInit {
  constructor(
    private readonly waiting: WaitingForPerson,
    private readonly audits: WaitingAudits,
  ) {}

  onModuleInit(): void {
    this.waiting.register((access) => this.audits.list(access));
  }
}
