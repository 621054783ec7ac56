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
  /** Elements the Tab key has to reach, one for each group of radios. */
  expected: HTMLElement[];
  sights: Sight[];
  /** Writes down what has the focus, if anything in the page has. */
  look: () => void;
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

type Place = Pick<Stop, 'place' | 'element'>;

/** The numbers by which Chromium knows what is held down. */
const MODIFIERS = { Tab: 0, 'Shift+Tab': 8 } as const;
type Key = keyof typeof MODIFIERS;

/** Dates have several parts inside one control, each a stop of its own. */
const MOST_STOPS_IN_ONE = 5;

const MOST_ROUNDS_AGAIN = 2;

/**
 * A7 to A10: the Tab key goes through everything in the order of the page and comes out at the end;
 * Shift and Tab go back the same way; at each stop the focus can be seen and nothing covers it.
 */
export async function faultsOfFocus(page: Page): Promise<string[]> {
  let faults = await faultsOfOneRound(page, { isPatient: false });
  // At the edge of the page the browser gives the focus back in its own time, so that a stop may go
  // unseen. What is really wrong is wrong each time, and also when each press is waited for.
  for (let again = 0; again < MOST_ROUNDS_AGAIN && faults.length > 0; again += 1)
    faults = await faultsOfOneRound(page, { isPatient: true });
  return faults;
}

interface Pace {
  /** Looks after each press of the key, which takes longer. */
  isPatient: boolean;
}

async function faultsOfOneRound(page: Page, pace: Pace): Promise<string[]> {
  const watch = await watchFocus(page);
  const forwards = await walk(page, 'Tab', watch, pace);
  const backwards = await walk(page, 'Shift+Tab', watch, pace);
  await watch.evaluate((one) => one.end());
  await watch.dispose();
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
  for (const element of forwards.unreached)
    faults.push(`A8: the Tab key does not reach ${element}`);
  faults.push(...backwards.faults);
  for (const element of backwards.unreached)
    faults.push(`A8: Shift and Tab do not reach ${element}`);
  return faults;
}

function elementAt(stops: readonly Stop[], place: number): string {
  return stops.find((stop) => stop.place === place)?.element ?? '';
}

async function walk(
  page: Page,
  key: Key,
  watch: JSHandle<Watch>,
  { isPatient }: Pace,
): Promise<Walk> {
  const expected = await startAtTheTop(watch);
  const most = 10 + expected * MOST_STOPS_IN_ONE;
  let seen = await whatWasSeen(watch);
  let presses = 0;
  while (endOf(seen.stops) === undefined && presses < most) {
    // From the first stop to the last the presses can follow each other. At the edge of the page the
    // browser itself has the focus, and hands it back in its own time.
    const isInside = seen.stops.length === 1 && !isPatient;
    const times = isInside ? Math.max(1, expected - 1) : 1;
    await press(page, key, times);
    presses += times;
    await waitForFocus(watch);
    seen = await whatWasSeen(watch);
  }
  const end = endOf(seen.stops);
  const walked = seen.stops.slice(0, end?.at);
  const reached = new Set(walked.map(({ place }) => place));
  return {
    stops: walked.filter(({ place }, at) => place !== walked[at - 1]?.place),
    unreached: seen.expected
      .filter(({ place }) => !reached.has(place))
      .map(({ element }) => element),
    faults: end ? end.faults(key) : [`A8: ${key} does not come back to where it began`],
  };
}

/** Where the walk is over: back at a stop it made before, or caught in one that it does not leave. */
function endOf(stops: readonly Stop[]): { at: number; faults: (key: Key) => string[] } | undefined {
  let inOne = 0;
  const made = new Set<number>();
  for (const [at, { place, element }] of stops.entries()) {
    made.add(stops[at - 1]?.place ?? -1);
    if (at === 0) continue;
    inOne = place === stops[at - 1]?.place ? inOne + 1 : 0;
    if (inOne === MOST_STOPS_IN_ONE)
      return { at, faults: (key) => [`A8: ${key} does not leave ${element}`] };
    if (inOne === 0 && made.has(place)) return { at, faults: () => [] };
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
    if (!dialog) (document.activeElement as HTMLElement).blur();
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
    const sights: Sight[] = [];
    const ending = new AbortController();
    const look = (): void => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body || element === document.documentElement) return;
      const isShown = unfocused.get(element) !== looks(element);
      sights.push({ element, isShown, isCovered: isCovered(element) });
    };
    window.addEventListener('keyup', look, { capture: true, signal: ending.signal });
    return { expected, sights, look, end: () => ending.abort() };
  });
}

/** When the focus has left the page, waits a few frames whether it comes back by itself. */
function waitForFocus(watch: JSHandle<Watch>): Promise<void> {
  return watch.evaluate(async ({ look }) => {
    const isOutside = () => [null, document.body].includes(document.activeElement as HTMLElement);
    if (!isOutside()) return;
    for (let frame = 0; frame < 6 && isOutside(); frame += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    look();
  });
}

function whatWasSeen(watch: JSHandle<Watch>): Promise<{ expected: Place[]; stops: Stop[] }> {
  return watch.evaluate(({ expected, sights }) => {
    const all = [...document.querySelectorAll('*')];
    const placeOf = (element: Element): Place => ({
      place: all.indexOf(element),
      element: element.outerHTML.slice(0, 120),
    });
    return {
      expected: expected.map(placeOf),
      stops: sights.map(({ element, ...sight }) => ({ ...placeOf(element), ...sight })),
    };
  });
}

/**
 * As after the page was opened; in a dialog the focus stays where the dialog put it. Answers how many
 * stops there are.
 */
function startAtTheTop(watch: JSHandle<Watch>): Promise<number> {
  return watch.evaluate(({ expected, sights }) => {
    sights.length = 0;
    if (document.querySelector('dialog[open]')) return expected.length;
    window.scrollTo(0, 0);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.blur();
    document.body.removeAttribute('tabindex');
    return expected.length;
  });
}
