import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Problem } from '@app/shared/domain';
import { AppModule } from '../app.module.js';
import { EnvironmentFault, readEnvironment } from '../platform/config/environment.js';
import { migrate } from '../platform/database/migrate.js';

/** Runs a command against the database the surroundings name, and ends with its exit code. */
export async function runCommand(
  work: (app: INestApplicationContext) => Promise<number>,
): Promise<void> {
  try {
    const environment = readEnvironment({ ...process.env, LOG_LEVEL: 'error' }, 'none');
    await migrate(environment.DATABASE_URL);
    const app = await NestFactory.createApplicationContext(AppModule.for(environment), {
      logger: ['error'],
    });
    try {
      process.exitCode = await work(app);
    } finally {
      await app.close();
    }
  } catch (error) {
    const isPlain = error instanceof EnvironmentFault || error instanceof Problem;
    say(isPlain ? error.message : String((error as Error).stack));
    if (error instanceof Problem) {
      // The first field's sentence is the problem's own and has been said.
      for (const { message } of error.errors.filter((one) => one.message !== error.detail)) {
        say(message);
      }
    }
    process.exitCode = 1;
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
