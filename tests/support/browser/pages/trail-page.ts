import type { Visit } from '../visit.js';

export class TrailPage {
  constructor(private readonly visit: Visit) {}

  open(): Promise<void> {
    return this.visit.goTo('/trail');
  }

  async filter(filters: { act?: string; person?: string }): Promise<void> {
    if (filters.act) await this.visit.choose('Act', filters.act);
    if (filters.person) await this.visit.choose('Person', filters.person);
    await this.visit.press('Apply filters');
    await this.visit.settle();
  }

  /** The different entries of one column, by its heading. */
  async different(column: string): Promise<string[]> {
    const headings = await this.visit.page.getByRole('columnheader').allInnerTexts();
    const place = headings.indexOf(column);
    const cells = this.visit.page.locator(`tbody tr > :nth-child(${place + 1})`);
    return [...new Set(await cells.allInnerTexts())];
  }

  chosen(filter: 'Act' | 'Person'): Promise<string> {
    return this.visit.page
      .getByLabel(filter, { exact: true })
      .evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]?.text.trim() ?? '');
  }
}
