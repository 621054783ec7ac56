import { requireThat } from '../numbers/index.js';

import type { PermanentNumber } from './permanent-numbers.js';

/** Where every stratum starts until a round has used some of it. */
export const FIRST_START = '0'.repeat(16);

const POSITIONS = 2n ** 64n;

/**
 * Refuses what is not a place on the circle.
 *
 * @throws InvalidInput unless it is 16 hexadecimal digits in lower case
 * @example requirePosition('start', '4');
 * // start must be 16 hexadecimal digits in lower case
 */
export function requirePosition(
  argument: string,
  position: string,
  index: readonly (number | string)[] = [],
): void {
  const rule = 'must be 16 hexadecimal digits in lower case';
  requireThat(/^[0-9a-f]{16}$/.test(position), argument, rule, index);
}

/**
 * The plans as one meets them on the circle, from the start to the right and once round. Plans on
 * one position follow by whole digest, then by reference. The digest begins with the position, so
 * this is the list sorted by digest and cut where the start falls.
 *
 * @example
 * inOrderFrom('2000000000000000', permanentNumbers('seed', ['A', 'B', 'C']))
 *   .map(({ reference }) => reference) // ['C', 'A', 'B']
 */
export function inOrderFrom(start: string, plans: readonly PermanentNumber[]): PermanentNumber[] {
  const sorted = plans.toSorted(
    (a, b) => compareText(a.digest, b.digest) || compareText(a.reference, b.reference),
  );
  const behindStart = sorted.filter((plan) => plan.position < start);
  return [...sorted.slice(behindStart.length), ...behindStart];
}

/** By the characters' own numbers: an order that no language setting changes. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Where a stratum's next round starts: just after the last number that this round used, so that no
 * plan is reviewed twice before the circle has been gone round. "Leave out whoever was audited
 * lately" would not do: it breaks the equal chance of all.
 *
 * @param start where this round started
 * @param used positions of the plans used, in any order: the selected and the reserves taken
 * @returns the start itself when nothing was used
 * @throws InvalidInput when the start or a position is not 16 hexadecimal digits
 * @see Lindblom & Teterukovsky 2007 (SAMU: moving the start)
 * @example nextStart('f000000000000000', ['f800000000000000', '0100000000000000'])
 * // '0100000000000001'
 */
export function nextStart(start: string, used: readonly string[]): string {
  requirePosition('start', start);
  used.forEach((position, index) => {
    requirePosition('used', position, [index]);
  });
  const beyondTheTurn = used.filter((position) => position < start);
  const last = (beyondTheTurn.length > 0 ? beyondTheTurn : used).toSorted().at(-1);
  if (last === undefined) return start;
  return ((BigInt(`0x${last}`) + 1n) % POSITIONS).toString(16).padStart(16, '0');
}
