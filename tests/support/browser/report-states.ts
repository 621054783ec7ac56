import { people } from '../people.js';
import { as, goTo, type PageState } from './page-state.js';

const { alan, nadia, ruth } = people;

/** Every state of the pages of learning reports that differs from the page as it opens. */
export const reportStates: readonly PageState[] = [
  as(alan, '/', 'a reader’s, with the latest report', goTo('/')),
  as(alan, '/reports', 'a reader’s, without drafts', goTo('/reports')),
  as(nadia, '/reports/:id', 'replaced by a later edition', (visit, { replacedReport }) =>
    visit.goTo(`/reports/${replacedReport}`),
  ),
  as(ruth, '/reports/:id', 'a draft with the lead’s words', (visit, { draftReport }) =>
    visit.goTo(`/reports/${draftReport}`),
  ),
  as(ruth, '/reports/:id', 'a draft that cannot be published', (visit, { unexplainedReport }) =>
    visit.goTo(`/reports/${unexplainedReport}`),
  ),
  as(alan, '/reports/:id', 'one that is not there', async (visit) => {
    visit.watch.declare('404 GET /api/reports/');
    await visit.goTo(`/reports/${crypto.randomUUID()}`);
  }),
  as(ruth, '/reports/:id/edit', 'error: a decision that nobody owns', async (visit, place) => {
    await visit.goTo(`/reports/${place.draftReport}/edit`);
    await visit.page.locator('#decision-0').fill('Agree one template');
    await visit.press('Save the first page');
  }),
  as(ruth, '/reports/:id/edit', 'asked before unsaved words are left', async (visit, place) => {
    await visit.goTo(`/reports/${place.draftReport}/edit`);
    await visit.page.locator('#headline').fill('Half of the plans are good.');
    await visit.follow('Cancel');
    await visit.page.getByRole('dialog').waitFor();
  }),
  as(ruth, '/reports/:id/edit', 'of a published report', (visit, { publishedReport }) =>
    visit.goTo(`/reports/${publishedReport}/edit`),
  ),
  as(ruth, '/reports/:id/publication', 'not yet', (visit, { unexplainedReport }) =>
    visit.goTo(`/reports/${unexplainedReport}/publication`),
  ),
  as(ruth, '/reports/:id/publication', 'done', (visit, { publishedReport }) =>
    visit.goTo(`/reports/${publishedReport}/publication`),
  ),
  as(ruth, '/reports/:id/decisions/:number', 'error: sent with nothing', async (visit, place) => {
    await visit.goTo(`/reports/${place.publishedReport}/decisions/1`);
    await visit.press('Save what was decided');
  }),
  as(ruth, '/reports/:id/decisions/:number', 'one that is not asked for', (visit, place) =>
    visit.goTo(`/reports/${place.publishedReport}/decisions/3`),
  ),
];
