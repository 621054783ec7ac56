import { people } from '../people.js';
import { as, type PageState } from './page-state.js';
import type { Place } from './place.js';

const { dev, ruth } = people;

/** An address for each page of documents. */
export const documentExamples: Readonly<Record<string, (place: Place) => string>> = {
  '/programme/rounds/:id/documents': ({ adviceRound }) =>
    `/programme/rounds/${adviceRound}/documents`,
  '/programme/rounds/:id/documents/new/:plan': ({ adviceRound, planOfDocuments }) =>
    `/programme/rounds/${adviceRound}/documents/new/${planOfDocuments}`,
  '/programme/rounds/:id/documents/:document': ({ adviceRound, document }) =>
    `/programme/rounds/${adviceRound}/documents/${document}`,
  '/programme/rounds/:id/documents/:document/taking-out': ({ adviceRound, document }) =>
    `/programme/rounds/${adviceRound}/documents/${document}/taking-out`,
};

/** Every state of the pages of documents that differs from the page as it opens. */
export const documentStates: readonly PageState[] = [
  as(ruth, '/programme/rounds/new', 'for advice', async (visit) => {
    await visit.goTo('/programme/rounds/new?quarter=2026-27-Q2');
    await visit.page.getByLabel('Advice', { exact: true }).check();
  }),
  as(ruth, '/programme/rounds/:id', 'of advice', (visit, { adviceRound }) =>
    visit.goTo(`/programme/rounds/${adviceRound}`),
  ),
  as(ruth, '/programme/rounds/:id/documents', 'empty: not drawn', (visit, place) =>
    visit.goTo(`/programme/rounds/${place.plannedAdviceRound}/documents`),
  ),
  as(ruth, '/programme/rounds/:id/documents', 'error: cannot be loaded', async (visit, place) => {
    visit.watch.declare('503 GET /api/rounds/');
    await visit.page.route('**/documents', (route) =>
      route.request().url().includes('/api/') ? route.fulfill({ status: 503 }) : route.continue(),
    );
    await visit.goTo(`/programme/rounds/${place.adviceRound}/documents`);
  }),
  as(
    ruth,
    '/programme/rounds/:id/documents/new/:plan',
    'error: sent with nothing filled in',
    async (visit, { adviceRound, planOfDocuments }) => {
      await visit.goTo(`/programme/rounds/${adviceRound}/documents/new/${planOfDocuments}`);
      await visit.press('Enter document');
    },
  ),
  as(
    ruth,
    '/programme/rounds/:id/documents/:document',
    'error: received before it was requested',
    async (visit, { adviceRound, document }) => {
      await visit.goTo(`/programme/rounds/${adviceRound}/documents/${document}`);
      visit.watch.declare('422 PUT /api/documents/');
      await visit.fill('Requested on', '2026-07-07');
      await visit.press('Save changes');
      await visit.page.getByText('There is a problem').waitFor();
    },
  ),
  as(
    ruth,
    '/programme/rounds/:id/documents/:document',
    'opened by an auditor',
    (visit, { adviceRound, openedDocument }) =>
      visit.goTo(`/programme/rounds/${adviceRound}/documents/${openedDocument}`),
  ),
  as(ruth, '/programme/rounds/:round/audits', 'of documents', (visit, { adviceRound }) =>
    visit.goTo(`/programme/rounds/${adviceRound}/audits`),
  ),
  as(ruth, '/programme/rounds/:round/closing', 'of documents', (visit, { adviceRound }) =>
    visit.goTo(`/programme/rounds/${adviceRound}/closing`),
  ),
  as(dev, '/scorings/:id', 'of a document', (visit, { scoringOfDocument }) =>
    visit.goTo(`/scorings/${scoringOfDocument}`),
  ),
];
