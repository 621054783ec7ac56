import { requireCount } from '../numbers/index.js';

/** What counts as too small to show. Kept with a report, so that it can be read later on. */
export interface DisclosureRules {
  /** Counts from 1 up to one below this are hidden: 5 hides 1 to 4. 1 hides nothing. */
  threshold: number;
  /** A percentage, mean, difference, interval or chart mark rests on at least this many plans. */
  leastBase: number;
  /** False hides 0 and "all" as well, which tell something about every child of a group. */
  zerosAreShown: boolean;
}

/**
 * The product's rules for readers inside the partnership other than lead and moderator: Ofqual's
 * "fewer than 5" of October 2025, and a base of ten as the ONS Longitudinal Study asks.
 *
 * @example hiddenCounts(partnershipRules) // { from: 1, to: 4 }
 */
export const partnershipRules: DisclosureRules = {
  threshold: 5,
  leastBase: 10,
  zerosAreShown: true,
};

/**
 * The rules for what leaves the partnership: the 1 to 7 of NHS hospital statistics since 2018.
 *
 * @example hiddenCounts(publicationRules) // { from: 1, to: 7 }
 */
export const publicationRules: DisclosureRules = { ...partnershipRules, threshold: 8 };

/** Both ends are hidden; nothing is when `to` is below `from`. */
export interface HiddenCounts {
  from: number;
  to: number;
}

/**
 * Which counts the rules hide.
 *
 * @throws InvalidInput when the threshold or the least base is not a whole number of 1 or more
 * @example hiddenCounts({ ...partnershipRules, zerosAreShown: false }) // { from: 0, to: 4 }
 */
export function hiddenCounts(rules: DisclosureRules): HiddenCounts {
  requireCount('rules', rules.threshold, 1, ['threshold']);
  requireCount('rules', rules.leastBase, 1, ['leastBase']);
  return { from: leastHidden(rules), to: rules.threshold - 1 };
}

/**
 * What every reader knows of a hidden count: at least 1 where zeros are always shown.
 *
 * @returns 0 or 1
 * @example leastHidden(partnershipRules) // 1
 */
export function leastHidden(rules: DisclosureRules): number {
  return rules.zerosAreShown ? 1 : 0;
}

/**
 * Whether a count may not be shown for itself.
 *
 * @param count whole, 0 or more
 * @throws InvalidInput when it is no count, or the rules are none
 * @example isSmall(4, partnershipRules) // true
 */
export function isSmall(count: number, rules: DisclosureRules): boolean {
  requireCount('count', count);
  return lies(count, hiddenCounts(rules));
}

/**
 * Whether a count lies in a range, ends included.
 *
 * @example lies(4, { from: 1, to: 4 }) // true
 */
export function lies(count: number, { from, to }: HiddenCounts): boolean {
  return count >= from && count <= to;
}
