import { describe, it } from '@jest/globals';
import { people } from '../../support/people.js';
import { expectPage, expectSuccess, expectWords } from '../../support/browser/expectations.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { anOffice } from '../../support/browser/office.js';
import { plansOf } from '../../support/builders/documents.js';
import { programmeOf } from '../../support/builders/round.js';

describe('a round of advice', () => {
  const office = anOffice();

  it('Ruth opens it, draws it, enters documents, changes one and takes one out, by keyboard alone', async () => {
    const ruth = await office.signedIn(people.ruth);
    const keyboard = new Keyboard(ruth);
    await ruth.goTo('/programme/rounds/new?quarter=2026-27-Q2');
    await keyboard.tick('Routine');
    await ruth.page.keyboard.press('ArrowDown');
    await ruth.page.keyboard.press('ArrowDown');
    await expectWords(ruth, 'Those that audit documents of a plan');
    await keyboard.press('Open round');
    await expectSuccess(ruth, 'The round 2026-27-Q2-advice is open. Its sample is yet to be drawn');
    await keyboard.press('Plan the draw');
    await expectWords(ruth, 'depends on how many documents its plans have');
    await keyboard.press('Draw the sample');
    await expectSuccess(ruth, '30 plans are drawn');
    await keyboard.press('Documents of this round');
    await expectPage(ruth, 'Documents of the round');
    await expectWords(ruth, 'No document entered; nothing will be audited');

    const lead = await office.service.signIn(people.ruth);
    const { rounds } = await programmeOf(lead, '2026-27');
    const round = rounds.find(({ reference }) => reference === '2026-27-Q2-advice');
    const [first, second] = (await plansOf(lead, round?.id ?? '')).map(({ planRef }) => planRef);
    await keyboard.press(`Enter a document of ${first ?? ''}`);
    await expectPage(ruth, `Enter a document of ${first ?? ''}`);
    await keyboard.press('Enter document');
    await expectWords(ruth, 'Enter what the document is');
    await ruth.fill('What the document is', 'Speech and language therapy advice');
    await ruth.fill('Profession or team', 'Community therapies');
    await ruth.fill('Requested on', '2026-07-07');
    await ruth.fill('Received on', '2026-07-06');
    ruth.watch.declare('422 POST /api/rounds/');
    await keyboard.tick('Yes');
    await ruth.page.keyboard.press('ArrowDown');
    await keyboard.press('Enter document');
    await expectWords(ruth, 'Received on must be 7 July 2026, the day it was requested, or after');
    await ruth.fill('Received on', '2026-08-14');
    await keyboard.press('Enter document');
    await expectSuccess(ruth, `Speech and language therapy advice of ${first ?? ''} is entered`);
    await expectWords(ruth, 'Requested on 7 July 2026, received on 14 August 2026');

    await keyboard.press(`None was asked for (${second ?? ''})`);
    await expectSuccess(ruth, `${second ?? ''}: no document of this kind was asked for`);
    await keyboard.press(`Take that back (${second ?? ''})`);
    await expectSuccess(ruth, `${second ?? ''}: its documents are still to be entered`);

    await keyboard.press(`Speech and language therapy advice of ${first ?? ''}: change`);
    await expectPage(ruth, 'Change the document');
    await ruth.fill('What the document is', 'Physiotherapy advice');
    await keyboard.press('Save changes');
    await expectSuccess(ruth, `Physiotherapy advice of ${first ?? ''} is changed`);
    await keyboard.press(`Physiotherapy advice of ${first ?? ''}: change`);
    await keyboard.press('Take it out of the round');
    await expectPage(ruth, 'Take out a document');
    await keyboard.press('Take out document');
    await expectSuccess(ruth, `Physiotherapy advice of ${first ?? ''} is taken out`);
  });
});
