import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onePerRole, people, type Person } from '../people.js';
import { writeIndex, writeSheet, type Row } from './contact-sheet.js';
import { anOffice } from './office.js';
import { furnish, type Place } from './place.js';
import { readRoutes, type PageRoute } from './routes.js';
import type { PageState } from './page-state.js';
import { addressOf, states } from './states.js';
import type { Visit } from './visit.js';

/** The wide desk, the telephone, and the desk enlarged to 200%, which halves its pixels. */
const SIZES = [
  { size: '1280 px', width: 1280, height: 800, shownWidth: 720 },
  { size: '320 px', width: 320, height: 640, shownWidth: 320 },
  { size: '200%', width: 640, height: 400, shownWidth: 420 },
];
/** More of them on one picture cannot be read when the picture is seen whole. */
const STATES_ON_A_SHEET = 2;

const folder = process.env.SCREENS_FOLDER ?? '';
const routes = readRoutes();

describe('contact sheets', () => {
  const office = anOffice();
  const sheets: { title: string; rows: Row[] }[] = [];
  let place: Place;

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    place = await furnish(office.service);
  });
  afterAll(() => writeIndex(folder, sheets));

  it.each(routes)('$path', async (route) => {
    const rows: Row[] = [];
    for (const state of statesOf(route)) {
      const visit = await (state.person ? office.signedIn(state.person) : office.someone());
      await state.reach(visit, place);
      const name = `${fileName(route)}-${rows.length + 1}`;
      rows.push({ state: state.state, shots: await photograph(visit, name) });
    }
    const title = `${route.title} (${route.path})`;
    const visit = await office.someone();
    for (let first = 0; first < rows.length; first += STATES_ON_A_SHEET) {
      const file = join(folder, `sheet-${fileName(route)}-${first / STATES_ON_A_SHEET + 1}.png`);
      await writeSheet(visit.page, file, title, rows.slice(first, first + STATES_ON_A_SHEET));
      expect(existsSync(file)).toBe(true);
    }
    sheets.push({ title, rows });
  });
});

function statesOf(route: PageRoute): PageState[] {
  const asItOpens: PageState = {
    route: route.path,
    state: 'full',
    person: firstPerson(route),
    reach: (visit, place) => visit.goTo(addressOf(route.path, place)),
  };
  return [asItOpens, ...states.filter((state) => state.route === route.path)];
}

function firstPerson({ audience }: PageRoute): Person | null {
  if (audience === 'signed-out') return null;
  if (typeof audience === 'string') return people.helen;
  return onePerRole.find(({ roles }) => roles.some((role) => audience.includes(role))) ?? null;
}

function fileName({ path }: PageRoute): string {
  return (
    path
      .replaceAll(/[^a-z]+/g, ' ')
      .trim()
      .replaceAll(' ', '-') || (path === '/' ? 'home' : 'not-found')
  );
}

async function photograph(visit: Visit, name: string): Promise<Row['shots']> {
  const shots: Row['shots'][number][] = [];
  for (const { size, width, height, shownWidth } of SIZES) {
    await visit.page.setViewportSize({ width, height });
    await visit.settle();
    const file = `${name}-at-${width}.png`;
    await photographWhole(visit, join(folder, file));
    shots.push({ size, file, shownWidth });
  }
  return shots;
}

async function photographWhole({ page }: Visit, path: string): Promise<void> {
  // A dialog covers the window and not the page, so the window is what is seen.
  if ((await page.locator('dialog[open]').count()) > 0) {
    await page.screenshot({ path });
    return;
  }
  await page.screenshot({ path, fullPage: true });
}
