import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock/clock.js';
import { Environment } from './config/environment.js';
import { databaseModule } from './database/database.module.js';
import { Transactions } from './database/transactions.js';
import { HealthController } from './health/health.controller.js';
import { Ids } from './ids/ids.js';
import { Jobs } from './jobs/jobs.js';
import { loggingModule } from './logging/logging.module.js';

@Global()
@Module({})
export class PlatformModule {
  static for(environment: Environment, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      imports: [loggingModule(environment), databaseModule(environment)],
      controllers: [HealthController],
      providers: [
        { provide: Environment, useValue: environment },
        { provide: Clock, useValue: clock },
        Ids,
        Transactions,
        Jobs,
      ],
      exports: [Environment, Clock, Ids, Transactions, Jobs],
    };
  }
}
