import type { Visit } from '../visit.js';

const MOST_STOPS = 200;

/** What has the focus, as far as somebody who scores by keyboard needs to know. */
interface Stop {
  name: string;
  type: string;
  isAnswered: boolean;
}

/** The pages of a scoring, used with the keyboard alone. */
export class ScoringPage {
  constructor(private readonly visit: Visit) {}

  /** Goes through the page and answers each group of choices that has no answer yet. */
  async answerGroups(prefix: string, key: (name: string) => string): Promise<number> {
    const { keyboard } = this.visit.page;
    let answered = 0;
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await keyboard.press('Tab');
      const here = await this.stop();
      if (here.name === 'section-completed') return answered;
      if (here.type !== 'radio' || !here.name.startsWith(prefix) || here.isAnswered) continue;
      await keyboard.press(key(here.name));
      answered += 1;
    }
    throw new Error('the Tab key does not lead to the end of the page');
  }

  /** From the end of the page, where the focus is. */
  async complete(): Promise<void> {
    const { keyboard } = this.visit.page;
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await this.visit.settle();
  }

  /** On with the Tab key until the question at the end. */
  async toEnd(): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if ((await this.stop()).name === 'section-completed') return;
      await this.visit.page.keyboard.press('Tab');
    }
    throw new Error('the Tab key does not lead to the end of the page');
  }

  /** "Completed" for "Evidence sweep". */
  async statusOf(task: string): Promise<string> {
    const row = this.visit.page.locator('.govuk-task-list__item', { hasText: task });
    return (await row.locator('.govuk-task-list__status').innerText()).trim();
  }

  private stop(): Promise<Stop> {
    return this.visit.page.evaluate(() => {
      const here = document.activeElement;
      if (!(here instanceof HTMLInputElement)) return { name: '', type: '', isAnswered: false };
      const group = document.getElementsByName(here.name);
      const isAnswered = [...group].some((one) => one instanceof HTMLInputElement && one.checked);
      return { name: here.name, type: here.type, isAnswered };
    });
  }
}
