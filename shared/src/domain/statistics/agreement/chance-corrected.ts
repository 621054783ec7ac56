import { sum } from '../numbers/index.js';
import { estimateOf, type AgreementEstimate, type Sampling } from './estimate.js';
import { dot, quadraticForm, times, transpose, type Matrix } from './matrix.js';
import { isComparable, meanShares, ratingsOf, weightedPairs } from './rated-units.js';

/*
 * Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014), ch. 5, as irrCAC 1.4 computes it. Every
 * coefficient compares the same observed agreement with its own idea of chance; its variance is that
 * of the units' influences, of which each unit's share of chance agreement is a part. Units rated
 * once enter chance and variance but not the observed agreement.
 */

/** Agreement expected by chance, and what each unit adds to it (the mean of these is the same). */
export interface Chance {
  expected: number;
  perUnit: readonly number[];
}

/** Agreement seen, and what each unit adds to it. */
export interface Observed {
  agreement: number;
  perUnit: readonly number[];
  comparable: readonly boolean[];
}

/**
 * The share of pairs of raters of a unit who agree, averaged over the units rated twice or more.
 *
 * @example observedAgreement([[2, 0], [1, 1], [1, 0]], [[1, 0], [0, 1]]).agreement // 0.5
 */
export function observedAgreement(counts: Matrix, weights: Matrix): Observed {
  const comparable = counts.map(isComparable);
  const perUnit = counts.map((unit, index) => {
    const raters = ratingsOf(unit);
    return comparable[index] ? weightedPairs(unit, weights) / (raters * (raters - 1)) : 0;
  });
  const units = comparable.filter(Boolean).length;
  return { agreement: sum(perUnit) / units, perUnit, comparable };
}

/**
 * A coefficient with its error, from what was seen and what chance explains.
 *
 * @example
 * const observed = { agreement: 0.5, perUnit: [1, 0], comparable: [true, true] };
 * const endless = { fraction: 0, confidence: 0.95 };
 * correctForChance(observed, fixedChance(0.25, 2), endless).value // 1/3
 */
export function correctForChance(
  observed: Observed,
  chance: Chance,
  { fraction, confidence }: Sampling,
): AgreementEstimate {
  const units = observed.perUnit.length;
  const comparableUnits = observed.comparable.filter(Boolean).length;
  const beyondChance = 1 - chance.expected;
  const value = (observed.agreement - chance.expected) / beyondChance;
  const squares = observed.perUnit.map((agreement, unit) => {
    const expected = observed.comparable[unit] ? chance.expected : 0;
    const own = ((units / comparableUnits) * (agreement - expected)) / beyondChance;
    const excess = (chance.perUnit[unit] ?? 0) - chance.expected;
    return (own - (2 * (1 - value) * excess) / beyondChance - value) ** 2;
  });
  const variance = ((1 - fraction) / (units * (units - 1))) * sum(squares);
  const shares = { observed: observed.agreement, chance: chance.expected, value, variance };
  return estimateOf(shares, units - 1, confidence);
}

/**
 * Chance that does not depend on the ratings.
 *
 * @example fixedChance(0.25, 2) // { expected: 0.25, perUnit: [0.25, 0.25] }
 */
export function fixedChance(expected: number, units: number): Chance {
  return { expected, perUnit: new Array<number>(units).fill(expected) };
}

/**
 * Brennan & Prediger 1981 (Educ. Psychol. Meas. 41:687): raters choose all categories equally often.
 *
 * @example brennanPredigerChance([[2, 0], [1, 1]], [[1, 0], [0, 1]]).expected // 0.5
 */
export function brennanPredigerChance(counts: Matrix, weights: Matrix): Chance {
  return fixedChance(sum(weights.flat()) / weights.length ** 2, counts.length);
}

/**
 * Gwet 2008 (Br. J. Math. Stat. Psychol. 61:29): chance plays a part only in units that are hard to
 * rate. A scale of one category leaves nothing to chance and has no number.
 *
 * @example gwetChance([[2, 0], [1, 1]], [[1, 0], [0, 1]]).expected // 0.375
 */
export function gwetChance(counts: Matrix, weights: Matrix): Chance {
  const total = sum(weights.flat());
  const pairs = weights.length * (weights.length - 1);
  const shares = meanShares(counts, weights.length, ratingsOf);
  const others = shares.map((share) => 1 - share);
  return {
    expected: (total * dot(shares, others)) / pairs,
    perUnit: counts.map((unit) => ((total / pairs) * dot(unit, others)) / ratingsOf(unit)),
  };
}

/**
 * Fleiss 1971 (Psychol. Bull. 76:378): raters draw from the categories as all of them together used
 * them.
 *
 * @example fleissChance([[2, 0], [1, 1]], [[1, 0], [0, 1]]).expected // 0.625
 */
export function fleissChance(counts: Matrix, weights: Matrix): Chance {
  const shares = meanShares(counts, weights.length, ratingsOf);
  const agreeing = chanceOfEach(weights, shares);
  return {
    expected: quadraticForm(shares, weights, shares),
    perUnit: counts.map((unit) => dot(unit, agreeing) / ratingsOf(unit)),
  };
}

/**
 * For each category, how far a rating drawn from these shares would agree with it.
 *
 * @example chanceOfEach([[1, 0], [0, 1]], [0.75, 0.25]) // [0.75, 0.25]
 */
export function chanceOfEach(weights: Matrix, shares: readonly number[]): number[] {
  const asSecond = times(transpose(weights), shares);
  return times(weights, shares).map((asFirst, category) => {
    return (asFirst + (asSecond[category] ?? 0)) / 2;
  });
}
