import { beforeAll, describe, expect, it } from '@jest/globals';
import { onePerRole, people, type Person } from '../../support/people.js';
import {
  expectFocusOnArriving,
  expectNoBarriers,
} from '../../support/browser/accessibility/page-faults.js';
import { anOffice } from '../../support/browser/office.js';
import { furnish, type Place } from '../../support/browser/place.js';
import { readRoutes, type PageRoute } from '../../support/browser/routes.js';
import { addressOf, states } from '../../support/browser/states.js';
import type { Visit } from '../../support/browser/visit.js';

const routes = readRoutes();
const everyone: readonly (Person | null)[] = [null, ...onePerRole];

describe('every page of the router', () => {
  const office = anOffice();
  let place: Place;

  beforeAll(async () => {
    place = await furnish(office.service);
  });

  const openFor = (person: Person | null): Promise<Visit> =>
    person ? office.signedIn(person) : office.someone();

  it('has a title of its own', () => {
    const titles = routes.map((route) => route.title);
    expect([...new Set(titles)]).toEqual(titles);
  });

  it.each(everyone.map((person) => ({ who: person?.fullName ?? 'nobody', person })))(
    'opens for $who where it may, and leads elsewhere where it may not',
    async ({ person }) => {
      const visit = await openFor(person);
      const landed: Record<string, string> = {};
      const meant: Record<string, string> = {};
      for (const route of routes) {
        const address = addressOf(route.path, place);
        await visit.goTo(address);
        landed[route.path] = `${visit.address()} ${await visit.page.title()}`;
        meant[route.path] = landingOf(route, address, person);
      }
      expect(landed).toEqual(meant);
    },
  );

  it.each(routes)('$path can be used by everyone who may see it', async (route) => {
    const visit = await openFor(firstWhoSees(route));
    await visit.goTo(addressOf(route.path, place));
    await expectNoBarriers(visit);
    await expectFocusOnArriving(visit);
  });

  it.each(states)('$route can be used by everyone: $state', async (state) => {
    const visit = await openFor(state.person);
    await state.reach(visit, place);
    await expectNoBarriers(visit);
  });
});

/** Pages that are named after what they show. */
const ownTitles: Readonly<Record<string, string>> = {
  '/accounts/:id': 'Priya Nair',
  '/frameworks/:id': 'EHC plan audit',
  '/frameworks/:id/domains/:domain': 'Health needs and provision',
  '/plans/:id': 'Plan AV-900001',
  '/scorings/:id/domains/:domain': 'Voice of the child or young person',
  '/moderations/:id/criteria/:criterion': 'Outcomes are SMART',
  '/moderations/:id/profile/:field': 'Correct: Health need evident',
  '/programme/:year': 'Programme year 2026-27',
  '/reports/:id': 'Learning report: Oct to Dec 2024 (Q3 2024-25)',
  '/programme/rounds/:id': 'Routine round, Jul to Sep 2026',
};

function landingOf(route: PageRoute, address: string, person: Person | null): string {
  const words = (title: string) => `${title} – EHC plan quality audit`;
  const here = `${address} ${words(ownTitles[route.path] ?? route.title)}`;
  if (maySee(route, person)) return here;
  if (!person) return `/sign-in ${words('Sign in')}`;
  if (route.audience === 'signed-out') return `/ ${words('Home')}`;
  return `/no-permission ${words('You do not have permission')}`;
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
