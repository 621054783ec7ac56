import { beforeAll, describe, expect, it } from '@jest/globals';
import { onePerRole, people, type Person } from '../../support/people.js';
import {
  expectFocusOnArriving,
  expectNoBarriers,
} from '../../support/browser/accessibility/page-faults.js';
import { anOffice } from '../../support/browser/office.js';
import { furnish, type Place } from '../../support/browser/place.js';
import { readRoutes, type PageRoute } from '../../support/browser/routes.js';
import { addressOf } from '../../support/browser/states.js';
import type { Visit } from '../../support/browser/visit.js';

const routes = readRoutes();
const everyone: readonly (Person | null)[] = [null, ...onePerRole];

describe('every page of the router', () => {
  const office = anOffice();
  let place: Place;

  beforeAll(async () => {
    place = await furnish(office.service);
  });

  it('has a title of its own', () => {
    const titles = routes.map((route) => route.title);
    expect([...new Set(titles)]).toEqual(titles);
  });

  it.each(everyone.map((person) => ({ who: person?.fullName ?? 'nobody', person })))(
    'opens for $who where it may, and leads elsewhere where it may not',
    async ({ person }) => {
      const { shut, open } = Object.groupBy(routes, (route) =>
        maySee(route, person) ? 'open' : 'shut',
      );
      const [first, ...others] = [...(shut ?? []), ...(open ?? [])];
      if (!first) throw new Error('the router has no pages');
      await office.look(person, async (visit) => {
        // One that is shut is loaded anew; from there on the same guards judge in the running pages.
        await visit.goTo(addressOf(first.path, place));
        await expectLanding(visit, landingOf(first, place, person));
        for (const route of others) {
          await visit.moveTo(addressOf(route.path, place));
          await expectLanding(visit, landingOf(route, place, person));
        }
      });
    },
  );

  it.each(routes)('$path can be used by everyone who may see it', async (route) => {
    await office.look(firstWhoSees(route), async (visit) => {
      await visit.goTo(addressOf(route.path, place));
      await expectNoBarriers(visit);
      await expectFocusOnArriving(visit);
    });
  });
});

/** Pages that are named after what they show. */
const ownTitles: Readonly<Record<string, string>> = {
  '/accounts/:id': 'Priya Nair',
  '/frameworks/:id': 'EHC plan audit',
  '/frameworks/:id/domains/:domain': 'Health needs and provision',
  '/frameworks/drafts/:id': 'EHC plan audit, draft',
  '/frameworks/drafts/:id/agencies/:key': 'Health',
  '/frameworks/drafts/:id/questions/:key': 'Learning disability',
  '/frameworks/drafts/:id/domains/:domain': 'Voice of the child or young person',
  '/frameworks/drafts/:id/domains/:domain/criteria/:criterion': 'Child’s own voice',
  '/frameworks/drafts/:id/facts/:key': 'SMART outcomes',
  '/frameworks/drafts/:id/indicators/:key': 'Outcomes that meet all five tests',
  '/frameworks/drafts/:id/sources/:key':
    'Special Educational Needs and Disability Regulations 2014 (SI 2014/1530)',
  '/frameworks/drafts/:id/tags/:key': 'Child voice',
  '/frameworks/drafts/:id/preview/:agency/:domain': 'Preview: Health needs and provision',
  '/frameworks/consultations/:id': 'Draft of Annual review audit',
  '/frameworks/consultations/:id/domains/:domain': 'Voice of the child or young person',
  '/plans/:id': 'Plan AV-900001',
  '/scorings/:id/domains/:domain': 'Voice of the child or young person',
  '/moderations/:id/criteria/:criterion': 'Outcomes are SMART',
  '/moderations/:id/profile/:field': 'Correct: Health need evident',
  '/programme/:year': 'Programme year 2026-27',
  '/reports/:id': 'Learning report: Oct to Dec 2024 (Q3 2024-25)',
  '/programme/rounds/:id': 'Routine round, Jul to Sep 2026',
};

interface Landing {
  address: string;
  title: string;
}

/** Where somebody stands after asking for a page, and stays once everything has been read. */
async function expectLanding(visit: Visit, meant: Landing): Promise<void> {
  await visit.page
    .waitForFunction(
      ({ address, title }) => location.href.endsWith(address) && document.title === title,
      meant,
    )
    // What stands there instead is said below.
    .catch(() => undefined);
  await visit.settle();
  expect({ address: visit.address(), title: await visit.page.title() }).toEqual(meant);
}

function landingOf(route: PageRoute, place: Place, person: Person | null): Landing {
  const at = (address: string, title: string): Landing => ({
    address,
    title: `${title} – EHC plan quality audit`,
  });
  if (maySee(route, person)) {
    return at(addressOf(route.path, place), ownTitles[route.path] ?? route.title);
  }
  if (!person) return at('/sign-in', 'Sign in');
  if (route.audience === 'signed-out') return at('/', 'Home');
  return at('/no-permission', 'You do not have permission');
}

function maySee({ audience }: PageRoute, person: Person | null): boolean {
  if (audience === 'anyone') return true;
  if (audience === 'signed-out') return person === null;
  if (person === null) return false;
  return audience === 'signed-in' || person.roles.some((role) => audience.includes(role));
}

/** Helen sees the most of a page, so she is asked first where she may see it. */
function firstWhoSees(route: PageRoute): Person | null {
  const found = [people.helen, null, ...onePerRole].find((person) => maySee(route, person));
  if (found === undefined) throw new Error(`nobody sees ${route.path}`);
  return found;
}
