import type { BrowserContext, Dialog, Page } from 'playwright-core';
import type { Person } from '../people.js';
import type { Service } from '../service.js';
import { Watch } from './watch.js';

export const DESKTOP = { width: 1280, height: 800 };

/** One person at one browser of their own. */
export class Visit {
  readonly watch = new Watch();
  private readonly unanswered = new Set<unknown>();
  private readonly crash: Promise<true>;
  private hasMovedClock = false;

  constructor(
    readonly service: Service,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly person: Person | null,
  ) {
    page.on('request', (request) => this.unanswered.add(request));
    page.on('requestfinished', (request) => this.unanswered.delete(request));
    page.on('requestfailed', (request) => this.unanswered.delete(request));
    this.crash = new Promise((resolve) => {
      page.once('crash', () => resolve(true));
    });
  }

  /** Chromium ended the page itself; it says so shortly after what was asked of the page fails. */
  hasCrashed(): Promise<boolean> {
    return Promise.race([this.crash, pause(1_000).then(() => false)]);
  }

  /** Types an address into the address bar, and waits until the page stands. */
  async goTo(path: string): Promise<void> {
    // From one fragment to another a browser loads nothing; a person who pastes a link expects it to.
    if (path.includes('#')) await this.goNowhere();
    await this.page.goto(this.service.url + path);
    await this.settle();
  }

  /**
   * An address of the service that shows no page of it. From an empty page Chromium would begin a
   * new process for the next one, which takes it longer than the page itself.
   */
  private async goNowhere(): Promise<void> {
    await this.page.goto(`${this.service.url}/api/health`);
  }

  /** Goes on inside the running application, as the browser's buttons do, without loading it anew. */
  async moveTo(path: string): Promise<void> {
    await this.page.evaluate((address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
    }, path);
  }

  /** Minutes go by in the browser alone, with a page open and nothing done. */
  async passTime(path: string, minutes: number): Promise<void> {
    this.hasMovedClock = true;
    await this.page.clock.install();
    await this.goTo(path);
    await this.page.clock.fastForward(minutes * 60_000);
  }

  /**
   * Leaves the page, so that the next visit finds this browser as it was when the person had signed
   * in. Answers whether it does: a clock cannot be set back.
   */
  async leave(): Promise<boolean> {
    if (this.hasMovedClock) return false;
    const goAnyway = (dialog: Dialog) => dialog.accept();
    this.page.on('dialog', goAnyway);
    await this.goNowhere();
    this.page.off('dialog', goAnyway);
    await this.page.unrouteAll();
    await this.page.emulateMedia({ forcedColors: null, reducedMotion: null });
    await this.page.setViewportSize(DESKTOP);
    this.unanswered.clear();
    this.watch.forget();
    return true;
  }

  /** Waits until there is a heading and nothing is being read any more. */
  async settle(): Promise<void> {
    await this.page.locator('main h1').first().waitFor({ state: 'attached' });
    for (let quiet = 0; quiet < 2; quiet += 1) {
      while (this.unanswered.size > 0) await pause(10);
      await pause(20);
    }
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  follow(name: string | RegExp): Promise<void> {
    return this.page.getByRole('link', { name, exact: true }).click();
  }

  fill(label: string, value: string): Promise<void> {
    return this.page.getByLabel(label, { exact: true }).fill(value);
  }

  valueOf(label: string): Promise<string> {
    return this.page.getByLabel(label, { exact: true }).inputValue();
  }

  choose(label: string, option: string): Promise<string[]> {
    return this.page.getByLabel(label, { exact: true }).selectOption({ label: option });
  }

  /** The address after the host, as it stands in the address bar. */
  address(): string {
    const url = new URL(this.page.url());
    return url.pathname + url.search + url.hash;
  }

  heading(): Promise<string> {
    return this.page.locator('main h1').first().innerText();
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
