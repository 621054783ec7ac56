import { beforeAll, describe, it } from '@jest/globals';
import { expectNoBarriers } from '../../support/browser/accessibility/page-faults.js';
import { anOffice } from '../../support/browser/office.js';
import { furnish, type Place } from '../../support/browser/place.js';
import { states } from '../../support/browser/states.js';

describe('every state of a page', () => {
  const office = anOffice();
  let place: Place;

  beforeAll(async () => {
    place = await furnish(office.service);
  });

  it.each(states)('$route can be used by everyone: $state', async (state) => {
    const visit = await office.again(state.person);
    await state.reach(visit, place);
    await expectNoBarriers(visit);
  });
});
