import type { JSHandle, Page } from 'playwright-core';
import { overProtocol } from './protocol.js';

/** What had the focus when the Tab key was let go, and how that looked. */
interface Sight {
  element: HTMLElement;
  isShown: boolean;
  isCovered: boolean;
}

/** What stands in the page while the Tab key goes round. */
interface Watch {
  /** Before everything and after everything: here the walks begin and here they have to come out. */
  edges: { before: HTMLElement; after: HTMLElement };
  /** Elements the Tab key has to reach, one for each group of radios. */
  expected: HTMLElement[];
  sights: Sight[];
  end: () => void;
}

interface Stop extends Omit<Sight, 'element'> {
  /** Its place among all elements of the page; -1 when it is no longer there. */
  place: number;
  element: string;
}

interface Walk {
  stops: Stop[];
  unreached: string[];
  faults: string[];
}

interface Seen {
  expected: Place[];
  stops: Stop[];
  /** The place of the edge where the walk has to come out. */
  edge: number;
}

type Place = Pick<Stop, 'place' | 'element'>;

/** The numbers by which Chromium knows what is held down. */
const MODIFIERS = { Tab: 0, 'Shift+Tab': 8 } as const;
type Key = keyof typeof MODIFIERS;

/** Dates have several parts inside one control, each a stop of its own. */
const MOST_STOPS_IN_ONE = 5;

/**
 * A7 to A10: the Tab key goes through everything in the order of the page and comes out at the end;
 * Shift and Tab go back the same way; at each stop the focus can be seen and nothing covers it.
 */
export async function faultsOfFocus(page: Page): Promise<string[]> {
  const watch = await watchFocus(page);
  const forwards = await walk(page, 'Tab', watch);
  const backwards = await walk(page, 'Shift+Tab', watch);
  await watch.evaluate((one) => one.end());
  await watch.dispose();
  const faults = [...forwards.faults];
  for (const stop of forwards.stops) {
    if (!stop.isShown) faults.push(`A9: the focus cannot be seen on ${stop.element}`);
    if (stop.isCovered) faults.push(`A10: covered while it has the focus: ${stop.element}`);
  }
  forwards.stops.forEach(({ place, element }, at) => {
    if (place < (forwards.stops[at - 1]?.place ?? -1))
      faults.push(`A7: the Tab key goes back to ${element}`);
  });
  for (const element of forwards.unreached)
    faults.push(`A8: the Tab key does not reach ${element}`);
  faults.push(...backwards.faults);
  for (const element of backwards.unreached)
    faults.push(`A8: Shift and Tab do not reach ${element}`);
  return faults;
}

async function walk(page: Page, key: Key, watch: JSHandle<Watch>): Promise<Walk> {
  const [from, to] =
    key === 'Tab' ? (['before', 'after'] as const) : (['after', 'before'] as const);
  const expected = await startAt(watch, from);
  const most = 10 + expected * MOST_STOPS_IN_ONE;
  let presses = expected + 1;
  await press(page, key, presses);
  let seen = await whatWasSeen(watch, to);
  while (endOf(seen) === undefined && presses < most) {
    await press(page, key, 1);
    presses += 1;
    seen = await whatWasSeen(watch, to);
  }
  const end = endOf(seen);
  const walked = seen.stops.slice(0, end?.at);
  const reached = new Set(walked.map(({ place }) => place));
  return {
    stops: walked.filter(({ place }, at) => place !== walked[at - 1]?.place),
    unreached: seen.expected
      .filter(({ place }) => !reached.has(place))
      .map(({ element }) => element),
    faults: end ? end.faults(key) : [`A8: ${key} does not come out of the page`],
  };
}

/** Where the walk is over: come out at the other edge, or caught in a stop that it does not leave. */
function endOf({ stops, edge }: Seen): { at: number; faults: (key: Key) => string[] } | undefined {
  let inOne = 0;
  for (const [at, { place, element }] of stops.entries()) {
    if (place === edge) return { at, faults: () => [] };
    inOne = place === stops[at - 1]?.place ? inOne + 1 : 0;
    if (inOne === MOST_STOPS_IN_ONE)
      return { at, faults: (key) => [`A8: ${key} does not leave ${element}`] };
  }
  return undefined;
}

/** Each press with its release; the page is not asked in between, which costs more than the press. */
function press(page: Page, key: Key, times: number): Promise<void> {
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: MODIFIERS[key] };
  return overProtocol(page, async (session) => {
    const events = Array.from({ length: times }, () => ['rawKeyDown', 'keyUp'] as const).flat();
    await Promise.all(
      events.map((type) => session.send('Input.dispatchKeyEvent', { type, ...tab })),
    );
  });
}

/** Writes down in the page itself where the focus stands each time that the Tab key is let go. */
function watchFocus(page: Page): Promise<JSHandle<Watch>> {
  return page.evaluateHandle(() => {
    const dialog = document.querySelector('dialog[open]');
    const root = dialog ?? document;
    (document.activeElement as HTMLElement).blur();
    const candidates = root.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    );
    const expected = [...candidates].filter((element) => {
      if (element.tabIndex < 0 || element.matches(':disabled')) return false;
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const group = [...root.querySelectorAll<HTMLInputElement>(`input[name="${element.name}"]`)];
      return (group.find((radio) => radio.checked) ?? group[0]) === element;
    });
    const looks = (element: HTMLElement): string => {
      const label = (element as HTMLInputElement).labels?.[0];
      const styles = [getComputedStyle(element), label && getComputedStyle(label, '::before')];
      return styles
        .map((style) => {
          if (!style) return '';
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor } = style;
          return [outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor].join();
        })
        .join();
    };
    // How everything looks while it has no focus, to compare with how it looks when it has.
    const unfocused = new Map<Element, string>();
    for (const element of document.querySelectorAll<HTMLElement>('*'))
      if (element.tabIndex >= 0 && element !== document.activeElement)
        unfocused.set(element, looks(element));
    const isCovered = (element: HTMLElement): boolean => {
      const label = (element as HTMLInputElement).labels?.[0];
      const line = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const points = [
        [line.left + line.width / 2, line.top + line.height / 2],
        [line.left + 3, line.top + 3],
        [line.right - 3, line.bottom - 3],
      ] as const;
      return points.every(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return !top || !(element.contains(top) || top.contains(element) || label?.contains(top));
      });
    };
    // Beyond the first and the last stop the browser itself would take the focus, and hand it back in
    // its own time: so the page gets an edge on either side, which nobody sees.
    const edgeOfPage = (): HTMLElement => {
      const edge = document.createElement('span');
      edge.tabIndex = 0;
      edge.style.cssText =
        'position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; opacity: 0';
      return edge;
    };
    const edges = { before: edgeOfPage(), after: edgeOfPage() };
    (dialog ?? document.body).prepend(edges.before);
    (dialog ?? document.body).append(edges.after);
    const sights: Sight[] = [];
    const ending = new AbortController();
    const look = (): void => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body || element === document.documentElement) return;
      const isShown = unfocused.get(element) !== looks(element);
      sights.push({ element, isShown, isCovered: isCovered(element) });
    };
    window.addEventListener('keyup', look, { capture: true, signal: ending.signal });
    const end = (): void => {
      ending.abort();
      edges.before.remove();
      edges.after.remove();
    };
    return { edges, expected, sights, end };
  });
}

function whatWasSeen(watch: JSHandle<Watch>, to: keyof Watch['edges']): Promise<Seen> {
  return watch.evaluate(({ expected, sights, edges }, to) => {
    const all = [...document.querySelectorAll('*')];
    const placeOf = (element: Element): Place => ({
      place: all.indexOf(element),
      element: element.outerHTML.slice(0, 120),
    });
    return {
      // What the page has taken away meanwhile, as when it tries again by itself, nobody can reach.
      expected: expected.filter((element) => element.isConnected).map(placeOf),
      stops: sights.map(({ element, ...sight }) => ({ ...placeOf(element), ...sight })),
      edge: all.indexOf(edges[to]),
    };
  }, to);
}

/** Answers how many stops there are. */
function startAt(watch: JSHandle<Watch>, edge: keyof Watch['edges']): Promise<number> {
  return watch.evaluate(({ expected, sights, edges }, edge) => {
    sights.length = 0;
    window.scrollTo(0, 0);
    edges[edge].focus({ preventScroll: true });
    return expected.length;
  }, edge);
}
