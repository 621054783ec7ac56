import betainc from '@stdlib/math-base-special-betainc';
import erfcinv from '@stdlib/math-base-special-erfcinv';
import gammainc from '@stdlib/math-base-special-gammainc';
import stdlibBetaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import stdlibBinomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import hypergeometricPmf from '@stdlib/stats-base-dists-hypergeometric-pmf';
import stdlibNormalCdf from '@stdlib/stats-base-dists-normal-cdf';
import stdlibTCdf from '@stdlib/stats-base-dists-t-cdf';
import stdlibTQuantile from '@stdlib/stats-base-dists-t-quantile';

/*
 * The distributions behind every interval, under one set of names. @stdlib agrees with R to nine
 * digits and more; small upper tails are computed as such and never as 1 minus something.
 */

/**
 * Chance that a standard normal value is at most z.
 *
 * @example normalCdf(1.959963984540054) // 0.975
 */
export function normalCdf(z: number): number {
  return stdlibNormalCdf(z, 0, 1);
}

/**
 * The standard normal value that is exceeded with chance 1 - p. By the inverse of erfc, which
 * keeps its digits in the lower tail where @stdlib's own quantile has eight, then none.
 *
 * @param p from 0 to 1
 * @returns -Infinity at 0, Infinity at 1, NaN outside
 * @example normalQuantile(0.975) // 1.95996398454005
 */
export function normalQuantile(p: number): number {
  return 0 - Math.SQRT2 * erfcinv(2 * p);
}

/**
 * Chance that a value of Student's t with df degrees of freedom is at most t.
 *
 * @param df above 0
 * @example tCdf(-2.228138851986273, 10) // 0.025
 */
export function tCdf(t: number, df: number): number {
  return stdlibTCdf(t, df);
}

/**
 * Chance of a value of Student's t at least as far from 0 as this one: the two-sided p.
 *
 * @example tTwoSided(2.228138851986273, 10) // 0.05
 */
export function tTwoSided(t: number, df: number): number {
  return 2 * tCdf(-Math.abs(t), df);
}

/**
 * The value of Student's t that is exceeded with chance 1 - p.
 *
 * @param p from 0 to 1
 * @param df above 0
 * @example tQuantile(0.975, 10) // 2.22813885198627
 */
export function tQuantile(p: number, df: number): number {
  return stdlibTQuantile(p, df);
}

/**
 * Chance that a chi-squared value with df degrees of freedom is larger than x.
 *
 * @param x 0 or more, up to 2,000: beyond, @stdlib loses digits where df is large as well
 * @param df above 0
 * @example chiSquaredUpperTail(3.841458820694124, 1) // 0.05
 */
export function chiSquaredUpperTail(x: number, df: number): number {
  return gammainc(x / 2, df / 2, true, true);
}

/**
 * Chance that a beta(a, b) value is at most x.
 *
 * @param x from 0 to 1
 * @param a above 0
 * @param b above 0
 * @example betaCdf(0.5, 2, 2) // 0.5
 */
export function betaCdf(x: number, a: number, b: number): number {
  return betainc(x, a, b, true, false);
}

/**
 * The beta(a, b) value that is exceeded with chance 1 - p.
 *
 * @param p from 0 to 1
 * @param a above 0
 * @param b above 0
 * @example betaQuantile(0.5, 2, 2) // 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return stdlibBetaQuantile(p, a, b);
}

/**
 * The smallest number of successes in n trials that is not exceeded with chance at least p.
 *
 * @param p from 0 to 1
 * @param n whole, 0 or more
 * @param chance of one success, from 0 to 1
 * @example binomialQuantile(0.05, 11, 0.5) // 3
 */
export function binomialQuantile(p: number, n: number, chance: number): number {
  return stdlibBinomialQuantile(p, n, chance);
}

/**
 * Chance of exactly x successes among `drawn` units taken without replacement from `population`
 * units of which `marked` are successes.
 *
 * @param x whole number; 0 is returned where it cannot happen
 * @example hypergeometricChance(1, 10, 5, 2) // 5/9
 */
export function hypergeometricChance(
  x: number,
  population: number,
  marked: number,
  drawn: number,
): number {
  return hypergeometricPmf(x, population, marked, drawn);
}
