import { Module, type OnModuleInit } from '@nestjs/common';
import { AccountsModule, WaitingForPerson } from '../accounts/index.js';
import { FrameworksModule } from '../frameworks/index.js';
import { PlansModule } from '../plans/index.js';
import { TrailModule } from '../trail/index.js';
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
  controllers: [ProgrammeController, RoundsController, VerificationController],
  providers: [
    ChangeRound,
    DrawSample,
    FinishDrawing,
    OpenProgramme,
    OpenRound,
    PlanDraw,
    PlansToAudit,
    ProgrammeRepository,
    ProgrammeViews,
    RoundRepository,
    RoundSeeds,
    SampleRepository,
    SampleWriter,
    VerifyDrawnSample,
    WaitingRounds,
    WithdrawPlan,
  ],
  exports: [
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
