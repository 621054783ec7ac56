import { people } from '../people.js';
import { as, type PageState, type Reach } from './page-state.js';
import type { Place } from './place.js';
import type { Visit } from './visit.js';

const { dev, priya, ruth } = people;

/** A page of one of Priya's scorings. */
const to =
  (
    scoring: 'undeclared' | 'halfScored' | 'wholeScored' | 'submitted' | 'forEducation',
    page = '',
  ): Reach =>
  (visit, place) =>
    visit.goTo(`/scorings/${place[scoring]}${page}`);

const toRound =
  (page: string): Reach =>
  (visit, { allocatedRound }) =>
    visit.goTo(`/programme/rounds/${allocatedRound}${page}`);

const HEALTH_DOMAIN = '/domains/health';
const VOICE = '/domains/voice';

/** Every state of the pages of allocation and scoring. */
export const auditStates: readonly PageState[] = [
  as(priya, '/', 'an auditor’s, with scorings to do', (visit) => visit.goTo('/')),
  as(priya, '/scorings', 'empty: nothing allocated', async (visit) => {
    await visit.page.route('**/api/scorings', (route) => route.fulfill({ json: { scorings: [] } }));
    await visit.goTo('/scorings');
  }),
  as(priya, '/scorings/:id', 'submitted and locked', to('submitted')),
  as(priya, '/scorings/:id', 'all answered', to('wholeScored')),
  as(priya, '/scorings/:id', 'error: somebody else’s', async (visit) => {
    visit.watch.declare('404 GET /api/scorings/');
    await visit.goTo(`/scorings/${crypto.randomUUID()}`);
  }),
  as(
    priya,
    '/scorings/:id/declaration',
    'error: sent with nothing chosen',
    async (visit, place) => {
      await to('undeclared', '/declaration')(visit, place);
      await visit.press('Continue');
    },
  ),
  as(priya, '/scorings/:id/sweep', 'error: said to be completed', async (visit, place) => {
    await to('halfScored', '/sweep')(visit, place);
    await complete(visit);
  }),
  as(
    priya,
    '/scorings/:id/domains/:domain',
    'error: said to be completed',
    async (visit, place) => {
      await to('halfScored', VOICE)(visit, place);
      await complete(visit);
    },
  ),
  as(
    priya,
    '/scorings/:id/domains/:domain',
    'with a rule that takes out criteria',
    (visit, place) => to('halfScored', '/domains/adulthood')(visit, place),
  ),
  as(priya, '/scorings/:id/domains/:domain', 'with something that looks like a name', hold),
  as(priya, '/scorings/:id/domains/:domain', 'waiting for the connection', wait),
  as(priya, '/scorings/:id/domains/:domain', 'changed in another window', conflict),
  as(
    priya,
    '/scorings/:id/domains/:domain',
    'left with something unsaved',
    async (visit, place) => {
      await wait(visit, place);
      await visit.follow('My audits').catch(() => undefined);
      await visit.page.getByRole('link', { name: 'Home' }).first().click();
      await visit.page.getByRole('dialog').waitFor();
    },
  ),
  as(priya, '/scorings/:id/domains/:domain', 'no such domain', to('halfScored', '/domains/none')),
  as(dev, '/scorings/:id/facts', 'error: counts that contradict', contradict),
  as(dev, '/scorings/:id/domains/:domain', 'of the agency with the most to score', (visit, place) =>
    to('forEducation', '/domains/outcomes')(visit, place),
  ),
  as(priya, '/scorings/:id/check', 'with parts missing', to('halfScored', '/check')),
  as(ruth, '/programme/rounds/:round/audits', 'to be allocated', (visit, { unallocatedRound }) =>
    visit.goTo(`/programme/rounds/${unallocatedRound}/audits`),
  ),
  as(ruth, '/programme/rounds/:round/audits', 'before the draw', (visit, { plannedRound }) =>
    visit.goTo(`/programme/rounds/${plannedRound}/audits`),
  ),
  as(ruth, '/programme/rounds/:round/audits', 'filtered', toRound('/audits?progress=no-auditor')),
  as(
    ...([ruth, '/programme/rounds/:round/audits', 'empty: nothing matches'] as const),
    toRound('/audits?agency=health&progress=submitted'),
  ),
  as(
    ...([ruth, '/programme/rounds/:round/audits/:audit/due-date', 'error: too late'] as const),
    async (visit, { allocatedRound, audit }) => {
      visit.watch.declare('422 PUT /api/audits/');
      await visit.goTo(`/programme/rounds/${allocatedRound}/audits/${audit}/due-date`);
      await visit.fill('Due date', '2026-12-24');
      await visit.press('Save due date');
    },
  ),
  as(
    ...([ruth, '/programme/rounds/:round/scorings/:scoring/auditor', 'error: nobody'] as const),
    async (visit, place) => {
      await toRound(`/scorings/${place.undeclared}/auditor`)(visit, place);
      await visit.press('Reassign');
    },
  ),
  as(
    ...([
      ruth,
      '/programme/rounds/:round/scorings/:scoring/withdrawal',
      'error: no reason',
    ] as const),
    async (visit, place) => {
      await toRound(`/scorings/${place.dueScoring}/withdrawal`)(visit, place);
      await visit.press('Withdraw scoring');
    },
  ),
  as(
    ...([ruth, '/programme/rounds/:round/scorings/:scoring/withdrawal', 'not due yet'] as const),
    (visit, place) => toRound(`/scorings/${place.undeclared}/withdrawal`)(visit, place),
  ),
];

async function complete(visit: Visit): Promise<void> {
  await visit.page.getByLabel('Yes', { exact: true }).last().check();
  await visit.press('Save and continue');
}

async function hold(visit: Visit, place: Place): Promise<void> {
  await to('halfScored', HEALTH_DOMAIN)(visit, place);
  const box = visit.page.getByLabel(/Evidence\s+for/).first();
  await box.fill('Known to the clinic, NHS number 943 476 5919.');
  await box.blur();
  await visit.page.getByText('It is not saved yet').waitFor();
}

async function wait(visit: Visit, place: Place): Promise<void> {
  await to('halfScored', HEALTH_DOMAIN)(visit, place);
  visit.watch.declare('503 PUT /api/scorings/');
  await visit.page.route('**/answers/**', (route) => route.fulfill({ status: 503 }));
  await visit.page.route('**/answers', (route) => route.fulfill({ status: 503 }));
  await visit.page.getByLabel('Good', { exact: true }).first().check();
  await visit.page.getByText('Not saved yet: 1 answer waiting').waitFor();
}

async function conflict(visit: Visit, place: Place): Promise<void> {
  await to('halfScored', VOICE)(visit, place);
  visit.watch.declare('409 PUT /api/scorings/');
  const present = [
    {
      ...{ kind: 'criterion', key: 'voice-own-words', value: 'outstanding', version: 7 },
      ...{ evidence: 'Drawings, with how they were made.', sections: ['A', 'K'] },
      savedAt: '2026-09-15T08:12:00.000Z',
    },
  ];
  const body = { code: 'stale-version', title: 'Stale', detail: 'Stale', status: 409, present };
  await visit.page.route('**/answers/**', (route) => route.fulfill({ status: 409, json: body }));
  await visit.page.getByLabel('Inadequate', { exact: true }).first().check();
  await visit.page.getByText('Choose which to keep').waitFor();
}

async function contradict(visit: Visit, place: Place): Promise<void> {
  await to('forEducation', '/facts')(visit, place);
  await visit.fill('Number of outcomes in Section E', '4');
  await visit.fill('Number that meet all five SMART tests', '6');
  await visit.fill('Number of needs in Section B', 'six');
  await complete(visit);
}
