import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { roleTitle } from '@app/shared/domain';
import {
  AccountRepository,
  ChangePartnership,
  IssuePasswordLink,
  MakeAccount,
  SetPassword,
} from '../accounts/index.js';
import { AppModule } from '../app.module.js';
import { PublishReferenceFrameworks } from '../frameworks/index.js';
import { SetClock } from '../platform/clock/set-clock.js';
import type { Environment } from '../platform/config/environment.js';
import { Transactions } from '../platform/database/transactions.js';
import { Demonstration } from './demonstration.js';
import { loadQuarters } from './load-quarters.js';
import { demoEmail, demoPartnership, demoPassword, demoPeople, type DemoPerson } from './people.js';

/** A month before the first quarter that the demonstration audits. */
const FIRST_MORNING = new Date('2025-06-02T08:00:00Z');

interface DemoSignIns {
  demo?: { password: string; people: { name: string; role: string; email: string }[] };
}

/**
 * Fills an empty installation with the demonstration partnership, by performing the acts people
 * would perform, at the times they would have. Does nothing where there is any account.
 */
export async function loadDemo(environment: Environment): Promise<void> {
  const clock = new SetClock(FIRST_MORNING);
  const app = await NestFactory.createApplicationContext(AppModule.for(environment, clock), {
    logger: false,
  });
  try {
    if (await app.get(AccountRepository).hasAny()) return;
    await app.get(PublishReferenceFrameworks).publish();
    const ids = new Map<string, string>();
    for (const person of demoPeople) {
      const id = await welcome(app, clock, person, ids.get('Helen Marsh') ?? null);
      ids.set(person.fullName, id);
    }
    const demo = new Demonstration(app, clock, ids);
    await nameThePartnership(demo);
    await loadQuarters(demo);
  } finally {
    await app.close();
  }
}

/** The first account is made by nobody, as on the command line; the administrator makes the others. */
async function welcome(
  app: INestApplicationContext,
  clock: SetClock,
  person: DemoPerson,
  administratorId: string | null,
): Promise<string> {
  const wanted = { ...person, email: demoEmail(person.fullName) };
  const id = await app
    .get(Transactions)
    .run((manager) =>
      app
        .get(MakeAccount)
        .insert(manager, wanted, { actorId: administratorId, correlationId: null, isDemo: true }),
    );
  clock.advance(60);
  const { link } = await app
    .get(IssuePasswordLink)
    .issue({ accountId: administratorId, correlationId: null }, id);
  clock.advance(60);
  await app
    .get(SetPassword)
    .set({ token: new URL(link).hash.slice(1), password: demoPassword }, null);
  clock.advance(60);
  return id;
}

async function nameThePartnership(demo: Demonstration): Promise<void> {
  const wanted = { ...demoPartnership, version: 1 };
  await demo.get(ChangePartnership).change(demo.as('Helen Marsh'), wanted, demo.nextRequest());
}

/** The sign-ins to print when the service starts, if it holds the demonstration. */
export async function demoSignIns(app: INestApplicationContext): Promise<DemoSignIns> {
  const accounts = await app.get(AccountRepository).list({ status: 'active' });
  const people = accounts
    .filter((account) => account.isDemo)
    .map((account) => ({
      name: account.fullName,
      role: [...account.roles.map((role) => roleTitle[role]), account.agency?.title]
        .filter(Boolean)
        .join(', '),
      email: account.email,
    }));
  return people.length > 0 ? { demo: { password: demoPassword, people } } : {};
}
