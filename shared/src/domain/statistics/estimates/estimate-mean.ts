import { estimateBy, withoutInterval, type Measured } from './estimate-by.js';
import type { EstimateOptions, IntervalChoice, SampleEstimate } from './estimate.js';
import type { SampledStratum } from './sampled-stratum.js';
import { tInterval } from './share-intervals.js';

/**
 * Estimates the mean of a number, such as a grade, over all units to which the question applies,
 * with its t interval.
 *
 * @param strata the whole population in strata, each with what was found in its sampled units;
 * `null` where the question does not apply
 * @returns the estimate, or why the sample cannot give one
 * @throws InvalidInput when a stratum has more sampled units than units, a size is not a count, an
 * id repeats, a value is not finite, there is no stratum, or the confidence does not lie between 0
 * and 1
 * @example
 * estimateMean([{ id: 'education', populationSize: 180, values: [3, 2, 4, 3, 3, 2, 3, 4] },
 *   { id: 'health', populationSize: 90, values: [2, 2, 3, 1, 2] },
 *   { id: 'care', populationSize: 60, values: [4, 3, 3, 2] }])
 * // estimate 2.727273, interval { lower: 2.340770, upper: 3.113775 }, method 't', …
 */
export function estimateMean(
  strata: readonly SampledStratum[],
  options: EstimateOptions = {},
): SampleEstimate {
  return estimateBy(strata, options, intervalOfMean);
}

function intervalOfMean(measured: Measured): IntervalChoice {
  const interval = tInterval(measured, measured.confidence);
  if (interval === null) return withoutInterval('too-few-units');
  // Without any spread the interval would be one point and claim a certainty nobody has.
  if (measured.standardError === 0) return withoutInterval('no-variation');
  return { interval, method: 't', withoutInterval: null };
}
