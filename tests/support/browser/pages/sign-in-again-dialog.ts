import type { Locator } from 'playwright-core';
import type { Visit } from '../visit.js';

/** What covers the page when the session has ended, until the same person has signed in again. */
export class SignInAgainDialog {
  private readonly dialog: Locator;

  constructor(visit: Visit) {
    this.dialog = visit.page.getByRole('dialog', { name: 'Sign in again' });
  }

  waitFor(): Promise<void> {
    return this.dialog.waitFor();
  }

  async signIn(password: string): Promise<void> {
    await this.dialog.getByLabel('Password', { exact: true }).fill(password);
    await this.dialog.getByRole('button', { name: 'Sign in' }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
