import { roundCalled } from '../builders/round.js';
import { people } from '../people.js';
import type { Place } from './place.js';
import { as, goTo, type PageState, type Reach } from './page-state.js';
import type { Visit } from './visit.js';

const { ruth } = people;

/** What the service would say where no year has been opened, or another one can be. */
const answering =
  (programmes: unknown[], yearsToOpen: string[]): Reach =>
  async (visit) => {
    const json = { programmes, yearsToOpen, quartersToOpen: [] };
    await visit.page.route('**/api/programmes', (route) => route.fulfill({ json }));
    await visit.goTo('/programme');
  };

const toRound =
  (reference: string, page = ''): Reach =>
  async (visit) => {
    const { id } = await roundCalled(await visit.service.signIn(ruth), reference);
    await visit.goTo(`/programme/rounds/${id}${page}`);
  };

async function sendEmpty(visit: Visit, path: string, button: string): Promise<void> {
  await visit.goTo(path);
  await visit.press(button);
}

/** Every state of the programme's pages that differs from the page as it opens. */
export const programmeStates: readonly PageState[] = [
  as(ruth, '/programme', 'empty: no year is open', answering([], ['2026-27'])),
  as(ruth, '/programme', 'error: cannot be loaded', async (visit) => {
    visit.watch.declare('503 GET /api/programmes');
    await visit.page.route('**/api/programmes', (route) => route.fulfill({ status: 503 }));
    await visit.goTo('/programme');
  }),
  as(ruth, '/programme/:year', 'finished, with its seed', goTo('/programme/2025-26')),
  as(ruth, '/programme/:year', 'empty: not opened', goTo('/programme/2031-32')),
  as(ruth, '/programme/:year/finish', 'finished already', goTo('/programme/2025-26/finish')),
  as(ruth, '/programme/rounds/new', 'error: sent with nothing filled in', (visit) =>
    sendEmpty(visit, '/programme/rounds/new', 'Open round'),
  ),
  as(ruth, '/programme/rounds/new', 'error: a theme without plans', async (visit) => {
    await visit.goTo('/programme/rounds/new?quarter=2026-27-Q2');
    await visit.page.getByLabel('Theme', { exact: true }).check();
    await visit.fill('Sample size', 'thirty');
    await visit.press('Open round');
  }),
  as(ruth, '/programme/rounds/:id', 'sample to draw', (visit, { plannedRound }: Place) =>
    visit.goTo(`/programme/rounds/${plannedRound}`),
  ),
  as(
    ruth,
    '/programme/rounds/:id',
    'with a plan withdrawn and replaced',
    toRound('2025-26-Q4-routine'),
  ),
  as(ruth, '/programme/rounds/:id', 'a theme', toRound('2026-27-Q2-theme')),
  as(ruth, '/programme/rounds/:id', 'error: no such round', async (visit) => {
    visit.watch.declare('404 GET /api/rounds/');
    await visit.goTo(`/programme/rounds/${crypto.randomUUID()}`);
  }),
  as(ruth, '/programme/rounds/:id/change', 'error: emptied', async (visit, { plannedRound }) => {
    await visit.goTo(`/programme/rounds/${plannedRound}/change`);
    await visit.fill('Sample size', '');
    await visit.press('Save changes');
  }),
  as(ruth, '/programme/rounds/:id/draw', 'drawn already', toRound('2026-27-Q2-routine', '/draw')),
  as(ruth, '/programme/rounds/:id/withdraw/:plan', 'error: no reason chosen', (visit, place) =>
    sendEmpty(
      visit,
      `/programme/rounds/${place.drawnRound}/withdraw/${place.sampledPlan}`,
      'Withdraw plan',
    ),
  ),
  as(
    ruth,
    '/programme/rounds/:id/verification',
    'verified, with its seed',
    async (visit, place) => {
      await toRound('2025-26-Q2-routine', '/verification')(visit, place);
      await visit.press('Verify now');
      await visit.page.getByText('The draw comes out the same').waitFor();
    },
  ),
  as(ruth, '/programme/rounds/:id/verification', 'not drawn', (visit, { plannedRound }) =>
    visit.goTo(`/programme/rounds/${plannedRound}/verification`),
  ),
];
