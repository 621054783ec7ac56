import { requireCount, requireThat } from '../numbers/index.js';

/** Whole units shared out by weight. */
export interface Apportionment {
  /** Units each would get if units could be split; they add up to the units. */
  shares: number[];
  /** Whole units; they add up to the units. */
  sizes: number[];
  /** Whether equal remainders met at the last unit, so that the order of the list decided. */
  tieAtCut: boolean;
}

/**
 * Shares out whole units in proportion to weights by largest remainders (Hamilton's method): each
 * share is rounded down, and the units left over go one each to the largest remainders, of equal
 * ones to the first listed. Rounding each share by itself need not add up to the units.
 *
 * Remainders are compared as exact fractions, because 2.5 against 2.5 must be a tie whatever the
 * computer made of them. Whole weights are taken as they are, others to twelve digits.
 *
 * @param units whole, 0 or more
 * @param weights finite, 0 or more, not all 0 when there are units
 * @throws InvalidInput when units or weights break these rules
 * @see Balinski & Young 1982, Fair Representation
 * @example apportion(10, [50, 50, 50, 50]).sizes // [3, 3, 2, 2], tieAtCut true
 */
export function apportion(units: number, weights: readonly number[]): Apportionment {
  requireCount('units', units);
  requireWeights(weights);
  const exact = exactWeights(weights);
  const total = exact.reduce((sum, weight) => sum + weight, 0n);
  if (units === 0) {
    return { shares: weights.map(() => 0), sizes: weights.map(() => 0), tieAtCut: false };
  }
  requireThat(total > 0n, 'weights', 'must not all be 0');

  const products = exact.map((weight) => BigInt(units) * weight);
  const floors = products.map((product) => Number(product / total));
  const remainders = products.map((product) => product % total);
  const left = units - floors.reduce((sum, floor) => sum + floor, 0);
  // The sort is stable, which is what gives a tie to the first listed.
  const byRemainder = remainders
    .map((remainder, index) => ({ remainder, index }))
    .toSorted((a, b) => compareDown(a.remainder, b.remainder));
  const served = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return {
    shares: remainders.map((remainder, index) => (floors[index] ?? 0) + ratio(remainder, total)),
    sizes: floors.map((floor, index) => (served.has(index) ? floor + 1 : floor)),
    tieAtCut: left > 0 && byRemainder[left - 1]?.remainder === byRemainder[left]?.remainder,
  };
}

function requireWeights(weights: readonly number[]): void {
  weights.forEach((weight, index) => {
    const holds = Number.isFinite(weight) && weight >= 0;
    requireThat(holds, 'weights', 'must be a finite number, 0 or more', [index]);
  });
}

/** To eighteen decimals, whatever the size of the numbers; the remainder is less than the total. */
function ratio(remainder: bigint, total: bigint): number {
  return Number((remainder * 10n ** 18n) / total) / 1e18;
}

function compareDown(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}

/** The weights times one common factor, as whole numbers. */
function exactWeights(weights: readonly number[]): bigint[] {
  if (weights.every((weight) => Number.isSafeInteger(weight))) return weights.map(BigInt);
  const decimals = weights.map((weight) => {
    const [digits = '0', exponent = '0'] = weight.toExponential(11).split('e');
    return { digits: BigInt(digits.replace('.', '')), exponent: Number(exponent) };
  });
  const lowest = Math.min(...decimals.map(({ exponent }) => exponent));
  return decimals.map(({ digits, exponent }) => digits * 10n ** BigInt(exponent - lowest));
}
