import { AppModule, configureApp, readEnvironment, SetClock } from '@app/backend/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import { fileURLToPath } from 'node:url';
import { databaseWithPeople, type TestDatabase } from './database.js';
import { people, type Person } from './people.js';
import { Visitor } from './visitor.js';

const PAGES = fileURLToPath(new URL('../../frontend/dist/browser', import.meta.url));

/** A Tuesday morning in the second quarter of the demonstration's year. */
export const TUESDAY_MORNING = new Date('2026-09-15T08:30:00Z');

export interface ServiceOptions {
  database?: TestDatabase;
  environment?: Record<string, string>;
  clock?: SetClock;
  /** Replaces parts of the application, to show what happens without them. */
  change?: (builder: TestingModuleBuilder) => TestingModuleBuilder;
}

export interface Service {
  url: string;
  app: NestExpressApplication;
  clock: SetClock;
  database: TestDatabase;
  /** Someone who is not signed in. */
  visitor(): Visitor;
  signIn(person: Person): Promise<Visitor>;
  stop(): Promise<void>;
}

/** The real application on a real database of its own, with a clock that stands still. */
export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const database = options.database ?? (await databaseWithPeople());
  const clock = options.clock ?? new SetClock(TUESDAY_MORNING);
  const environment = readEnvironment(
    {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.url,
      API_DOCS: 'on',
      ...options.environment,
    },
    PAGES,
  );
  const builder = Test.createTestingModule({ imports: [AppModule.for(environment, clock)] });
  const module = await (options.change?.(builder) ?? builder).compile();
  const app = configureApp(
    module.createNestApplication<NestExpressApplication>({ bodyParser: false, bufferLogs: true }),
  );
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    app,
    clock,
    database,
    visitor: () => new Visitor(url),
    signIn: async (person) => {
      const visitor = new Visitor(url);
      const answer = await visitor.signIn(person);
      if (answer.status !== 200)
        throw new Error(`${person.fullName} could not sign in: ${answer.status}`);
      return visitor;
    },
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}

export { people };
