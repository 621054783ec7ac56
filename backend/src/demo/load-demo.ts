import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { roleTitle, type Role } from '@app/shared/domain';
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
import { accessOf, requestKey } from './access.js';
import { loadAudits } from './load-audits.js';
import { confirmRegister } from './load-plans.js';
import { loadProgramme } from './load-programme.js';
import { firstRegister } from './plans.js';
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
    const ids = new Map<Role, string>();
    for (const person of demoPeople) {
      const id = await welcome(app, clock, person, ids.get('administrator') ?? null);
      for (const role of person.roles) ids.set(role, id);
    }
    await nameThePartnership(app, ids.get('administrator') ?? '');
    const lead = accessOf(ids.get('audit-lead') ?? '', 'audit-lead', FIRST_MORNING);
    await confirmRegister(app, clock, lead, firstRegister(), 2);
    await loadProgramme(app, clock, lead);
    await loadAudits(app, clock, lead);
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

async function nameThePartnership(
  app: INestApplicationContext,
  administratorId: string,
): Promise<void> {
  const access = accessOf(administratorId, 'administrator', FIRST_MORNING);
  await app
    .get(ChangePartnership)
    .change(access, { ...demoPartnership, version: 1 }, requestKey(1));
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
