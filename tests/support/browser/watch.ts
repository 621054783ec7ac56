import type { BrowserContext, Page } from 'playwright-core';
import { people } from '../people.js';

/**
 * Writes down everything in a browser that ought not to happen: sentences in the console, faults of
 * the page, refusals of the content security policy, requests without an answer and refused ones.
 */
export class Watch {
  /** Every address the page stood at or asked for. */
  readonly addresses = new Set<string>();
  private readonly seen: string[] = [];
  private readonly declared: string[] = [];

  /** Says beforehand what this test brings about, such as `409 PUT /api/accounts/`. */
  declare(part: string): void {
    this.declared.push(part);
  }

  /** Begins again, for the next visit with the same page. */
  forget(): void {
    this.addresses.clear();
    this.seen.length = 0;
    this.declared.length = 0;
  }

  async follow(context: BrowserContext, page: Page): Promise<void> {
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (violation) => {
        console.error(`content security policy: ${violation.violatedDirective}`);
      });
    });
    this.followPage(page);
  }

  /** What happened without being declared, and what was declared without happening. */
  surprises(): string[] {
    const undeclared = this.seen.filter(
      (sight) => !this.declared.some((part) => sight.includes(part)),
    );
    const missing = this.declared
      .filter((part) => !this.seen.some((sight) => sight.includes(part)))
      .map((part) => `declared, but did not happen: ${part}`);
    return [...undeclared, ...missing];
  }

  /** Addresses that name a person: they are kept in histories and in logs. */
  addressesWithPersonalData(alsoKnown: readonly string[] = []): string[] {
    const personal = [
      ...Object.values(people).flatMap(({ email, fullName }) => [email, fullName]),
      ...alsoKnown,
    ].map(asWords);
    return [...this.addresses].filter((address) => {
      const words = asWords(decodeURIComponent(address));
      return personal.some((part) => words.includes(part));
    });
  }

  private followPage(page: Page): void {
    page.on('console', (message) => {
      // The browser's own line about a refused request; the answer itself is written down below.
      if (message.text().startsWith('Failed to load resource')) return;
      if (['error', 'warning', 'assert'].includes(message.type()))
        this.seen.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.seen.push(`fault of the page: ${error.message}`));
    page.on('framenavigated', (frame) => this.addresses.add(frame.url()));
    page.on('request', (request) => this.addresses.add(request.url()));
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? 'no answer';
      // A page that is left gives up what it was still reading.
      if (why !== 'net::ERR_ABORTED')
        this.seen.push(`${why} ${request.method()} ${pathOf(request.url())}`);
    });
    page.on('response', (response) => {
      if (response.status() < 400) return;
      const { method, url } = { method: response.request().method(), url: response.url() };
      this.seen.push(`${response.status()} ${method} ${pathOf(url)}`);
    });
  }
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}

function asWords(text: string): string {
  return text.toLowerCase().replaceAll(/[.+_\s-]+/g, ' ');
}
