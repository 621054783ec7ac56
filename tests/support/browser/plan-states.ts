import { people } from '../people.js';
import { as, goTo, type PageState } from './page-state.js';
import type { Visit } from './visit.js';

const { nadia, ruth } = people;

/** Every state of the pages about plans and their registers. */
export const planStates: readonly PageState[] = [
  as(ruth, '/', 'an audit lead’s, with an upload and missing plans', goTo('/')),
  as(nadia, '/plans', 'a SEND manager’s, who uploads nothing', goTo('/plans')),
  as(ruth, '/plans', 'filtered and in another order', goTo(`/plans?${filters()}`)),
  as(ruth, '/plans', 'ceased plans', goTo('/plans?state=ceased')),
  as(ruth, '/plans', 'empty: no plan matches', goTo('/plans?ref=NO-SUCH-1')),
  as(ruth, '/plans', 'error: an NHS number instead of a reference', async (visit) => {
    await visit.goTo('/plans');
    await visit.fill('Plan reference', '943 476 5919');
    await visit.press('Apply filters');
  }),
  as(ruth, '/plans', 'error: cannot be loaded', async (visit) => {
    visit.watch.declare('503 GET /api/plans');
    await visit.page.route('**/api/plans*', (route) => route.fulfill({ status: 503 }));
    await visit.goTo('/plans');
  }),
  as(ruth, '/plans/:id', 'error: no such plan', async (visit) => {
    visit.watch.declare('404 GET /api/plans/');
    await visit.goTo(`/plans/${crypto.randomUUID()}`);
  }),
  as(ruth, '/plans/registers/new', 'error: sent with nothing filled in', async (visit) => {
    await visit.goTo('/plans/registers/new');
    await visit.press('Upload and check');
  }),
  as(ruth, '/plans/registers/new', 'error: a file that is no register', async (visit) => {
    visit.watch.declare('422 POST /api/plan-registers');
    await upload(visit, '2026-09-01', 'Surname;Forename\nA;B\n');
  }),
  as(ruth, '/plans/registers/:id', 'one kind of problem', (visit, { waitingRegister }) =>
    visit.goTo(`/plans/registers/${waitingRegister}?column=primary_need`),
  ),
  as(ruth, '/plans/registers/:id', 'confirmed, with missing plans', (visit, place) =>
    visit.goTo(`/plans/registers/${place.confirmedRegister}`),
  ),
  as(ruth, '/plans/registers/:id', 'discarded', (visit, { discardedRegister }) =>
    visit.goTo(`/plans/registers/${discardedRegister}`),
  ),
  as(ruth, '/plans/registers/:id/confirm', 'no longer waiting', (visit, place) =>
    visit.goTo(`/plans/registers/${place.confirmedRegister}/confirm`),
  ),
  as(ruth, '/plans/registers/:id/absent', 'error: nothing decided', async (visit, place) => {
    visit.watch.declare('400 POST /api/plan-registers/');
    await visit.goTo(`/plans/registers/${place.confirmedRegister}/absent`);
    await visit.press('Save decisions');
  }),
  as(ruth, '/plans/registers/:id/absent', 'empty: nothing missing', (visit, place) =>
    visit.goTo(`/plans/registers/${place.discardedRegister}/absent`),
  ),
];

function filters(): string {
  const need = 'need=SLCN&setting=mainstream-primary&authority=Ashbourne+Vale';
  return `${need}&sort=latest-issued&direction=down`;
}

/** Fills in the form for an upload and sends it. */
export async function upload(visit: Visit, asAt: string, text: string): Promise<void> {
  await visit.goTo('/plans/registers/new');
  await visit.fill('As-at date', asAt);
  await visit.page
    .getByLabel('Register', { exact: true })
    .setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await visit.press('Upload and check');
}
