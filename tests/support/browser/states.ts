import { people } from '../people.js';
import { auditStates } from './audit-states.js';
import { draftExamples, draftStates } from './draft-states.js';
import { frameworkLifeExamples, frameworkLifeStates } from './framework-life-states.js';
import { documentExamples, documentStates } from './document-states.js';
import { moderationExamples, moderationStates } from './moderation-states.js';
import { feedbackStates } from './feedback-states.js';
import { frameworkFileStates } from './framework-states.js';
import { as, goTo, type PageState } from './page-state.js';
import type { Place } from './place.js';
import { planStates } from './plan-states.js';
import { reportStates } from './report-states.js';
import { programmeStates } from './programme-states.js';
import { trendStates } from './trend-states.js';

const { helen, priya } = people;

/** An address for each route whose path is a pattern. A pattern without an example fails the tests. */
export const examples: Readonly<Record<string, (place: Place) => string>> = {
  '/accounts/:id': ({ priya: account }) => `/accounts/${account.id}`,
  '/accounts/:id/end': ({ priya: account }) => `/accounts/${account.id}/end`,
  '/frameworks/:id': ({ planFramework }) => `/frameworks/${planFramework}`,
  '/frameworks/:id/domains/:domain': ({ planFramework }) =>
    `/frameworks/${planFramework}/domains/health`,
  '/plans/:id': ({ planId }) => `/plans/${planId}`,
  '/plans/registers/:id': ({ waitingRegister }) => `/plans/registers/${waitingRegister}`,
  '/plans/registers/:id/confirm': ({ waitingRegister }) =>
    `/plans/registers/${waitingRegister}/confirm`,
  '/plans/registers/:id/absent': ({ confirmedRegister }) =>
    `/plans/registers/${confirmedRegister}/absent`,
  '/programme/:year': () => '/programme/2026-27',
  '/programme/:year/finish': () => '/programme/2026-27/finish',
  '/programme/rounds/:id': ({ drawnRound }) => `/programme/rounds/${drawnRound}`,
  '/programme/rounds/:id/change': ({ plannedRound }) => `/programme/rounds/${plannedRound}/change`,
  '/programme/rounds/:id/draw': ({ plannedRound }) => `/programme/rounds/${plannedRound}/draw`,
  '/programme/rounds/:id/withdraw/:plan': ({ drawnRound, sampledPlan }) =>
    `/programme/rounds/${drawnRound}/withdraw/${sampledPlan}`,
  '/programme/rounds/:id/verification': ({ drawnRound }) =>
    `/programme/rounds/${drawnRound}/verification`,
  '/scorings/:id': ({ halfScored }) => `/scorings/${halfScored}`,
  '/scorings/:id/declaration': ({ undeclared }) => `/scorings/${undeclared}/declaration`,
  '/scorings/:id/sweep': ({ halfScored }) => `/scorings/${halfScored}/sweep`,
  '/scorings/:id/domains/:domain': ({ halfScored }) => `/scorings/${halfScored}/domains/voice`,
  '/scorings/:id/facts': ({ halfScored }) => `/scorings/${halfScored}/facts`,
  '/scorings/:id/check': ({ wholeScored }) => `/scorings/${wholeScored}/check`,
  '/scorings/:id/submission': ({ wholeScored }) => `/scorings/${wholeScored}/submission`,
  '/programme/rounds/:round/audits': ({ allocatedRound }) =>
    `/programme/rounds/${allocatedRound}/audits`,
  '/programme/rounds/:round/audits/:audit/due-date': ({ allocatedRound, audit }) =>
    `/programme/rounds/${allocatedRound}/audits/${audit}/due-date`,
  '/programme/rounds/:round/scorings/:scoring/auditor': ({ allocatedRound, undeclared }) =>
    `/programme/rounds/${allocatedRound}/scorings/${undeclared}/auditor`,
  '/programme/rounds/:round/scorings/:scoring/withdrawal': ({ allocatedRound, dueScoring }) =>
    `/programme/rounds/${allocatedRound}/scorings/${dueScoring}/withdrawal`,
  ...draftExamples,
  ...frameworkLifeExamples,
  ...moderationExamples,
  ...documentExamples,
  '/feedback/:id': ({ feedbackToAnswer }) => `/feedback/${feedbackToAnswer}`,
  '/reports/:id': ({ publishedReport }) => `/reports/${publishedReport}`,
  '/reports/:id/edit': ({ draftReport }) => `/reports/${draftReport}/edit`,
  '/reports/:id/publication': ({ draftReport }) => `/reports/${draftReport}/publication`,
  '/reports/:id/decisions/:number': ({ publishedReport }) =>
    `/reports/${publishedReport}/decisions/1`,
  '/**': () => '/no-such-page',
};

/** The address of a route, by its example where its path is a pattern. */
export function addressOf(path: string, place: Place): string {
  const example = examples[path];
  if (example) return example(place);
  if (/[:*]/.test(path)) throw new Error(`${path} has no example`);
  return path;
}

/** Every state of a page that differs from the page as it opens for whoever may see it. */
export const states: readonly PageState[] = [
  as(priya, '/', 'an auditor’s, with audits to score', goTo('/')),
  as(priya, '/account', 'warned that the session ends', async (visit) => {
    await visit.passTime('/account', 28.1);
    await visit.page.getByRole('dialog', { name: 'You will be signed out soon' }).waitFor();
  }),
  as(priya, '/account', 'covered after the session has ended', async (visit) => {
    await visit.passTime('/account', 31);
    await visit.page.getByRole('dialog', { name: 'Sign in again' }).waitFor();
  }),
  as(null, '/sign-in', 'error: sent with nothing filled in', async (visit) => {
    await visit.goTo('/sign-in');
    await visit.press('Sign in');
  }),
  as(null, '/sign-in', 'error: a wrong password', async (visit) => {
    visit.watch.declare('401 POST /api/session');
    await visit.goTo('/sign-in');
    await visit.fill('E-mail address', 'nobody@ashbourne-vale.example');
    await visit.fill('Password', 'not the password');
    await visit.press('Sign in');
  }),
  as(null, '/set-password', 'with a link', (visit, { unusedLink }) =>
    visit.goTo(`/set-password#${unusedLink}`),
  ),
  as(null, '/set-password', 'error: too short', async (visit, { unusedLink }) => {
    await visit.goTo(`/set-password#${unusedLink}`);
    await visit.fill('New password', 'short');
    await visit.press('Set password');
  }),
  as(priya, '/account', 'error: sent with nothing filled in', async (visit) => {
    await visit.goTo('/account');
    await visit.press('Change password');
  }),
  as(helen, '/accounts', 'filtered', goTo('/accounts?status=ended')),
  as(helen, '/accounts', 'empty: nobody matches', goTo('/accounts?role=auditor&status=ended')),
  as(helen, '/accounts', 'error: cannot be loaded', async (visit) => {
    visit.watch.declare('503 GET /api/accounts');
    await visit.page.route('**/api/accounts*', (route) => route.fulfill({ status: 503 }));
    await visit.goTo('/accounts');
  }),
  as(helen, '/accounts/new', 'error: sent with nothing filled in', async (visit) => {
    await visit.goTo('/accounts/new');
    await visit.press('Make account');
  }),
  as(helen, '/accounts/new', 'made, with its one-time link', async (visit) => {
    await visit.goTo('/accounts/new');
    await visit.fill('Full name', 'Maya Bennett');
    await visit.fill('E-mail address', 'maya.bennett@ashbourne-vale.example');
    await visit.page.getByLabel('Moderator').check();
    await visit.press('Make account');
    await visit.page.getByText('This link is shown once').waitFor();
  }),
  as(helen, '/accounts/:id', 'invited, with long words', (visit, { invited }) =>
    visit.goTo(`/accounts/${invited.id}`),
  ),
  as(helen, '/accounts/:id', 'ended', (visit, { ended }) => visit.goTo(`/accounts/${ended.id}`)),
  as(helen, '/accounts/:id', 'a new link shown once', async (visit, { invited }) => {
    await visit.goTo(`/accounts/${invited.id}`);
    await visit.press('Make a new link');
    await visit.page.getByText('This link is shown once').waitFor();
  }),
  as(helen, '/accounts/:id', 'error: emptied', async (visit, { invited }) => {
    await visit.goTo(`/accounts/${invited.id}`);
    await visit.fill('Full name', '');
    await visit.fill('E-mail address', 'no address');
    await visit.press('Save changes');
  }),
  as(helen, '/accounts/:id', 'error: no such account', async (visit) => {
    visit.watch.declare('404 GET /api/accounts/');
    await visit.goTo(`/accounts/${crypto.randomUUID()}`);
  }),
  as(helen, '/accounts/:id/end', 'ended already', (visit, { ended }) =>
    visit.goTo(`/accounts/${ended.id}/end`),
  ),
  as(priya, '/frameworks/:id/domains/:domain', 'no such domain', (visit, { planFramework }) =>
    visit.goTo(`/frameworks/${planFramework}/domains/none`),
  ),
  as(priya, '/frameworks/:id', 'error: no such framework', async (visit) => {
    visit.watch.declare('404 GET /api/frameworks/');
    await visit.goTo(`/frameworks/${crypto.randomUUID()}`);
  }),
  as(helen, '/trail', 'second page', goTo('/trail?page=2')),
  as(helen, '/trail', 'empty: nothing matches', goTo('/trail?from=2020-01-01&to=2020-01-02')),
  as(helen, '/trail', 'error: last day before the first', async (visit) => {
    await visit.goTo('/trail');
    await visit.fill('First day', '2026-09-15');
    await visit.fill('Last day', '2026-09-01');
    await visit.press('Apply filters');
  }),
  as(helen, '/settings', 'error: too light a colour and no name', async (visit) => {
    await visit.goTo('/settings');
    await visit.fill('Name of the partnership', '');
    await visit.fill('Colour', '#ffd700');
    await visit.press('Save settings');
  }),
  as(helen, '/settings', 'saved', async (visit) => {
    await visit.goTo('/settings');
    await visit.press('Save settings');
    await visit.page.getByText('The settings are saved').waitFor();
  }),
  as(priya, '/components', 'error: sent with nothing filled in', async (visit) => {
    await visit.goTo('/components');
    await visit.press('Check the form');
  }),
  ...frameworkFileStates,
  ...planStates,
  ...programmeStates,
  ...documentStates,
  ...auditStates,
  ...moderationStates,
  ...feedbackStates,
  ...trendStates,
  ...draftStates,
  ...frameworkLifeStates,
  ...reportStates,
];
