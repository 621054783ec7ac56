import { describe, expect, it } from '@jest/globals';
import { anAccount } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { expectPage, expectSuccess, expectWords } from '../../support/browser/expectations.js';
import { anOffice } from '../../support/browser/office.js';
import { AccountPage } from '../../support/browser/pages/account-page.js';
import { SignInAgainDialog } from '../../support/browser/pages/sign-in-again-dialog.js';
import type { Visit } from '../../support/browser/visit.js';

describe('staying signed in', () => {
  const office = anOffice();

  /** Time passes for the service and in the browser alike. */
  const minutesPass = async (visit: Visit, minutes: number): Promise<void> => {
    office.service.clock.advance(minutes * 60);
    await visit.page.clock.fastForward(minutes * 60_000);
  };

  it('Tom is warned two minutes before, stays with one press, and is warned again half an hour later', async () => {
    const tom = await office.signedIn(people.tom, { withSetClock: true });
    await tom.goTo('/');
    await minutesPass(tom, 27);
    expect(await tom.page.getByRole('dialog').isVisible()).toBe(false);
    await minutesPass(tom, 1.1);
    const warning = tom.page.getByRole('dialog', { name: 'You will be signed out soon' });
    await warning.waitFor();
    await expectWords(tom, /less than 2 minutes/);
    await tom.press('Stay signed in');
    await warning.waitFor({ state: 'hidden' });
    await minutesPass(tom, 27);
    await tom.page.getByRole('link', { name: /Your account/ }).click();
    await expectPage(tom, 'Your account');
    await minutesPass(tom, 28.1);
    await warning.waitFor();
    await tom.page.keyboard.press('Escape');
    await warning.waitFor({ state: 'hidden' });
  });

  it('Helen comes back too late, signs in on the page, and what she typed is still there and is saved', async () => {
    const ellen = await anAccount(office.service).named('Ellen Ward').make();
    const helen = await office.signedIn(people.helen, { withSetClock: true });
    const account = new AccountPage(helen);
    await account.open(ellen.id);
    await account.fillFullName('Ellen Ward-Hughes');
    await minutesPass(helen, 45);
    await new SignInAgainDialog(helen).waitFor();
    await new SignInAgainDialog(helen).signIn(people.helen.password);
    expect(await account.fullName()).toBe('Ellen Ward-Hughes');
    await account.save();
    await expectSuccess(helen, 'Ellen Ward-Hughes’s account is changed');
  });

  it('Helen’s session ends unseen while she types: saving asks her to sign in, and then saves', async () => {
    const ellen = await anAccount(office.service).named('Ellen Ward').make();
    const helen = await office.signedIn(people.helen, { withSetClock: true });
    const account = new AccountPage(helen);
    await account.open(ellen.id);
    await account.fillFullName('Eleanor Ward');
    office.service.clock.advance(13 * 60 * 60);
    helen.watch.declare('401 PUT /api/accounts/');
    await account.save();
    await new SignInAgainDialog(helen).signIn(people.helen.password);
    await expectSuccess(helen, 'Eleanor Ward’s account is changed');
  });

  it('Tom signs out from the warning', async () => {
    const tom = await office.signedIn(people.tom, { withSetClock: true });
    await tom.goTo('/');
    await minutesPass(tom, 28.1);
    const warning = tom.page.getByRole('dialog', { name: 'You will be signed out soon' });
    await warning.getByRole('button', { name: 'Sign out' }).click();
    await expectPage(tom, 'Sign in');
  });
});
