import { describe, expect, it } from '@jest/globals';
import { people } from '../../support/people.js';
import { expectError, expectPage, expectSuccess } from '../../support/browser/expectations.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { anOffice } from '../../support/browser/office.js';
import { MakeAccountPage } from '../../support/browser/pages/make-account-page.js';
import { PageHeader } from '../../support/browser/pages/page-header.js';
import { SetPasswordPage } from '../../support/browser/pages/set-password-page.js';
import { SignInPage } from '../../support/browser/pages/sign-in-page.js';

const farah = { email: 'farah.aziz@ashbourne-vale.example', password: 'three-copper-lanterns-17' };

describe('making an account', () => {
  const office = anOffice();

  it('Helen makes Farah’s account with the keyboard alone, and Farah sets her password elsewhere', async () => {
    const helen = await office.signedIn(people.helen);
    const keyboard = new Keyboard(helen);
    await helen.goTo('/accounts/new');
    await keyboard.typeInto('Full name', 'Farah Aziz');
    await keyboard.typeInto('E-mail address', farah.email);
    await keyboard.tick('Auditor');
    await keyboard.pick('Agency', 'Education');
    await keyboard.press('Make account');
    await expectPage(helen, 'Account made for Farah Aziz');
    const link = await new MakeAccountPage(helen).oneTimeLink();

    const browserOfFarah = await office.someone();
    await new SetPasswordPage(browserOfFarah).open(link);
    await new SetPasswordPage(browserOfFarah).set(farah.password);
    await expectPage(browserOfFarah, 'Sign in');
    await expectSuccess(browserOfFarah, 'Your password is set. Sign in with it now');
    await new SignInPage(browserOfFarah).signIn(farah);
    await expectPage(browserOfFarah, 'Home');
    expect(await new PageHeader(browserOfFarah).person()).toContain('Farah Aziz, Auditor');
    expect(browserOfFarah.watch.addressesWithPersonalData(['Farah Aziz', farah.email])).toEqual([]);
    expect(helen.watch.addressesWithPersonalData(['Farah Aziz', farah.email])).toEqual([]);
  });

  it('a link that was used says so, and a password that is guessed first is refused', async () => {
    const helen = await office.signedIn(people.helen);
    await helen.goTo('/accounts/new');
    await helen.fill('Full name', 'Idris Bell');
    await helen.fill('E-mail address', 'idris.bell@ashbourne-vale.example');
    await helen.page.getByRole('checkbox', { name: 'QA subgroup member', exact: true }).check();
    await helen.press('Make account');
    const link = await new MakeAccountPage(helen).oneTimeLink();
    const idris = await office.someone();
    idris.watch.declare('422 POST /api/password');
    const page = new SetPasswordPage(idris);
    await page.open(link);
    await page.set('password1234567');
    await expectError(idris, 'guess', 'New password');
    await page.set('nine-silver-otters-33');
    await expectPage(idris, 'Sign in');
    await page.open(link);
    await page.set('nine-silver-otters-34');
    await expectError(idris, 'link');
  });

  it('an address that someone else has is told at the field, and nothing typed is lost', async () => {
    const helen = await office.signedIn(people.helen);
    helen.watch.declare('409 POST /api/accounts');
    await helen.goTo('/accounts/new');
    await helen.fill('Full name', 'Priya Nayar');
    await helen.fill('E-mail address', people.priya.email);
    await helen.page.getByRole('checkbox', { name: 'QA subgroup member', exact: true }).check();
    await helen.press('Make account');
    await expectError(helen, 'e-mail address', 'E-mail address');
    expect(await helen.valueOf('Full name')).toBe('Priya Nayar');
  });
});
