import { people } from '../people.js';
import { as, type PageState } from './page-state.js';
import type { Place } from './place.js';

const { joan, priya, ruth } = people;

/** An address for each page on which the life of a framework is decided. */
export const frameworkLifeExamples: Readonly<Record<string, (place: Place) => string>> = {
  '/frameworks/:id/comparison': ({ secondVersion }) => `/frameworks/${secondVersion}/comparison`,
  '/frameworks/:id/retirement': ({ secondVersion }) => `/frameworks/${secondVersion}/retirement`,
  '/frameworks/drafts/:id/comparison': ({ draftToPublish }) =>
    `/frameworks/drafts/${draftToPublish}/comparison`,
  '/frameworks/drafts/:id/consultation': ({ draftToPublish }) =>
    `/frameworks/drafts/${draftToPublish}/consultation`,
  '/frameworks/drafts/:id/publication': ({ draftToPublish }) =>
    `/frameworks/drafts/${draftToPublish}/publication`,
  '/frameworks/drafts/:id/discarding': ({ draftToPublish }) =>
    `/frameworks/drafts/${draftToPublish}/discarding`,
  '/frameworks/consultations/:id': ({ consultation }) =>
    `/frameworks/consultations/${consultation}`,
  '/frameworks/consultations/:id/domains/:domain': ({ consultation }) =>
    `/frameworks/consultations/${consultation}/domains/voice`,
};

/** Every state of these pages that is not the first. */
export const frameworkLifeStates: readonly PageState[] = [
  as(joan, '/frameworks/drafts/:id/comparison', 'empty: the first version', (visit, place) =>
    visit.goTo(`/frameworks/drafts/${place.unfinishedDraft}/comparison`),
  ),
  as(joan, '/frameworks/drafts/:id/publication', 'with things to put right', (visit, place) =>
    visit.goTo(`/frameworks/drafts/${place.unfinishedDraft}/publication`),
  ),
  as(ruth, '/frameworks/drafts/:id/publication', 'error: no day', async (visit, place) => {
    await visit.goTo(`/frameworks/drafts/${place.draftToPublish}/publication`);
    await visit.page.getByRole('button', { name: 'Publish version 2' }).click();
  }),
  as(ruth, '/frameworks/drafts/:id/consultation', 'error: nobody chosen', async (visit, place) => {
    await visit.goTo(`/frameworks/drafts/${place.draftToPublish}/consultation`);
    await visit.page.getByRole('button', { name: 'Open consultation' }).click();
  }),
  as(ruth, '/frameworks/drafts/:id/consultation', 'with what was said', (visit, place) =>
    visit.goTo(`/frameworks/drafts/${place.consultation}/consultation`),
  ),
  as(priya, '/frameworks/consultations/:id', 'error: nothing written', async (visit, place) => {
    await visit.goTo(`/frameworks/consultations/${place.consultation}`);
    await visit.page.getByRole('button', { name: 'Save comment on the whole' }).click();
  }),
  as(priya, '/frameworks/consultations/:id', 'leaving with a comment', async (visit, place) => {
    await visit.goTo(`/frameworks/consultations/${place.consultation}`);
    await visit.page.getByLabel('Your comment').fill('Clear and short.');
    await visit.page.getByRole('link', { name: 'Frameworks' }).first().click();
  }),
  as(priya, '/frameworks/consultations/:id', 'error: not asked', async (visit) => {
    visit.watch.declare('404 GET /api/framework-consultations/');
    await visit.goTo('/frameworks/consultations/00000000-0000-7000-8000-000000000000');
  }),
];
