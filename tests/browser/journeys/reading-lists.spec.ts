import { describe, expect, it } from '@jest/globals';
import { people } from '../../support/people.js';
import {
  expectAddress,
  expectFocusKept,
  expectNoWords,
  expectWords,
} from '../../support/browser/expectations.js';
import { anOffice } from '../../support/browser/office.js';
import { PeoplePage } from '../../support/browser/pages/people-page.js';
import { TrailPage } from '../../support/browser/pages/trail-page.js';

describe('reading lists', () => {
  const office = anOffice();

  it('Helen filters the trail, and the address and the Back button keep what she chose', async () => {
    const helen = await office.signedIn(people.helen);
    const trail = new TrailPage(helen);
    await trail.open();
    await trail.filter({ act: 'Made an account' });
    expect(await trail.different('Act')).toEqual(['Made an account']);
    await trail.filter({ act: 'Set a password with a link', person: 'Priya Nair' });
    expect(await trail.different('Who')).toEqual(['Priya Nair']);
    await helen.page.goBack();
    await helen.settle();
    expect(await trail.chosen('Act')).toBe('Made an account');
    expect(await trail.chosen('Person')).toBe('Everyone');
    expect(await trail.different('Act')).toEqual(['Made an account']);
    await helen.page.reload();
    await helen.settle();
    expect(await trail.chosen('Act')).toBe('Made an account');
    await helen.follow('Clear filters');
    await expectAddress(helen, '/trail');
    await expectFocusKept(helen);
  });

  it('Helen finds a person by name, which stays out of the address, and filters by role, which is in it', async () => {
    const helen = await office.signedIn(people.helen);
    const page = new PeoplePage(helen);
    await page.open();
    await page.find('oka');
    await expectWords(helen, '1 person');
    expect(await page.names()).toEqual(['Sam Okafor']);
    await expectAddress(helen, '/accounts');
    await page.find('');
    await helen.choose('Role', 'Auditor');
    await helen.press('Apply filters');
    await expectAddress(helen, '/accounts?role=auditor');
    await expectWords(helen, '3 people');
    await helen.choose('Status', 'Ended');
    await helen.press('Apply filters');
    await expectWords(helen, 'Nobody matches');
    await helen.press('Clear filters');
    await expectFocusKept(helen);
    await expectNoWords(helen, 'Nobody matches');
    await expectAddress(helen, '/accounts');
  });
});
