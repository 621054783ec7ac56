import { beforeEach, describe, expect, it } from '@jest/globals';
import { anAccount, type MadePerson } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import {
  expectError,
  expectFocusKept,
  expectPage,
  expectSuccess,
  expectWords,
} from '../../support/browser/expectations.js';
import { anOffice } from '../../support/browser/office.js';
import { AccountPage } from '../../support/browser/pages/account-page.js';
import { PageHeader } from '../../support/browser/pages/page-header.js';
import { PeoplePage } from '../../support/browser/pages/people-page.js';

describe('changing accounts', () => {
  const office = anOffice();
  let ellen: MadePerson;

  beforeEach(async () => {
    ellen = await anAccount(office.service).named('Ellen Ward').make();
  });

  it('Helen gives Ellen another role, and it counts at Ellen’s next step', async () => {
    const browserOfEllen = await office.signedIn(ellen);
    await browserOfEllen.goTo('/');
    expect(await new PageHeader(browserOfEllen).menu()).not.toContain('Trail');
    const helen = await office.signedIn(people.helen);
    const account = new AccountPage(helen);
    await account.open(ellen.id);
    await account.grant('Administrator');
    await account.save();
    await expectSuccess(helen, 'Ellen Ward’s account is changed');
    await browserOfEllen.goTo('/trail');
    await expectPage(browserOfEllen, 'Trail');
  });

  it('Helen takes a role away, and the page that Farah has open answers no more', async () => {
    const farah = await anAccount(office.service)
      .named('Farah Aziz')
      .withRoles('administrator', 'report-reader')
      .make();
    const browserOfFarah = await office.signedIn(farah);
    await browserOfFarah.goTo('/accounts');
    const helen = await office.signedIn(people.helen);
    const page = new PeoplePage(helen);
    await page.open();
    await page.openAccount('Farah Aziz');
    await new AccountPage(helen).withdraw('Administrator');
    await new AccountPage(helen).save();
    await expectPage(helen, 'People');
    browserOfFarah.watch.declare('403 GET /api/accounts');
    await browserOfFarah.choose('Status', 'Active');
    await browserOfFarah.press('Apply filters');
    await expectWords(browserOfFarah, 'This cannot be shown');
    await browserOfFarah.goTo('/accounts');
    await expectPage(browserOfFarah, 'You do not have permission');
  });

  it('Helen ends Ellen’s account, and Ellen is out at her next click and stays out', async () => {
    const browserOfEllen = await office.signedIn(ellen);
    await browserOfEllen.goTo('/');
    const helen = await office.signedIn(people.helen);
    await new AccountPage(helen).open(ellen.id);
    await new AccountPage(helen).end();
    await expectSuccess(helen, 'Ellen Ward’s account is ended');
    browserOfEllen.watch.declare('401 GET /api/account');
    browserOfEllen.watch.declare('401 POST /api/session');
    await browserOfEllen.page.getByRole('link', { name: /Your account/ }).click();
    const dialog = browserOfEllen.page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByLabel('Password', { exact: true }).fill(ellen.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await expectError(browserOfEllen, 'The e-mail address or the password is not right.');
  });

  it('Ellen has forgotten her password: Helen makes a new link, which is read from its heading on', async () => {
    const helen = await office.signedIn(people.helen);
    await new AccountPage(helen).open(ellen.id);
    await helen.press('Make a new link');
    await expectWords(helen, 'This link is shown once.');
    await expectFocusKept(helen);
    await helen.press(/Copy/);
    await helen.page.getByText(/Copied|The text is selected/).waitFor();
    await new AccountPage(helen).open(ellen.id);
    expect(await helen.page.getByLabel('One-time link').count()).toBe(0);
  });

  it('two people change Ellen’s account at once: the second is told, and overwrites nothing unseen', async () => {
    const [helen, colleague] = [
      await office.signedIn(people.helen),
      await office.signedIn(people.helen),
    ];
    const [first, second] = [new AccountPage(helen), new AccountPage(colleague)];
    await first.open(ellen.id);
    await second.open(ellen.id);
    await first.fillFullName('Ellen Ward-Hughes');
    await first.save();
    await expectPage(helen, 'People');
    colleague.watch.declare('409 PUT /api/accounts/');
    await second.fillFullName('Eleanor Ward');
    await second.save();
    await expectError(colleague, 'changed');
    expect(await second.fullName()).toBe('Eleanor Ward');
    await colleague.press('Show the latest details');
    await expectPage(colleague, 'Ellen Ward-Hughes');
    await expectFocusKept(colleague);
    expect(await second.fullName()).toBe('Ellen Ward-Hughes');
    await second.fillFullName('Eleanor Ward');
    await second.save();
    await expectSuccess(colleague, 'Eleanor Ward’s account is changed');
  });

  it('the service cannot be reached: Helen is told, what she typed stays, and saving again works', async () => {
    const helen = await office.signedIn(people.helen);
    const account = new AccountPage(helen);
    await account.open(ellen.id);
    await account.fillFullName('Ellen Ward-Price');
    helen.watch.declare('ERR_INTERNET_DISCONNECTED PUT /api/accounts/');
    await helen.context.setOffline(true);
    await account.save();
    await expectError(
      helen,
      'The service could not be reached. Check your connection and try again.',
    );
    expect(await account.fullName()).toBe('Ellen Ward-Price');
    await helen.context.setOffline(false);
    await account.save();
    await expectSuccess(helen, 'Ellen Ward-Price’s account is changed');
  });
});
