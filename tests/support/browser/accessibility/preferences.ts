import type { Page } from 'playwright-core';

/** A15, A16 and A25: the person's own colours, no motion, and no key that acts by itself. */
export async function faultsOfPreferences(page: Page): Promise<string[]> {
  return [
    ...(await faultsInForcedColours(page)),
    ...(await faultsOfMotion(page)),
    ...(await faultsOfSingleKeys(page)),
  ];
}

async function faultsInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const faults = await page.evaluate(() => {
    const hasLine = (element: Element, pseudo?: string): boolean => {
      const { borderTopStyle, borderTopWidth, borderBottomStyle, textDecorationLine } =
        getComputedStyle(element, pseudo);
      const isFramed = borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0;
      return isFramed || borderBottomStyle !== 'none' || textDecorationLine.includes('underline');
    };
    const controls = document.querySelectorAll<HTMLInputElement>(
      'button, .govuk-button, input, select, textarea',
    );
    return [...controls]
      .filter((control) => control.checkVisibility())
      .filter((control) => {
        const label = control.labels?.[0];
        const isDrawnByLabel = ['radio', 'checkbox'].includes(control.type) && label;
        return isDrawnByLabel ? !hasLine(label, '::before') : !hasLine(control);
      })
      .map(
        (control) => `A15: without its colours nothing frames ${control.outerHTML.slice(0, 120)}`,
      );
  });
  await page.emulateMedia({ forcedColors: null });
  return faults;
}

async function faultsOfMotion(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const faults = await page.evaluate(() => {
    const running = document.getAnimations().map(() => 'A16: something moves by itself');
    const moving = [...document.querySelectorAll('body *')].filter((element) => {
      const { transitionDuration, transitionProperty } = getComputedStyle(element);
      return (
        transitionProperty !== 'none' && transitionDuration.split(', ').some((t) => t !== '0s')
      );
    });
    return [
      ...running,
      ...moving.map((element) => `A16: moves on change: ${element.outerHTML.slice(0, 120)}`),
    ];
  });
  await page.emulateMedia({ reducedMotion: null });
  return faults;
}

/** Speech control types what it hears; a letter outside of a field must do nothing. */
async function faultsOfSingleKeys(page: Page): Promise<string[]> {
  const state = () =>
    page.evaluate(() => {
      let seen = document.body.innerHTML;
      // How much room is left in a field is said a second after the last key, to be heard alone.
      for (const said of document.querySelectorAll('.govuk-visually-hidden[aria-live]'))
        seen = seen.replace(said.outerHTML, '');
      return location.href + document.title + seen;
    });
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const keys = [...'abcdefghijklmnopqrstuvwxyz0123456789.,;:/?!-=[]#'];
  let before = await state();
  // A page may still change by itself, as when it says that answers are saved.
  for (let look = 0; look < 5; look += 1) {
    await page.waitForTimeout(100);
    const now = await state();
    if (now === before) break;
    before = now;
  }
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
  return (await state()) === before ? [] : ['A25: a single key does something'];
}
