import type { Visit } from '../visit.js';

/** Someone's account, as the administrator changes it. */
export class AccountPage {
  constructor(private readonly visit: Visit) {}

  open(id: string): Promise<void> {
    return this.visit.goTo(`/accounts/${id}`);
  }

  fillFullName(fullName: string): Promise<void> {
    return this.visit.fill('Full name', fullName);
  }

  fullName(): Promise<string> {
    return this.visit.valueOf('Full name');
  }

  grant(role: string): Promise<void> {
    return this.visit.page.getByRole('checkbox', { name: role, exact: true }).check();
  }

  withdraw(role: string): Promise<void> {
    return this.visit.page.getByRole('checkbox', { name: role, exact: true }).uncheck();
  }

  save(): Promise<void> {
    return this.visit.press('Save changes');
  }

  async end(): Promise<void> {
    await this.visit.follow(/^End .*’s account$/);
    await this.visit.press('End account');
  }
}
