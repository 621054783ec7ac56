import type { Page } from 'playwright-core';

/** A3, A4 (title), A24 and A28: what every page has in the same way. */
export function faultsOfStructure(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const all = [...document.querySelectorAll('[id]')].map((element) => element.id);
    for (const id of new Set(all.filter((one, place) => all.indexOf(one) !== place)))
      faults.push(`A3: the id ${id} is there twice`);
    if (document.querySelectorAll('main').length !== 1) faults.push('A3: not one main');
    if (document.querySelectorAll('h1').length !== 1) faults.push('A3: not one h1');
    let before = 0;
    for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
      const level = Number(heading.tagName.slice(1));
      // A summary of errors stands above the page's heading, as the design system has it.
      const isSummary = heading.closest('.govuk-error-summary, dialog') !== null;
      if (!isSummary && level > before + 1)
        faults.push(`A3: the heading "${heading.textContent.trim()}" jumps to level ${level}`);
      if (!isSummary) before = level;
    }
    for (const broken of document.querySelectorAll('a a, button button, p div, li > li, a button'))
      faults.push(`A3: wrongly nested: ${broken.outerHTML.slice(0, 100)}`);
    if (!/^(Error: )?\S.* – EHC plan quality audit$/.test(document.title))
      faults.push(`A4: the title is "${document.title}"`);
    const links = [...document.querySelectorAll('footer a')].map((link) => link.textContent.trim());
    if (links.join() !== 'Accessibility,Privacy and cookies,Help')
      faults.push(`A24: the footer's links are ${links.join()}`);
    if (document.documentElement.lang !== 'en-GB') faults.push('A28: the language is not en-GB');
    return faults;
  });
}

/** A4: coming to a page inside the service moves the focus to its heading and changes the title. */
export async function faultsOfArriving(page: Page): Promise<string[]> {
  const title = await page.title();
  const away = title.startsWith('Help') ? 'Accessibility' : 'Help';
  await page.getByRole('contentinfo').getByRole('link', { name: away }).click();
  await page.getByRole('heading', { level: 1, name: away, exact: true }).waitFor();
  const titleAway = await page.title();
  await page.goBack();
  const isBack = page.waitForFunction(
    (wanted) => document.title === wanted && document.activeElement?.tagName === 'H1',
    title,
    { timeout: 3_000 },
  );
  const faults = await isBack.then(
    () => [],
    () => [`A4: after coming back to "${title}" the title or the focus is not at its heading`],
  );
  return titleAway === title ? [...faults, `A4: "${title}" is the title of two pages`] : faults;
}
