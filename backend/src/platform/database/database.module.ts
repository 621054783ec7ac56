import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Environment } from '../config/environment.js';
import { applicationDataSource } from './data-source.js';

export function databaseModule(environment: Environment): DynamicModule {
  return TypeOrmModule.forRoot({
    ...applicationDataSource(environment.DATABASE_URL),
    autoLoadEntities: true,
    retryAttempts: 3,
    retryDelay: 1000,
  });
}
