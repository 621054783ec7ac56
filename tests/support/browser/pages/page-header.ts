import type { Visit } from '../visit.js';

/** What stands above every page: the partnership, the person, and the way out. */
export class PageHeader {
  constructor(private readonly visit: Visit) {}

  name(): Promise<string> {
    return this.visit.page.getByRole('banner').getByRole('link').first().innerText();
  }

  colour(): Promise<string> {
    return this.visit.page
      .getByRole('banner')
      .evaluate((header) => getComputedStyle(header).backgroundColor);
  }

  person(): Promise<string> {
    return this.visit.page.locator('.app-header__person a').innerText();
  }

  async menu(): Promise<string[]> {
    return this.visit.page
      .getByRole('navigation', { name: 'Menu' })
      .getByRole('link')
      .allInnerTexts();
  }
}
