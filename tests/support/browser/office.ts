import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Person } from '../people.js';
import { startService, type Service, type ServiceOptions } from '../service.js';
import { startChromium } from './chromium.js';
import { DESKTOP, Visit } from './visit.js';

/** A form that waits longer than this for the page is a failure, not patience. */
const PATIENCE_MS = 8_000;

interface VisitOptions {
  /** Sets the browser's clock to the service's, so that the test can move both. */
  withSetClock?: boolean;
}

/**
 * The service and a Chromium for one test file. Each test asks for people at browsers of their own;
 * when it ends, nothing undeclared may have happened in any of them and nothing may be left behind.
 */
export function anOffice(options?: ServiceOptions): Office {
  const office = new Office();
  beforeAll(() => office.open(options));
  afterEach(() => office.endVisits());
  afterAll(() => office.close());
  return office;
}

export class Office {
  service: Service;
  private browser: Browser;
  private visits: Visit[] = [];
  private readonly browsersKept = new Map<Person | null, Visit>();

  async open(options?: ServiceOptions): Promise<void> {
    [this.service, this.browser] = await Promise.all([startService(options), startChromium()]);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.service.stop();
  }

  /** Someone who is not signed in. */
  someone(options?: VisitOptions): Promise<Visit> {
    return this.begin(null, options);
  }

  /** Someone who has signed in already; how that is done in the page is a journey of its own. */
  async signedIn(person: Person, options?: VisitOptions): Promise<Visit> {
    const visit = await this.begin(person, options);
    const { email, password } = person;
    const answer = await visit.context.request.post(`${this.service.url}/api/session`, {
      data: { email, password },
    });
    if (!answer.ok()) throw new Error(`${person.fullName} could not sign in: ${answer.status()}`);
    return visit;
  }

  /**
   * The same person, or nobody, at the same browser as in the tests before: to begin anew costs more
   * than most of what is looked at. What a test does to the browser ends with the test.
   */
  private async again(person: Person | null): Promise<Visit> {
    const kept = this.browsersKept.get(person);
    if (kept) {
      this.visits.push(kept);
      return kept;
    }
    const visit = await (person ? this.signedIn(person) : this.someone());
    this.browsersKept.set(person, visit);
    return visit;
  }

  /**
   * Looks at something in the browser kept for this person, and once more in a new one where
   * Chromium itself ended the page: it does so once in thousands of pages, whatever they show. A
   * page that ends it twice is at fault.
   */
  async look(person: Person | null, at: (visit: Visit) => Promise<void>): Promise<void> {
    const visit = await this.again(person);
    try {
      await at(visit);
    } catch (cause) {
      if (!(await visit.hasCrashed())) throw cause;
      this.visits = this.visits.filter((other) => other !== visit);
      this.browsersKept.delete(person);
      await visit.context.close();
      await at(await this.again(person));
    }
  }

  private async begin(person: Person | null, options: VisitOptions = {}): Promise<Visit> {
    const context = await this.browser.newContext({ viewport: DESKTOP, locale: 'en-GB' });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const visit = new Visit(this.service, context, page, person);
    await visit.watch.follow(context, page);
    if (options.withSetClock) await page.clock.install({ time: this.service.clock.now() });
    this.visits.push(visit);
    return visit;
  }

  async endVisits(): Promise<void> {
    const ended = this.visits;
    this.visits = [];
    try {
      for (const visit of ended) await expectNothingLeftBehind(visit);
    } finally {
      await Promise.all(ended.map((visit) => this.end(visit)));
    }
  }

  private async end(visit: Visit): Promise<void> {
    const isKept = this.browsersKept.get(visit.person) === visit;
    if (isKept && (await visit.leave().catch(() => false))) return;
    if (isKept) this.browsersKept.delete(visit.person);
    await visit.context.close();
  }
}

/** No surprise, no name in an address, nothing in the browser's storage, and a cookie no script can read. */
async function expectNothingLeftBehind(visit: Visit): Promise<void> {
  expect(visit.watch.surprises()).toEqual([]);
  expect(visit.watch.addressesWithPersonalData()).toEqual([]);
  if (!visit.page.url().startsWith('http')) return;
  const kept = await visit.page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    cookiesForScripts: document.cookie,
  }));
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, cookiesForScripts: '' });
  for (const cookie of await visit.context.cookies()) {
    expect(cookie).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Strict' });
  }
}
