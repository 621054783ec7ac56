import type { Visit } from './visit.js';

const MOST_STOPS = 80;

/** Someone who works without a mouse: everything is reached with the Tab key. */
export class Keyboard {
  constructor(private readonly visit: Visit) {}

  /** Goes on to a control by the name that is read out for it. */
  async tabTo(name: string): Promise<void> {
    const { page } = this.visit;
    const wanted = page
      .getByLabel(name, { exact: true })
      .or(page.getByRole('button', { name, exact: true }))
      .or(page.getByRole('link', { name, exact: true }));
    await wanted.first().waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await page.keyboard.press('Tab');
      const hasFocus = await wanted.evaluateAll((elements) =>
        elements.some((element) => element === document.activeElement),
      );
      if (hasFocus) return;
    }
    throw new Error(`The Tab key does not lead to "${name}"`);
  }

  async typeInto(name: string, text: string): Promise<void> {
    await this.tabTo(name);
    await this.visit.page.keyboard.type(text);
  }

  async press(name: string): Promise<void> {
    await this.tabTo(name);
    await this.visit.page.keyboard.press('Enter');
  }

  async tick(name: string): Promise<void> {
    await this.tabTo(name);
    await this.visit.page.keyboard.press('Space');
  }

  /** Chooses in a list by typing the beginning of the choice, as every browser allows. */
  async pick(name: string, choice: string): Promise<void> {
    await this.tabTo(name);
    await this.visit.page.keyboard.type(choice);
  }
}
