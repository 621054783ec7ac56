import { describe, expect, it } from '@jest/globals';
import { LATE_SEPTEMBER, roundCalled } from '../../support/builders/round.js';
import { people } from '../../support/people.js';
import {
  expectAddress,
  expectPage,
  expectSuccess,
  expectWords,
} from '../../support/browser/expectations.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { anOffice } from '../../support/browser/office.js';

describe('running a round', () => {
  const office = anOffice();

  it('Ruth opens the autumn’s round, looks at what the draw would do, draws it and withdraws a plan, by keyboard alone', async () => {
    office.service.clock.set(LATE_SEPTEMBER);
    const ruth = await office.signedIn(people.ruth);
    const keyboard = new Keyboard(ruth);
    await ruth.goTo('/programme/2026-27');
    await keyboard.press('Open one for Oct to Dec 2026 (Q3 2026-27)');
    await expectPage(ruth, 'Open a round');
    await keyboard.tick('Routine');
    await keyboard.press('Open round');
    await expectSuccess(
      ruth,
      'The round 2026-27-Q3-routine is open. Its sample is yet to be drawn',
    );

    await keyboard.press('Change the sample size or the due date');
    await expectPage(ruth, 'Change the round');
    await keyboard.tabTo('Sample size');
    await ruth.page.keyboard.press('ControlOrMeta+a');
    await ruth.page.keyboard.type('24');
    await keyboard.press('Save changes');
    await expectSuccess(ruth, 'The round 2026-27-Q3-routine is changed');

    await keyboard.press('Plan the draw');
    await expectPage(ruth, 'Draw the sample: Routine round, Oct to Dec 2026');
    await expectWords(ruth, /Today the draw would take 24 of 1,\d\d\d plans in the register/);
    await expectWords(ruth, /within about ±1\d points/);
    await keyboard.press('Draw the sample');
    await expectSuccess(ruth, '24 plans are drawn');
    await expectPage(ruth, 'Routine round, Oct to Dec 2026');
    expect(await ruth.page.getByRole('row').filter({ hasText: 'Drawn' }).count()).toBe(24 + 1);

    const lead = await office.service.signIn(people.ruth);
    const { id, sample } = await roundCalled(lead, '2026-27-Q3-routine');
    const first = sample?.plans[0]?.planRef ?? '';
    await keyboard.press(`Withdraw ${first}`);
    await expectPage(ruth, `Withdraw ${first}`);
    await keyboard.tick('The plan has ceased');
    await ruth.page.keyboard.press('ArrowDown');
    await keyboard.press('Withdraw plan');
    await expectWords(ruth, `${first} is withdrawn, and`);
    await expectWords(ruth, 'Moved to another authority');
    await expectWords(ruth, `In place of ${first}`);
    await expectAddress(ruth, `/programme/rounds/${id}`);

    await keyboard.press('How this draw can be verified');
    await keyboard.press('Verify now');
    await expectWords(ruth, 'The draw comes out the same.');
  });

  it('Ruth finishes the year’s draws, and the seed is shown', async () => {
    const ruth = await office.signedIn(people.ruth);
    await ruth.goTo('/programme/2026-27');
    await expectWords(ruth, 'Secret until drawing is finished');
    await ruth.follow('Finish drawing and show the seed');
    await expectPage(ruth, 'Finish drawing for 2026-27?');
    await ruth.press('Finish drawing');
    await expectSuccess(ruth, 'Drawing is finished for 2026-27, and its seed is shown');
    await expectWords(ruth, 'c41d7e90a2b85f36e07c1948d5f2ab6390e8d47c1fa35b20689de4f71c0b3a52');
  });
});
