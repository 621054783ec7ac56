import { people } from '../people.js';
import { as, goTo, type PageState, type Reach } from './page-state.js';
import type { FeedbackPlace } from './feedback-in.js';

const { grace, nadia, owen, ruth } = people;

const to =
  (feedback: keyof FeedbackPlace): Reach =>
  (visit, place) =>
    visit.goTo(`/feedback/${place[feedback]}`);

/** Every state of the pages of feedback. */
export const feedbackStates: readonly PageState[] = [
  as(grace, '/', 'an officer’s, with feedback to answer', goTo('/')),
  as(nadia, '/', 'a manager’s, with feedback without an officer', goTo('/')),
  as(
    nadia,
    '/feedback',
    'a manager’s, with filters',
    goTo('/feedback?state=unanswered&team=North'),
  ),
  as(nadia, '/feedback', 'empty: nothing matches', goTo('/feedback?quarter=2024-25-Q1')),
  as(owen, '/feedback', 'empty: none of one’s own', goTo('/feedback')),
  as(grace, '/feedback/:id', 'an officer’s, with points to answer', to('feedbackToAnswer')),
  as(ruth, '/feedback/:id', 'read by the lead, who answers nothing', to('feedbackToAnswer')),
  as(nadia, '/feedback/:id', 'without an officer and evidence', to('feedbackWithoutOfficer')),
  as(grace, '/feedback/:id', 'answered, with an earlier reply', to('answeredFeedback')),
  as(grace, '/feedback/:id', 'without points, and partial', to('transferredFeedback')),
  as(grace, '/feedback/:id', 'a reply to change', async (visit, place) => {
    await to('answeredFeedback')(visit, place);
    await visit.page
      .getByRole('button', { name: /^Change reply/ })
      .first()
      .click();
  }),
  as(grace, '/feedback/:id', 'error: sent with nothing chosen', async (visit, place) => {
    await to('feedbackToAnswer')(visit, place);
    await visit.page
      .getByRole('button', { name: /^Save reply/ })
      .first()
      .click();
  }),
  as(grace, '/feedback/:id', 'error: a note with a telephone number', async (visit, place) => {
    await to('feedbackToAnswer')(visit, place);
    await visit.page.getByLabel(/^Note/).first().fill('Call 01904 551234 about it.');
    await visit.page
      .getByRole('button', { name: /^Save reply/ })
      .first()
      .click();
  }),
  as(grace, '/feedback/:id', 'asked before leaving', async (visit, place) => {
    await to('feedbackToAnswer')(visit, place);
    await visit.page.getByLabel(/^Note/).first().fill('Half a sentence');
    await visit.follow('Home');
    await visit.page.getByRole('dialog', { name: 'Not everything is saved' }).waitFor();
  }),
  as(grace, '/feedback/:id', 'error: somebody else’s', async (visit) => {
    visit.watch.declare('404 GET /api/feedback/');
    await visit.goTo(`/feedback/${crypto.randomUUID()}`);
  }),
];
