import { describe, expect, it } from '@jest/globals';
import { people } from '../../support/people.js';
import { expectError, expectSuccess } from '../../support/browser/expectations.js';
import { anOffice } from '../../support/browser/office.js';
import { PageHeader } from '../../support/browser/pages/page-header.js';
import { SettingsPage } from '../../support/browser/pages/settings-page.js';

describe('changing the settings', () => {
  const office = anOffice();

  it('Helen changes the partnership’s name and colour, and the header shows both at once', async () => {
    const helen = await office.signedIn(people.helen);
    const settings = new SettingsPage(helen);
    await settings.open();
    await settings.save({ name: 'Ashbourne Vale Local Area Partnership', colour: '#5b1f45' });
    await expectSuccess(helen, 'The settings are saved');
    const header = new PageHeader(helen);
    expect(await header.name()).toBe('Ashbourne Vale Local Area Partnership');
    expect(await header.colour()).toBe('rgb(91, 31, 69)');
    const tom = await office.signedIn(people.tom);
    await tom.goTo('/');
    expect(await new PageHeader(tom).colour()).toBe('rgb(91, 31, 69)');
  });

  it('Helen is refused a colour that white words cannot be read on, at the field', async () => {
    const helen = await office.signedIn(people.helen);
    const settings = new SettingsPage(helen);
    await settings.open();
    const before = await new PageHeader(helen).colour();
    await settings.save({ colour: '#ffd700' });
    await expectError(helen, 'White text cannot be read well on this colour', 'Colour');
    expect(await new PageHeader(helen).colour()).toBe(before);
    await settings.save({ colour: 'navy' });
    await expectError(helen, 'Enter a colour as # and six digits or letters a to f', 'Colour');
  });
});
