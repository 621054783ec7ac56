import { requireCount, requireThat } from '../numbers/index.js';
import { isSmall, type DisclosureRules } from './rules.js';

/**
 * Why a figure is not shown. The codes say no more than the rules and the shown base already say:
 * whether a count is small itself or guards another one is never told apart, nor which side of a
 * percentage is the small one.
 *
 * - `too-few`: the count is small, or showing it would give a small one away
 * - `small-base`: it rests on fewer plans than the rules ask for
 * - `small-part`: the plans that have it, or those that have it not, are too few
 * - `rests-on-hidden`: a figure that it is made of is hidden
 */
export type HiddenReason = 'too-few' | 'small-base' | 'small-part' | 'rests-on-hidden';

/** One decided figure. The hidden number is not in it, so no page, file or answer can leak it. */
export type Disclosed<Value> =
  { shown: true; value: Value } | { shown: false; reason: HiddenReason };

/** What every page and file prints where a figure is hidden. */
export const tooFewToShow = 'too few to show';

/** A share of a base; `numerator` and `base` are counts of plans. */
export interface PartOfBase {
  numerator: number;
  base: number;
}

/** A share as it is printed, from 0 to 1 and never without its base. */
export interface ShareOfBase extends PartOfBase {
  share: number;
}

/**
 * Decides a count that stands alone, without a table's totals around it.
 *
 * @param count whole, 0 or more
 * @throws InvalidInput when it is no count
 * @example decideCount(4, partnershipRules) // { shown: false, reason: 'too-few' }
 */
export function decideCount(count: number, rules: DisclosureRules): Disclosed<number> {
  return isSmall(count, rules) ? hidden('too-few') : shown(count);
}

/**
 * Decides a percentage: its base must be large enough, and neither the plans in it nor the rest
 * may be few. None and all are shown, unless the rules hide zeros.
 *
 * @throws InvalidInput when a count is none, or the numerator is larger than the base
 * @example
 * decideShare({ numerator: 9, base: 12 }, partnershipRules) // { shown: false, reason: 'small-part' }
 */
export function decideShare(
  { numerator, base }: PartOfBase,
  rules: DisclosureRules,
): Disclosed<ShareOfBase> {
  requireCount('numerator', numerator);
  requireThat(numerator <= base, 'numerator', 'must be at most the base');
  const figure = decideOnBase(
    { numerator, base, share: base > 0 ? numerator / base : 0 },
    base,
    rules,
  );
  if (!figure.shown) return figure;
  const isFew = isSmall(numerator, rules) || isSmall(base - numerator, rules);
  return isFew ? hidden('small-part') : figure;
}

/**
 * Decides a mean, a median, a coefficient or any other figure that rests on a number of plans and
 * is not a count itself.
 *
 * @param base how many plans it rests on
 * @throws InvalidInput when the base is no count
 * @example decideOnBase(3.2, 9, partnershipRules) // { shown: false, reason: 'small-base' }
 */
export function decideOnBase<Value>(
  value: Value,
  base: number,
  rules: DisclosureRules,
): Disclosed<Value> {
  requireCount('base', base);
  const isFew = base < rules.leastBase || base === 0 || isSmall(base, rules);
  return isFew ? hidden('small-base') : shown(value);
}

/**
 * A figure made of others (an interval, a change, a sum, a chart mark) is shown only if all of
 * those are.
 *
 * @param make called with the shown values, in their order
 * @example decideFollowing([decideCount(12, partnershipRules)], ([count]) => count / 40)
 * // { shown: true, value: 0.3 }
 */
export function decideFollowing<Values extends readonly unknown[], Value>(
  sources: readonly [...{ [K in keyof Values]: Disclosed<Values[K]> }],
  make: (values: Values) => Value,
): Disclosed<Value> {
  const all: readonly Disclosed<unknown>[] = sources;
  const values = all.flatMap((source) => (source.shown ? [source.value] : []));
  if (values.length < all.length) return hidden('rests-on-hidden');
  return shown(make(values as unknown as Values));
}

/**
 * The difference of two shares, later minus earlier, in shares and not in points.
 *
 * @example
 * const share = decideShare({ numerator: 3, base: 40 }, partnershipRules);
 * decideDifference(share, share) // { shown: false, reason: 'rests-on-hidden' }
 */
export function decideDifference(
  earlier: Disclosed<ShareOfBase>,
  later: Disclosed<ShareOfBase>,
): Disclosed<number> {
  return decideFollowing<[ShareOfBase, ShareOfBase], number>(
    [earlier, later],
    ([from, to]) => to.share - from.share,
  );
}

/**
 * A figure that may be read.
 *
 * @example shown(12) // { shown: true, value: 12 }
 */
export function shown<Value>(value: Value): Disclosed<Value> {
  return { shown: true, value };
}

/**
 * A figure that may not be read.
 *
 * @example hidden('too-few') // { shown: false, reason: 'too-few' }
 */
export function hidden(reason: HiddenReason): { shown: false; reason: HiddenReason } {
  return { shown: false, reason };
}
