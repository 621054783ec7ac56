import type { Page } from 'playwright-core';

/** A11: buttons and the hit area of radios and checkboxes are no smaller than 24 pixels. */
const LEAST = 24;

export function faultsOfSizes(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>(
      'button:not(p button, li button, td button), .govuk-button, input, select, textarea, summary',
    );
    return [...targets]
      .filter((target) => target.checkVisibility())
      .flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        if (width >= least && height >= least) return [];
        const size = `${Math.round(width)} × ${Math.round(height)}`;
        return [`A11: only ${size} px: ${target.outerHTML.slice(0, 120)}`];
      });
  }, LEAST);
}
