import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './accounts/index.js';
import { AuditsModule } from './audits/index.js';
import { FeedbackModule } from './feedback/index.js';
import { FrameworksModule } from './frameworks/index.js';
import { Clock } from './platform/clock/clock.js';
import type { Environment } from './platform/config/environment.js';
import { PlansModule } from './plans/index.js';
import { PlatformModule } from './platform/platform.module.js';
import { ProgrammeModule } from './programme/index.js';
import { ReportsModule } from './reports/index.js';
import { TrailModule } from './trail/index.js';
import { TrendsModule } from './trends/index.js';

/** The features, from the lowest rung up. */
@Module({})
export class AppModule {
  static for(environment: Environment, clock: Clock = new Clock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.for(environment, clock),
        TrailModule,
        AccountsModule,
        FrameworksModule,
        PlansModule,
        ProgrammeModule,
        AuditsModule,
        FeedbackModule,
        TrendsModule,
        ReportsModule,
      ],
    };
  }
}
