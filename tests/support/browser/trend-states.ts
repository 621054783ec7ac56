import { people } from '../people.js';
import { as, goTo, type PageState } from './page-state.js';

const { alan, nadia } = people;

/** Every state of the page of trends; as Ruth sees it, with every figure, it is opened by itself. */
export const trendStates: readonly PageState[] = [
  as(alan, '/trends', 'with small numbers left out', goTo('/trends')),
  as(nadia, '/trends', 'with a table unfolded', async (visit) => {
    await visit.goTo('/trends');
    await visit.page.locator('summary', { hasText: 'Table' }).first().click();
  }),
  as(alan, '/trends', 'empty: no round has been closed', async (visit) => {
    await visit.page.route('**/api/trends', (route) => route.fulfill({ json: { kinds: [] } }));
    await visit.goTo('/trends');
  }),
  as(alan, '/trends', 'of two kinds of audit', async (visit) => {
    const kinds = [
      { kind: 'ehc-plan', title: 'EHC plan audit' },
      { kind: 'health-advice', title: 'Audit of health advice' },
    ];
    await visit.page.route('**/api/trends', (route) => route.fulfill({ json: { kinds } }));
    await visit.goTo('/trends');
  }),
  as(alan, '/trends', 'error: nothing of this kind', async (visit) => {
    visit.watch.declare('404 GET /api/trends/');
    await visit.goTo('/trends?kind=none');
  }),
];
