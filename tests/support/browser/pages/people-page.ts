import type { Visit } from '../visit.js';

export class PeoplePage {
  constructor(private readonly visit: Visit) {}

  async open(): Promise<void> {
    await this.visit.goTo('/accounts');
  }

  /** The name filter narrows the list in memory: a name does not belong into an address. */
  find(part: string): Promise<void> {
    return this.visit.fill('Find by name or e-mail address', part);
  }

  async openAccount(fullName: string): Promise<void> {
    await this.visit.follow(fullName);
    await this.visit.page.getByRole('heading', { level: 1, name: fullName }).waitFor();
    await this.visit.settle();
  }

  async names(): Promise<string[]> {
    const cells = await this.visit.page.getByRole('rowheader').allInnerTexts();
    return cells.map((cell) => cell.replace(' (demonstration)', '').trim());
  }
}
