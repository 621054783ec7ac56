import {
  chiSquaredUpperTail,
  type Interval,
  normalCdf,
  normalQuantile,
  requireThat,
  sum,
  tQuantile,
  tTwoSided,
} from '../numbers/index.js';

/** The result of a chi-squared test. */
export interface ChiSquaredTest {
  /** 0 or more */
  chiSquared: number;
  /** whole number, 1 or more */
  degreesOfFreedom: number;
  /** chance of a value at least this large when nothing but chance is at work */
  p: number;
}

/**
 * @param chiSquared 0 or more
 * @param degreesOfFreedom whole number, 1 or more
 * @example chiSquaredTest(3.841458820694124, 1).p // 0.05
 */
export function chiSquaredTest(chiSquared: number, degreesOfFreedom: number): ChiSquaredTest {
  return { chiSquared, degreesOfFreedom, p: chiSquaredUpperTail(chiSquared, degreesOfFreedom) };
}

/**
 * How many standard errors an interval reaches to each side; `null` degrees are without limit.
 *
 * @example criticalValue(0.95, 10) // 2.22813885198627
 */
export function criticalValue(confidence: number, degreesOfFreedom: number | null): number {
  const p = (1 + confidence) / 2;
  return degreesOfFreedom === null ? normalQuantile(p) : tQuantile(p, degreesOfFreedom);
}

/**
 * Chance of a value at least this many standard errors away from 0, to either side.
 *
 * @example twoSidedChance(2.228138851986273, 10) // 0.05
 */
export function twoSidedChance(errors: number, degreesOfFreedom: number | null): number {
  return degreesOfFreedom === null
    ? 2 * normalCdf(-Math.abs(errors))
    : tTwoSided(errors, degreesOfFreedom);
}

/**
 * The degrees of freedom of independent samples add up; one without limit lifts the limit.
 *
 * @example pooledDegreesOfFreedom([46, 52]) // 98
 */
export function pooledDegreesOfFreedom(degrees: readonly (number | null)[]): number | null {
  const limits = degrees.map((df) => df ?? Infinity);
  return limits.includes(Infinity) ? null : sum(limits);
}

/**
 * An interval that reaches as far to either side.
 *
 * @example symmetricInterval(0.5, 0.25) // { lower: 0.25, upper: 0.75 }
 */
export function symmetricInterval(centre: number, halfWidth: number): Interval {
  return { lower: centre - halfWidth, upper: centre + halfWidth };
}

/** An estimate with a standard error from its own, independent sample. */
export interface IndependentEstimate {
  /** in any unit */
  estimate: number;
  /** 0 or more */
  standardError: number;
  /** 0 or more; `null` for no limit (the normal distribution) */
  degreesOfFreedom: number | null;
}

/**
 * @throws InvalidInput when the estimate is not finite, or its standard error or degrees of freedom
 * lie below 0
 * @example requireIndependentEstimate('first', { estimate: 1, standardError: -1, degreesOfFreedom: 3 })
 * // first[standardError] must be 0 or more
 */
export function requireIndependentEstimate(
  argument: string,
  { estimate, standardError, degreesOfFreedom }: IndependentEstimate,
  index: readonly (number | string)[] = [],
): void {
  const require = (holds: boolean, field: string, rule: string) => {
    requireThat(holds, argument, rule, [...index, field]);
  };
  require(Number.isFinite(estimate), 'estimate', 'must be a finite number');
  require(Number.isFinite(standardError) &&
    standardError >= 0, 'standardError', 'must be 0 or more');
  const limit = degreesOfFreedom ?? Infinity;
  require(limit >= 0, 'degreesOfFreedom', 'must be 0 or more, or null for no limit');
}
