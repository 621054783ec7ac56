import { sum } from '../numbers/index.js';
import type { Interval } from '../numbers/index.js';
import { isCensus } from './design-variance.js';
import { estimateBy, withoutInterval, type Measured } from './estimate-by.js';
import type { EstimateOptions, IntervalChoice, SampleEstimate } from './estimate.js';
import { hypergeometricInterval } from './finite-population.js';
import { givenValues, type SampledStratum } from './sampled-stratum.js';
import { exactInterval, xlogitInterval } from './share-intervals.js';

/** What was found in one stratum about a question that is met or not met. */
export interface ShareStratum {
  id: string;
  /** How many units the stratum holds, sampled or not. */
  populationSize: number;
  /** One entry for each sampled unit; `null` where the question does not apply. */
  values: readonly (boolean | null)[];
}

/**
 * Estimates the share of units that meet a criterion, among the units to which it applies.
 *
 * The interval is `xlogitInterval`. Where the sample shows no variation (all met it, none did, or
 * all of each stratum alike) no design-based interval exists; the exact hypergeometric interval
 * stands in where one stratum alone is left to chance and the criterion applies to every sampled
 * unit, otherwise Clopper and Pearson's with the respondents as its size. "100% (100% to 100%)" is
 * never an answer.
 *
 * @param strata the whole population in strata, each with what was found in its sampled units
 * @returns the estimate, or why the sample cannot give one
 * @throws InvalidInput when a stratum has more sampled units than units, a size is not a count, an
 * id repeats, there is no stratum, or the confidence does not lie between 0 and 1
 * @example
 * estimateShare([{ id: 'a', populationSize: 90, values: Array(15).fill(false) }])
 * // estimate 0, interval { lower: 0, upper: 0.2 }, method 'hypergeometric', …
 */
export function estimateShare(
  strata: readonly ShareStratum[],
  options: EstimateOptions = {},
): SampleEstimate {
  return estimateBy(strata.map(asNumbers), options, intervalOfShare);
}

function asNumbers({ values, ...stratum }: ShareStratum): SampledStratum {
  return { ...stratum, values: values.map((met) => (met === null ? null : Number(met))) };
}

function intervalOfShare(measured: Measured): IntervalChoice {
  const { estimate, standardError, respondents, confidence } = measured;
  if (standardError > 0) {
    const interval = xlogitInterval(measured, confidence);
    if (interval === null) return withoutInterval('too-few-units');
    return { interval, method: 'xlogit', withoutInterval: null };
  }
  const exact = exactForPopulation(measured);
  if (exact) return { interval: exact, method: 'hypergeometric', withoutInterval: null };
  const interval = exactInterval(estimate, respondents, confidence);
  return { interval, method: 'clopper-pearson', withoutInterval: null };
}

/** The strata reviewed in full are known; the one that is not has its exact interval. */
function exactForPopulation({ strata, options, confidence }: Measured): Interval | null {
  const [open, ...others] = strata.filter((stratum) => !isCensus(stratum, options));
  if (!open || others.length > 0) return null;
  if (options.finitePopulationCorrection === false || strata.some(hasNull)) return null;
  const known = sum(strata.filter((stratum) => stratum !== open).map(successesIn));
  const populationSize = sum(strata.map((stratum) => stratum.populationSize));
  const { count } = hypergeometricInterval(
    successesIn(open),
    open.values.length,
    open.populationSize,
    confidence,
  );
  return {
    lower: (known + count.lower) / populationSize,
    upper: (known + count.upper) / populationSize,
  };
}

const hasNull = ({ values }: SampledStratum) => values.includes(null);

const successesIn = ({ values }: SampledStratum) => sum(givenValues(values));
