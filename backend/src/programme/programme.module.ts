import { Module, type OnModuleInit } from '@nestjs/common';
import { AccountsModule, WaitingForPerson } from '../accounts/index.js';
import { FrameworksModule } from '../frameworks/index.js';
import { PlansModule } from '../plans/index.js';
import { TrailModule } from '../trail/index.js';
import { ChangeDocument } from './documents/change-document.js';
import { DocumentRepository } from './documents/document.repository.js';
import { DocumentViews } from './documents/document-views.js';
import { DocumentsController } from './documents/documents.controller.js';
import { EnterDocument } from './documents/enter-document.js';
import { MarkPlanWithoutDocument } from './documents/mark-plan-without-document.js';
import { RoundOfDocuments } from './documents/round-of-documents.js';
import { TakeOutDocument } from './documents/take-out-document.js';
import { ProgrammeController } from './programme.controller.js';
import { ProgrammeViews } from './programme-views.js';
import { ChangeRound } from './rounds/change-round.js';
import { OpenRound } from './rounds/open-round.js';
import { RoundRepository } from './rounds/round.repository.js';
import { RoundSeeds } from './rounds/round-seeds.js';
import { RoundsController } from './rounds/rounds.controller.js';
import { DrawSample } from './sampling/draw-sample.js';
import { PlanDraw } from './sampling/plan-draw.js';
import { PlansToAudit } from './sampling/plans-to-audit.js';
import { SampleRepository } from './sampling/sample.repository.js';
import { SampleWriter } from './sampling/sample-writer.js';
import { VerificationController } from './sampling/verification.controller.js';
import { VerifyDrawnSample } from './sampling/verify-drawn-sample.js';
import { WithdrawPlan } from './sampling/withdraw-plan.js';
import { WaitingRounds } from './waiting-rounds.js';
import { FinishDrawing } from './years/finish-drawing.js';
import { OpenProgramme } from './years/open-programme.js';
import { ProgrammeRepository } from './years/programme.repository.js';

@Module({
  imports: [AccountsModule, FrameworksModule, PlansModule, TrailModule],
  controllers: [ProgrammeController, RoundsController, DocumentsController, VerificationController],
  providers: [
    ChangeDocument,
    ChangeRound,
    DocumentRepository,
    DocumentViews,
    DrawSample,
    EnterDocument,
    FinishDrawing,
    MarkPlanWithoutDocument,
    OpenProgramme,
    OpenRound,
    PlanDraw,
    PlansToAudit,
    ProgrammeRepository,
    ProgrammeViews,
    RoundOfDocuments,
    RoundRepository,
    RoundSeeds,
    SampleRepository,
    SampleWriter,
    TakeOutDocument,
    VerifyDrawnSample,
    WaitingRounds,
    WithdrawPlan,
  ],
  exports: [
    DocumentRepository,
    DrawSample,
    OpenProgramme,
    OpenRound,
    PlansToAudit,
    ProgrammeRepository,
    RoundRepository,
    RoundSeeds,
    SampleRepository,
  ],
})
export class ProgrammeModule implements OnModuleInit {
  constructor(
    private readonly waiting: WaitingForPerson,
    private readonly rounds: WaitingRounds,
  ) {}

  onModuleInit(): void {
    this.waiting.register((access) => this.rounds.list(access));
  }
}
