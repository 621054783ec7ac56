import { requireThat, sum } from '../numbers/index.js';
import {
  contributions,
  inDomain,
  isCensus,
  varianceOfTotal,
  weightOf,
  type Contributions,
} from './design-variance.js';
import {
  givenValues,
  requireStrata,
  type DesignOptions,
  type SampledStratum,
} from './sampled-stratum.js';

/** The mean of the units to which the question applies, and how far chance may have moved it. */
export interface StratifiedMean {
  /** In the unit of the values; of values 0 and 1 the share of ones. */
  estimate: number;
  standardError: number;
  /** Units to which the question applies minus strata with such a unit; 0 gives no interval. */
  degreesOfFreedom: number;
  /**
   * Variance relative to a simple random sample of as many units; `null` where that has none, or
   * where more units were sampled than the population holds.
   */
  designEffect: number | null;
  /** Sum over the population of the values of all units to which the question applies. */
  total: number;
  totalStandardError: number;
  /** Sampled units to which the question applies: the base of the estimate. */
  respondents: number;
  /** All sampled units. */
  sampled: number;
  /** In the order of the input. */
  byStratum: StratumMean[];
}

/** One stratum's own mean; `null` where the question applies to too few of its sampled units. */
export interface StratumMean {
  id: string;
  populationSize: number;
  sampled: number;
  respondents: number;
  estimate: number | null;
  /** `null` for a single unit, which shows no spread. */
  standardError: number | null;
}

/**
 * Estimates a mean, and the total, from a stratified simple random sample without replacement. The
 * number of units to which the question applies is estimated too, so the mean is a ratio and its
 * error is linearised over the whole sample: z = w (y - mean) / sum of w, and 0 where the question
 * does not apply (Cochran, Sampling Techniques, ch. 5A; equal to R survey 4.1-1 `svydesign`,
 * `svymean`, `svytotal`, `svyby` and `degf`, for a domain on its `subset`).
 *
 * A stratum without any unit to which the question applies adds nothing and takes no degree of
 * freedom. Strata that were not sampled must be left out or merged beforehand.
 *
 * @throws InvalidInput when the strata are not valid (`requireStrata`), when the question applies
 * to no unit, or when a stratum has one sampled unit and `singleUnitStrata` is not `adjust`
 * @example
 * stratifiedMean([{ id: 'a', populationSize: 5, values: [1, 0, 1, 1, 0] },
 *   { id: 'b', populationSize: 70, values: [1, 0, 1, 1, 0, 1, 0] }])
 * // estimate 0.573333, standardError 0.178885, degreesOfFreedom 10, total 43, …
 */
export function stratifiedMean(
  strata: readonly SampledStratum[],
  options: DesignOptions = {},
): StratifiedMean {
  requireStrata(strata, options);
  const domain = inDomain(strata);
  const respondents = countGiven(domain);
  requireThat(respondents > 0, 'strata', 'must hold a value that is not null');
  const { estimate, variance } = linearised(domain, options);
  const weighted = contributions(domain, (value, weight) => weight * value);
  return {
    estimate,
    standardError: Math.sqrt(variance),
    degreesOfFreedom: respondents - domain.length,
    designEffect: designEffect(domain, estimate, variance),
    total: addedUp(weighted),
    totalStandardError: Math.sqrt(varianceOfTotal(weighted, options)),
    respondents,
    sampled: sum(strata.map(({ values }) => values.length)),
    byStratum: strata.map((stratum) => meanWithin(stratum, options)),
  };
}

function linearised(domain: readonly SampledStratum[], options: DesignOptions) {
  const size = domainSize(domain);
  const estimate = weightedMean(domain, size);
  const residuals = contributions(domain, (value, weight) => (weight * (value - estimate)) / size);
  return { estimate, variance: varianceOfTotal(residuals, options) };
}

/** The estimated number of units to which the question applies. */
function domainSize(domain: readonly SampledStratum[]): number {
  return sum(domain.map((stratum) => weightOf(stratum) * givenValues(stratum.values).length));
}

/** Measured from one of the values, so that the mean of equal values is that value exactly. */
function weightedMean(domain: readonly SampledStratum[], size: number): number {
  const [origin = 0] = domain.flatMap(({ values }) => givenValues(values));
  const distances = contributions(domain, (value, weight) => weight * (value - origin));
  return origin + addedUp(distances) / size;
}

function designEffect(
  domain: readonly SampledStratum[],
  estimate: number,
  variance: number,
): number | null {
  const size = domainSize(domain);
  const respondents = countGiven(domain);
  const squares = contributions(domain, (value, weight) => weight * (value - estimate) ** 2);
  const spread = addedUp(squares);
  if (respondents < 2 || spread === 0 || size <= respondents) return null;
  const unitVariance = ((spread / size) * respondents) / (respondents - 1);
  return variance / ((unitVariance / respondents) * (1 - respondents / size));
}

function meanWithin(stratum: SampledStratum, options: DesignOptions): StratumMean {
  const { id, populationSize, values } = stratum;
  const respondents = givenValues(values).length;
  const base = { id, populationSize, sampled: values.length, respondents };
  if (respondents === 0) return { ...base, estimate: null, standardError: null };
  const { estimate, variance } = linearised([stratum], { ...options, singleUnitStrata: 'adjust' });
  const judged = respondents > 1 || isCensus(stratum, options);
  return { ...base, estimate, standardError: judged ? Math.sqrt(variance) : null };
}

function countGiven(strata: readonly SampledStratum[]): number {
  return sum(strata.map(({ values }) => givenValues(values).length));
}

function addedUp(strata: readonly Contributions[]): number {
  return sum(strata.flatMap(({ values }) => values));
}
