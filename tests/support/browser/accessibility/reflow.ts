import type { Page } from 'playwright-core';

/** A12: 1280 pixels enlarged to 400% in a low window, and the narrowest telephone. */
const NARROW = [
  { width: 320, height: 256 },
  { width: 320, height: 640 },
];

/** WCAG 1.4.12, word for word. */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

/** A12, A13 and A14: enlarged, narrow or spaced, nothing is cut off and nothing scrolls sideways. */
export async function faultsOfReflow(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const faults: string[] = [];
  for (const size of NARROW) {
    await page.setViewportSize(size);
    faults.push(...(await faultsAt(page, `A12 at ${size.width} × ${size.height}`)));
  }
  await page.setViewportSize({ width: 640, height: 400 });
  faults.push(...(await faultsAt(page, 'A13 at 200%')));
  await page.setViewportSize({ width: 1280, height: 800 });
  await withStyle(page, 'html { font-size: 200% !important; }', async () => {
    faults.push(...(await faultsAt(page, 'A13 with text twice as large')));
  });
  await withStyle(page, TEXT_SPACING, async () => {
    faults.push(...(await faultsAt(page, 'A14 with text spaced out')));
  });
  if (before) await page.setViewportSize(before);
  return faults;
}

/** As a style of the person's own, which no content security policy forbids. */
async function withStyle(page: Page, css: string, work: () => Promise<void>): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  await work();
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}

async function faultsAt(page: Page, where: string): Promise<string[]> {
  const faults = await page.evaluate(async () => {
    // What the page measures itself it has measured two frames later.
    for (let frame = 0; frame < 2; frame += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    const found: string[] = [];
    const root = document.documentElement;
    const tell = (element: Element): string => element.outerHTML.slice(0, 120);
    const isHiddenForEyes = (element: Element): boolean =>
      element.closest('.govuk-visually-hidden, .govuk-skip-link:not(:focus)') !== null;
    const scrolls = (element: Element): boolean =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    // By the words alone: a button's own area for the finger may be larger than the button.
    const runsOut = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return [...element.childNodes].some((node) => {
        if (node.nodeType !== Node.TEXT_NODE) return false;
        const range = document.createRange();
        range.selectNodeContents(node);
        const words = range.getBoundingClientRect();
        return words.left < box.left - 1 || words.right > box.right + 1;
      });
    };
    if (root.scrollWidth > root.clientWidth) {
      const widest = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
      );
      const names = widest.slice(-2).map(tell).join('; ');
      found.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth} px: ${names}`);
    }
    for (const words of document.querySelectorAll('svg text')) {
      const box = words.getBoundingClientRect();
      const frame = words.closest('svg')?.getBoundingClientRect() ?? box;
      if (box.left < frame.left - 1 || box.right > frame.right + 1)
        found.push(`text of a chart is cut off: ${tell(words)}`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!element.checkVisibility() || isHiddenForEyes(element)) continue;
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (scrolls(element) && scrollWidth > clientWidth && !element.matches('dialog, textarea')) {
        const isPane = element.matches('[role="region"][aria-label][tabindex="0"]');
        if (!isPane) found.push(`scrolls sideways without being a named pane: ${tell(element)}`);
      }
      const hides = (overflow: string): boolean => ['hidden', 'clip'].includes(overflow);
      const isCut =
        (hides(overflowX) && scrollWidth > clientWidth + 1) ||
        (hides(overflowY) && scrollHeight > clientHeight + 1);
      if (isCut && display !== 'inline' && element.textContent.trim() !== '')
        found.push(`text is cut off: ${tell(element)}`);
      if (element.matches('button, .govuk-button, .govuk-tag') && runsOut(element))
        found.push(`text runs out of its box: ${tell(element)}`);
    }
    return found;
  });
  return faults.map((fault) => `${where}: ${fault}`);
}
