import type { Visit } from '../visit.js';

export class SetPasswordPage {
  constructor(private readonly visit: Visit) {}

  /** Opens the link as it was handed over, at the address where the tests' service listens. */
  open(link: string): Promise<void> {
    const { pathname, hash } = new URL(link);
    return this.visit.goTo(pathname + hash);
  }

  async set(password: string): Promise<void> {
    await this.visit.fill('New password', password);
    await this.visit.press('Set password');
  }
}
