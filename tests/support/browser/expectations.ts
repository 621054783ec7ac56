import { expect } from '@jest/globals';
import type { Visit } from './visit.js';

/** Waits for the page with this heading, and checks that its title says the same service. */
export async function expectPage(visit: Visit, heading: string): Promise<void> {
  await visit.page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  expect(await visit.page.title()).toMatch(/ – EHC plan quality audit$/);
}

/** Waits until the words stand on the page for everyone to see. */
export async function expectWords(visit: Visit, words: string | RegExp): Promise<void> {
  await visit.page.getByText(words).first().waitFor();
}

export async function expectNoWords(visit: Visit, words: string | RegExp): Promise<void> {
  await visit.page.getByText(words).first().waitFor({ state: 'hidden' });
}

/** The banner that says what has just succeeded. */
export async function expectSuccess(visit: Visit, sentence: string | RegExp): Promise<void> {
  const banner = visit.page.getByRole('alert').filter({ hasText: 'Success' });
  await banner.getByText(sentence, { exact: true }).waitFor();
}

/**
 * The summary of what is wrong has the focus and says this, the title begins with "Error: ", and
 * where the sentence belongs to a field its link leads there and the field says the same.
 */
export async function expectError(visit: Visit, sentence: string, field?: string): Promise<void> {
  const { page } = visit;
  const summary = page.locator('.govuk-error-summary', { hasText: sentence });
  await summary.waitFor();
  expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
  expect(await page.title()).toMatch(/^Error: /);
  if (field === undefined) return;
  const control = page.getByLabel(field, { exact: true });
  const describedBy = (await control.getAttribute('aria-describedby')) ?? '';
  const own = describedBy.split(' ').find((id) => id.endsWith('-error'));
  expect(await page.locator(`#${own ?? 'none'}`).innerText()).toContain(sentence);
  expect(await control.getAttribute('aria-invalid')).toBe('true');
  await summary.getByRole('link', { name: sentence }).press('Enter');
  expect(await control.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** What was pressed may go away, but then the focus has been taken to what comes in its place. */
export async function expectFocusKept(visit: Visit): Promise<void> {
  await visit.settle();
  expect(await visit.page.evaluate(() => document.activeElement?.localName)).not.toBe('body');
}

export async function expectAddress(visit: Visit, address: string | RegExp): Promise<void> {
  await visit.page.waitForURL((url) => {
    const here = url.pathname + url.search + url.hash;
    return typeof address === 'string' ? here === address : address.test(here);
  });
}
