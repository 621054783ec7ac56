import { Module, type OnModuleInit } from '@nestjs/common';
import { AccountsModule, WaitingForPerson } from '../accounts/index.js';
import { TrailModule } from '../trail/index.js';
import { PlanFrame } from './plan-frame.js';
import { PlanRepository } from './plan.repository.js';
import { PlansController } from './plans.controller.js';
import { AbsenceRepository } from './registers/absence.repository.js';
import { ConfirmRegister } from './registers/confirm-register.js';
import { DiscardRegister } from './registers/discard-register.js';
import { IntakeRepository } from './registers/intake.repository.js';
import { RegisterRepository } from './registers/register.repository.js';
import { RegisterViews } from './registers/register-views.js';
import { RegistersController } from './registers/registers.controller.js';
import { RemoveExpiredRegisters } from './registers/remove-expired-registers.js';
import { SettleAbsentPlans } from './registers/settle-absent-plans.js';
import { UploadRegister } from './registers/upload-register.js';

@Module({
  imports: [AccountsModule, TrailModule],
  controllers: [PlansController, RegistersController],
  providers: [
    AbsenceRepository,
    ConfirmRegister,
    DiscardRegister,
    IntakeRepository,
    PlanFrame,
    PlanRepository,
    RegisterRepository,
    RegisterViews,
    RemoveExpiredRegisters,
    SettleAbsentPlans,
    UploadRegister,
  ],
  exports: [ConfirmRegister, PlanFrame, PlanRepository, UploadRegister],
})
export class PlansModule implements OnModuleInit {
  constructor(
    private readonly waiting: WaitingForPerson,
    private readonly registers: RegisterRepository,
    private readonly absences: AbsenceRepository,
  ) {}

  onModuleInit(): void {
    this.waiting.register(async (access) => {
      if (!access.account.roles.includes('audit-lead')) return [];
      const absent = await this.absences.undecided();
      return [
        {
          key: 'plan-registers-waiting',
          title: 'Uploads of the register to confirm or discard',
          count: await this.registers.countWaiting(),
          link: '/plans/registers',
        },
        {
          key: 'plans-absent',
          title: 'Plans missing from the register, to keep or cease',
          count: absent?.count ?? 0,
          link: `/plans/registers/${absent?.registerId ?? ''}/absent`,
        },
      ];
    });
  }
}
