import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectNoBarriers } from '../../support/browser/accessibility/page-faults.js';
import { anOffice } from '../../support/browser/office.js';
import { furnish, type Place } from '../../support/browser/place.js';
import { states } from '../../support/browser/states.js';
import type { Visit } from '../../support/browser/visit.js';

describe('every state of a page', () => {
  const office = anOffice();
  let place: Place;

  beforeAll(async () => {
    place = await furnish(office.service);
  });

  it.each(states)('$route can be used by everyone: $state', async (state) => {
    await office.look(state.person, async (visit) => {
      await state.reach(visit, place);
      await expectNoBarriers(visit);
    });
  });

  it('is looked at in a new browser where Chromium itself ended the page, once', async () => {
    const looks: Visit[] = [];
    const endThePage = (times: number) => async (visit: Visit) => {
      looks.push(visit);
      if (looks.length <= times) await visit.page.goto('chrome://crash');
      else await visit.goTo('/sign-in');
    };
    await office.look(null, endThePage(1));
    expect(new Set(looks).size).toBe(2);
    looks.length = 0;
    await expect(office.look(null, endThePage(2))).rejects.toThrow('chrome://crash');
  });
});
