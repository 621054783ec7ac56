import type { JSHandle, Page } from 'playwright-core';

interface Stop {
  /** Its place among all elements of the page; -1 when the focus has left the page. */
  place: number;
  element: string;
  isShown: boolean;
  isCovered: boolean;
}

interface Expected {
  place: number;
  element: string;
}

/** Dates have several parts inside one control, each a stop of its own. */
const MOST_STOPS_IN_ONE = 5;

/**
 * A7 to A10: the Tab key goes through everything in the order of the page and comes out at the end;
 * Shift and Tab go back the same way; at each stop the focus can be seen and nothing covers it.
 */
export async function faultsOfFocus(page: Page): Promise<string[]> {
  const expected = await expectedStops(page);
  const unfocused = await looksWithoutFocus(page);
  const forwards = await walk(page, 'Tab', unfocused, expected.length);
  const faults = [...forwards.faults];
  for (const stop of forwards.stops) {
    if (!stop.isShown) faults.push(`A9: the focus cannot be seen on ${stop.element}`);
    if (stop.isCovered) faults.push(`A10: covered while it has the focus: ${stop.element}`);
  }
  const places = forwards.stops.map((stop) => stop.place);
  const turn = places.indexOf(Math.min(...places));
  const inOrder = [...places.slice(turn), ...places.slice(0, turn)];
  inOrder.forEach((place, index) => {
    if (index > 0 && place < (inOrder[index - 1] ?? -1))
      faults.push(`A7: the Tab key goes back to ${elementAt(forwards.stops, place)}`);
  });
  for (const { place, element } of expected)
    if (!places.includes(place)) faults.push(`A8: the Tab key does not reach ${element}`);
  const backwards = await walk(page, 'Shift+Tab', unfocused, expected.length);
  faults.push(...backwards.faults);
  const reached = new Set(backwards.stops.map((stop) => stop.place));
  for (const { place, element } of expected)
    if (!reached.has(place)) faults.push(`A8: Shift and Tab do not reach ${element}`);
  await unfocused.dispose();
  return faults;
}

function elementAt(stops: readonly Stop[], place: number): string {
  return stops.find((stop) => stop.place === place)?.element ?? '';
}

async function walk(
  page: Page,
  key: string,
  unfocused: JSHandle<Map<Element, string>>,
  stopsExpected: number,
): Promise<{ stops: Stop[]; faults: string[] }> {
  await startAtTheTop(page);
  const stops: Stop[] = [];
  let inOne = 0;
  for (let presses = 0; presses < 10 + stopsExpected * MOST_STOPS_IN_ONE; presses += 1) {
    await page.keyboard.press(key);
    const stop = await stopNow(page, unfocused);
    // Past the last stop the browser itself has the focus for one press, and then the first stop.
    if (stop.place === -1) continue;
    if (stop.place === stops.at(-1)?.place) {
      inOne += 1;
      if (inOne < MOST_STOPS_IN_ONE) continue;
      return { stops, faults: [`A8: ${key} does not leave ${stop.element}`] };
    }
    inOne = 0;
    if (stop.place === stops[0]?.place) return { stops, faults: [] };
    stops.push(stop);
  }
  return { stops, faults: [`A8: ${key} does not come back to where it began`] };
}

/** Elements the Tab key has to reach, one for each group of radios. */
function expectedStops(page: Page): Promise<Expected[]> {
  return page.evaluate(() => {
    const root = document.querySelector('dialog[open]') ?? document;
    const all = [...document.querySelectorAll('*')];
    const candidates = root.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    );
    return [...candidates]
      .filter((element) => {
        if (element.tabIndex < 0 || element.matches(':disabled')) return false;
        if (!element.checkVisibility({ visibilityProperty: true })) return false;
        if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
        const group = [...root.querySelectorAll<HTMLInputElement>(`input[name="${element.name}"]`)];
        return (group.find((radio) => radio.checked) ?? group[0]) === element;
      })
      .map((element) => ({
        place: all.indexOf(element),
        element: element.outerHTML.slice(0, 120),
      }));
  });
}

/** How everything looks while it has no focus, to compare with how it looks when it has. */
function looksWithoutFocus(page: Page): Promise<JSHandle<Map<Element, string>>> {
  return page.evaluateHandle(() => {
    if (!document.querySelector('dialog[open]')) (document.activeElement as HTMLElement).blur();
    const looks = (element: Element, pseudo?: string): string => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor } =
        getComputedStyle(element, pseudo);
      return [outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor].join();
    };
    const found = new Map<Element, string>();
    for (const element of document.querySelectorAll<HTMLElement>('*')) {
      if (element.tabIndex < 0 || element === document.activeElement) continue;
      const label = (element as HTMLInputElement).labels?.[0];
      found.set(element, looks(element) + (label ? looks(label, '::before') : ''));
    }
    return found;
  });
}

function stopNow(page: Page, unfocused: JSHandle<Map<Element, string>>): Promise<Stop> {
  return page.evaluate((before) => {
    const element = document.activeElement as HTMLElement | null;
    const gone = { place: -1, element: 'nothing', isShown: true, isCovered: false };
    if (!element || element === document.body || element === document.documentElement) return gone;
    const looks = (one: Element, pseudo?: string): string => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor } =
        getComputedStyle(one, pseudo);
      return [outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor].join();
    };
    const label = (element as HTMLInputElement).labels?.[0];
    const now = looks(element) + (label ? looks(label, '::before') : '');
    const line = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const points = [
      [line.left + line.width / 2, line.top + line.height / 2],
      [line.left + 3, line.top + 3],
      [line.right - 3, line.bottom - 3],
    ] as const;
    const isCovered = points.every(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return !top || !(element.contains(top) || top.contains(element) || label?.contains(top));
    });
    return {
      place: [...document.querySelectorAll('*')].indexOf(element),
      element: element.outerHTML.slice(0, 120),
      isShown: before.get(element) !== now,
      isCovered,
    };
  }, unfocused);
}

/** As after the page was opened; in a dialog the focus stays where the dialog put it. */
async function startAtTheTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (document.querySelector('dialog[open]')) return;
    window.scrollTo(0, 0);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.blur();
    document.body.removeAttribute('tabindex');
  });
}
