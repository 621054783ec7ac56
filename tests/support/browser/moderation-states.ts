import { people } from '../people.js';
import { as, goTo, type PageState, type Reach } from './page-state.js';
import type { ModerationsPlace } from './moderations-in.js';
import type { Visit } from './visit.js';

const { ruth, tom } = people;

/** A page of one of the audits in moderation. */
const to =
  (
    audit: 'moderated' | 'acceptable' | 'decided' | 'closedAudit' | 'partialAudit',
    page = '',
  ): Reach =>
  (visit, place) =>
    visit.goTo(`/moderations/${place[audit]}${page}`);

const toClosing =
  (round: 'allocatedRound' | 'closedRound' | 'plannedRound'): Reach =>
  (visit, place) =>
    visit.goTo(`/programme/rounds/${place[round]}/closing`);

const CRITERION = '/moderations/:id/criteria/:criterion';
const PROFILE = '/moderations/:id/profile/:field';
const ROUND_CLOSING = '/programme/rounds/:round/closing';

/** Every state of the pages of moderation and closing. */
export const moderationStates: readonly PageState[] = [
  as(tom, '/', 'a moderator’s, with audits that wait', goTo('/')),
  as(tom, '/moderations', 'a moderator’s, with what waits', goTo('/moderations')),
  as(tom, '/moderations', 'closed', goTo('/moderations?state=closed')),
  as(ruth, '/moderations', 'the lead’s, with what is closed', goTo('/moderations')),
  as(tom, '/moderations', 'empty: nothing waits', async (visit) => {
    await visit.page.route('**/api/moderations?*', (route) =>
      route.fulfill({ json: { moderations: [] } }),
    );
    await visit.goTo('/moderations');
  }),
  as(tom, '/moderations', 'empty: nothing of the round', async (visit, { plannedRound }) =>
    visit.goTo(`/moderations?round=${plannedRound}`),
  ),
  as(tom, '/moderations', 'error: cannot be loaded', async (visit) => {
    visit.watch.declare('503 GET /api/moderations');
    await visit.page.route('**/api/moderations?*', (route) => route.fulfill({ status: 503 }));
    await visit.goTo('/moderations');
  }),
  as(tom, '/moderations/:id', 'may be accepted as proposed', to('acceptable')),
  as(tom, '/moderations/:id', 'everything decided', to('decided')),
  as(tom, '/moderations/:id', 'with differences to decide', to('moderated')),
  as(ruth, '/moderations/:id', 'closed and partial, as the lead reads it', to('partialAudit')),
  as(tom, '/moderations/:id', 'error: no such audit', async (visit) => {
    visit.watch.declare('404 GET /api/moderations/');
    await visit.goTo(`/moderations/${crypto.randomUUID()}`);
  }),
  as(tom, CRITERION, 'decided', to('moderated', '/criteria/voice-own-words')),
  as(tom, CRITERION, 'of one rater', to('moderated', '/criteria/provision-specific')),
  as(tom, CRITERION, 'not applicable', to('moderated', '/criteria/health-checks-linked')),
  as(tom, CRITERION, 'to decide', to('moderated', '/criteria/outcomes-smart')),
  as(tom, CRITERION, 'no such criterion', to('moderated', '/criteria/none')),
  as(tom, CRITERION, 'error: no grade and no reason', async (visit, place) => {
    await to('moderated', '/criteria/outcomes-smart')(visit, place);
    await visit.press('Save and go to the next difference');
  }),
  as(tom, CRITERION, 'error: with something that looks like a name', async (visit, place) => {
    await to('moderated', '/criteria/outcomes-smart')(visit, place);
    await visit.page.getByLabel('Good', { exact: true }).check();
    await visit.fill('Reason', 'The letter about 943 476 5919 says so.');
    await visit.press('Save and go to the next difference');
  }),
  as(tom, CRITERION, 'error: decided in another window', staleDecision),
  as(tom, CRITERION, 'leaving with a reason that is not saved', async (visit, place) => {
    await to('moderated', '/criteria/outcomes-smart')(visit, place);
    await visit.fill('Reason', 'Section E names no date.');
    await visit.page.getByRole('link', { name: 'Back to the audit' }).click();
    await visit.page.getByRole('dialog', { name: 'Not everything is saved' }).waitFor();
  }),
  as(tom, PROFILE, 'with what it takes out', async (visit, place) => {
    await to('moderated', '/profile/health-need-evident')(visit, place);
    await visit.page.getByLabel('No', { exact: true }).check();
  }),
  as(tom, PROFILE, 'error: nothing said', async (visit, place) => {
    await to('moderated', '/profile/health-need-evident')(visit, place);
    await visit.press('Save correction');
  }),
  as(tom, PROFILE, 'no such field', to('moderated', '/profile/none')),
  as(tom, '/moderations/:id/closing', 'with criteria to decide', to('moderated', '/closing')),
  as(tom, '/moderations/:id/closing', 'to accept as proposed', to('acceptable', '/closing')),
  as(tom, '/moderations/:id/closing', 'error: no grade chosen', async (visit, place) => {
    await to('decided', '/closing')(visit, place);
    await visit.press('Close the audit');
  }),
  as(ruth, ROUND_CLOSING, 'not due yet', toClosing('allocatedRound')),
  as(ruth, ROUND_CLOSING, 'before the draw', toClosing('plannedRound')),
  as(ruth, ROUND_CLOSING, 'closed', toClosing('closedRound')),
];

/** The addresses of the routes of moderation and closing. */
export const moderationExamples: Readonly<Record<string, (place: ModerationsPlace) => string>> = {
  // What is closed the lead may read as well.
  '/moderations/:id': ({ closedAudit }) => `/moderations/${closedAudit}`,
  [CRITERION]: ({ closedAudit }) => `/moderations/${closedAudit}/criteria/outcomes-smart`,
  [PROFILE]: ({ moderated }) => `/moderations/${moderated}/profile/health-need-evident`,
  '/moderations/:id/closing': ({ decided }) => `/moderations/${decided}/closing`,
  [ROUND_CLOSING]: ({ closableRound }) => `/programme/rounds/${closableRound}/closing`,
};

async function staleDecision(visit: Visit, place: ModerationsPlace): Promise<void> {
  visit.watch.declare('409 PUT /api/moderations/');
  const detail = 'Someone else has changed this since you opened it.';
  const json = { code: 'stale-version', title: 'Stale', status: 409, detail };
  await visit.page.route('**/api/moderations/*/criteria/**', (route) =>
    route.fulfill({ status: 409, json }),
  );
  await visit.goTo(`/moderations/${place.moderated}/criteria/family-views`);
  await visit.page.getByLabel('Good', { exact: true }).check();
  await visit.fill('Reason', 'The family was heard twice.');
  await visit.press('Save and go to the next difference');
}
