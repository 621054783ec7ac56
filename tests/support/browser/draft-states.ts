import { people } from '../people.js';
import { as, goTo, type PageState } from './page-state.js';
import type { Place } from './place.js';
import type { Visit } from './visit.js';

const { joan, ruth } = people;

const CRITERION = 'domains/voice/criteria/voice-own-words';
const RULE = 'the rule “Not applicable when”';

const at =
  (draft: 'draftToPublish' | 'faultyDraft' | 'unfinishedDraft' | 'consultation') =>
  (steps: string) =>
  (visit: Visit, place: Place) =>
    visit.goTo(`/frameworks/drafts/${place[draft]}/${steps}`);

const whole = at('draftToPublish');
const faulty = at('faultyDraft');
const empty = at('unfinishedDraft');

/** An address for each page of a draft. */
export const draftExamples: Readonly<Record<string, (place: Place) => string>> = Object.fromEntries(
  [
    ['', ''],
    ['/about', '/about'],
    ['/scale', '/scale'],
    ['/agencies', '/agencies'],
    ['/agencies/:key', '/agencies/health'],
    ['/questions', '/questions'],
    ['/questions/:key', '/questions/learning-disability'],
    ['/domains', '/domains'],
    ['/domains/:domain', '/domains/voice'],
    ['/domains/:domain/criteria/:criterion', `/${CRITERION}`],
    ['/facts', '/facts'],
    ['/facts/:key', '/facts/fact-outcome-smart-count'],
    ['/indicators', '/indicators'],
    ['/indicators/:key', '/indicators/smart-rate'],
    ['/caps', '/caps'],
    ['/caps/:key', '/caps/one-critical-inadequate'],
    ['/sources', '/sources'],
    ['/sources/:key', '/sources/send-regs-2014'],
    ['/tags', '/tags'],
    ['/tags/:key', '/tags/child-voice'],
    ['/preview/:agency', '/preview/health'],
    ['/preview/:agency/:domain', '/preview/health/health'],
  ].map(([route = '', address = '']) => [
    `/frameworks/drafts/:id${route}`,
    ({ draftToPublish }: Place) => `/frameworks/drafts/${draftToPublish}${address}`,
  ]),
);

const page = (steps: string): string => `/frameworks/drafts/:id${steps}`;

/** Every state of the pages of a draft that differs from the page as it opens. */
export const draftStates: readonly PageState[] = [
  as(joan, '/frameworks', 'an editor’s, with drafts', goTo('/frameworks')),
  as(ruth, '/frameworks/drafts/new', 'error: nothing is chosen', async (visit) => {
    await visit.goTo('/frameworks/drafts/new');
    await visit.press('Start the draft');
  }),
  as(joan, '/frameworks/drafts/new', 'error: of a new kind, without a name', async (visit) => {
    await visit.goTo('/frameworks/drafts/new');
    await visit.page.getByLabel('A framework of a new kind, with nothing in it yet').check();
    await visit.press('Start the draft');
  }),
  as(joan, page(''), 'with everything to put right unfolded', async (visit, place) => {
    await faulty('')(visit, place);
    await visit.page.getByText('Everything to put right').click();
  }),
  as(joan, page(''), 'with nothing in it', empty('')),
  as(joan, page(''), 'out for consultation', at('consultation')('')),
  as(joan, page(''), 'one that is not there', async (visit) => {
    visit.watch.declare('404 GET /api/framework-drafts/');
    await visit.goTo(`/frameworks/drafts/${crypto.randomUUID()}`);
  }),
  as(joan, page('/about'), 'error: too long a title', async (visit, place) => {
    await faulty('about')(visit, place);
    await visit.fill('Title', 'A title that goes on and on '.repeat(4));
    await visit.press('Save');
  }),
  as(joan, page('/about'), 'out for consultation', at('consultation')('about')),
  as(
    joan,
    page('/scale'),
    'error: no standard, and points that are no number',
    async (visit, place) => {
      await faulty('scale')(visit, place);
      await visit.fill('Points of grade 1', 'four');
      await visit.press('Save');
    },
  ),
  as(joan, page('/scale'), 'asked before it is left unsaved', async (visit, place) => {
    await whole('scale')(visit, place);
    await visit.fill('Label of grade 1', 'Excellent');
    await visit.follow('Cancel');
    await visit.page.getByRole('dialog').waitFor();
  }),
  as(joan, page('/agencies'), 'error: one without a title', async (visit, place) => {
    await whole('agencies')(visit, place);
    await visit.press('Add an agency');
  }),
  as(joan, page('/agencies'), 'asked before one is taken out', async (visit, place) => {
    await whole('agencies')(visit, place);
    await visit.press('Take out Health');
    await visit.page.getByRole('dialog').waitFor();
  }),
  as(joan, page('/domains'), 'with weights that are not a hundred', faulty('domains')),
  as(joan, page('/domains'), 'with no domain', empty('domains')),
  as(joan, page('/domains/:domain'), 'one that is not there', whole('domains/gone')),
  as(
    joan,
    page('/domains/:domain/criteria/:criterion'),
    'with much to put right',
    faulty(CRITERION),
  ),
  as(
    joan,
    page('/domains/:domain/criteria/:criterion'),
    'error: half a rule, with a group in a group',
    async (visit, place) => {
      await whole(CRITERION)(visit, place);
      await visit.page.getByLabel('By a rule on what is known of the plan').check();
      await visit.press(`Add a line to ${RULE}`);
      await visit.choose(`What it asks about of line 1 of ${RULE}`, 'Social care involvement');
      await visit.choose(`Comparison of line 1 of ${RULE}`, 'is one of');
      await visit.press(`Add a group to ${RULE}`);
      await visit.press(`Add a group to group 2 of ${RULE}`);
      await visit.press('Add a citation');
      await visit.press('Save');
    },
  ),
  as(joan, page('/questions/:key'), 'with a list, set beforehand', async (visit, place) => {
    await whole('questions/social-care-involvement')(visit, place);
    await visit.page.getByLabel('In some cases an answer is set beforehand, changeable').check();
  }),
  as(joan, page('/questions/:key'), 'worked out', whole('questions/over-compulsory-school-age')),
  as(joan, page('/questions/:key'), 'copied from the register', whole('questions/year-group')),
  as(joan, page('/sources/:key'), 'error: no address', async (visit, place) => {
    await whole('sources/send-regs-2014')(visit, place);
    await visit.fill('Address on the web', 'the library');
    await visit.press('Save');
  }),
  as(joan, page('/preview/:agency'), 'of an agency with nothing to score', whole('preview/none')),
  as(joan, page('/preview/:agency/:domain'), 'with criteria left out', async (visit, place) => {
    await whole('preview/health')(visit, place);
    await visit.page
      .getByRole('radiogroup', { name: 'Does any document in the file show a health need' })
      .getByLabel('No', { exact: true })
      .check();
    await visit.follow('Health needs and provision');
  }),
  as(joan, page('/preview/:agency/:domain'), 'one that is not there', whole('preview/health/none')),
];
