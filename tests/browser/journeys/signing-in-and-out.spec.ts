import { describe, expect, it } from '@jest/globals';
import { people } from '../../support/people.js';
import {
  expectAddress,
  expectError,
  expectPage,
  expectSuccess,
} from '../../support/browser/expectations.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { anOffice } from '../../support/browser/office.js';
import { PageHeader } from '../../support/browser/pages/page-header.js';
import { SignInPage } from '../../support/browser/pages/sign-in-page.js';

describe('signing in and out', () => {
  const office = anOffice();

  it('Priya signs in, sees her own home, and signs out, with the keyboard alone', async () => {
    const priya = await office.someone();
    const keyboard = new Keyboard(priya);
    await priya.goTo('/');
    await expectAddress(priya, '/sign-in');
    await keyboard.typeInto('E-mail address', people.priya.email);
    await keyboard.typeInto('Password', people.priya.password);
    await priya.page.keyboard.press('Enter');
    await expectPage(priya, 'Home');
    expect(await new PageHeader(priya).person()).toContain('Priya Nair, Auditor (health)');
    expect(await new PageHeader(priya).menu()).not.toContain('People');
    await keyboard.press('Sign out');
    await expectPage(priya, 'Sign in');
    await expectSuccess(priya, 'You have signed out');
    await priya.goTo('/account');
    await expectPage(priya, 'Sign in');
  });

  it('Priya is told of a wrong password without being told which of the two was wrong', async () => {
    const priya = await office.someone();
    priya.watch.declare('401 POST /api/session');
    const page = new SignInPage(priya);
    await page.open();
    await page.signIn({ email: people.priya.email, password: 'quiet-harbour-violet-29' });
    await expectError(priya, 'The e-mail address or the password is not right.');
    expect(await priya.valueOf('E-mail address')).toBe(people.priya.email);
    await page.signIn(people.priya);
    await expectPage(priya, 'Home');
  });

  it('Priya is told at the field what she has left out, and her password manager knows the fields', async () => {
    const priya = await office.someone();
    await new SignInPage(priya).open();
    await priya.press('Sign in');
    await expectError(priya, 'Enter your e-mail address', 'E-mail address');
    const { page } = priya;
    expect(await page.getByLabel('E-mail address').getAttribute('autocomplete')).toBe('username');
    const password = page.locator('#password');
    expect(await password.getAttribute('autocomplete')).toBe('current-password');
    await priya.press('Show password');
    await page.locator('#password[type=text]').waitFor();
    await priya.press('Hide password');
    await page.locator('#password[type=password]').waitFor();
  });

  it('Helen comes back to the page she asked for, once she has signed in', async () => {
    const helen = await office.someone();
    await helen.goTo('/accounts?status=active');
    await expectPage(helen, 'Sign in');
    await expectAddress(helen, '/sign-in');
    await new SignInPage(helen).signIn(people.helen);
    await expectPage(helen, 'People');
    await expectAddress(helen, '/accounts?status=active');
  });

  it('Priya opens the trail by its address and is told that it is not hers to read', async () => {
    const priya = await office.signedIn(people.priya);
    await priya.goTo('/trail');
    await expectPage(priya, 'You do not have permission');
    await priya.follow('Go to your home page');
    await expectPage(priya, 'Home');
  });

  it('an address that leads nowhere says so, signed in or not', async () => {
    for (const visit of [await office.someone(), await office.signedIn(people.priya)]) {
      await visit.goTo('/no-such-page?from=somewhere');
      await expectPage(visit, 'Page not found');
    }
  });
});
