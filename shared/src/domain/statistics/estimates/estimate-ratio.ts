import { relativeTolerance, sum } from '../numbers/index.js';
import { estimateBy, withoutInterval, type Measured } from './estimate-by.js';
import type {
  EstimateOptions,
  GivenEstimate,
  IntervalChoice,
  RefusedEstimate,
} from './estimate.js';
import { exactInterval, tInterval, xlogitInterval } from './share-intervals.js';

/** What was counted in one unit, such as 5 outcomes of which 3 meet all tests. */
export interface CountedPart {
  numerator: number;
  denominator: number;
}

/** What was counted in one stratum. */
export interface RatioStratum {
  id: string;
  /** How many units the stratum holds, sampled or not. */
  populationSize: number;
  /** One entry for each sampled unit; `null`, or a denominator of 0, where nothing was there to count. */
  values: readonly (CountedPart | null)[];
}

/** As of a mean or a share; a stratum by itself has no figure. */
export type RatioEstimate = Omit<GivenEstimate, 'byStratum'> | RefusedEstimate;

/**
 * Estimates a ratio of two totals of the population, such as the share of all outcomes that meet
 * all tests: sum of w·y ÷ sum of w·x (the combined ratio estimator; Cochran, Sampling Techniques,
 * 6.11). Its error is linearised: with the ratio R and the mean denominator x̄ it is the error of
 * the mean of R + (y - R·x) ÷ x̄, which for a denominator of 1 is the mean of y itself. What is
 * counted in one unit hangs together; so the base is the units, not the things counted in them.
 *
 * Where no numerator exceeds its denominator the interval is `xlogitInterval`; at 0 and 1 it is
 * Clopper and Pearson's with the units as its size. Otherwise it is `tInterval`.
 *
 * @throws InvalidInput when a stratum has more sampled units than units, a size is not a count, an
 * id repeats, there is no stratum, or the confidence does not lie between 0 and 1
 * @example
 * estimateRatio([{ id: 'all', populationSize: 40, values: [{ numerator: 1, denominator: 2 },
 *   { numerator: 3, denominator: 4 }, { numerator: 1, denominator: 4 }] }])
 * // estimate 0.5, standardError 0.138675, …
 */
export function estimateRatio(
  strata: readonly RatioStratum[],
  options: EstimateOptions = {},
): RatioEstimate {
  const counted = strata.map((stratum) => ({
    ...stratum,
    values: stratum.values.map((part) => (part && part.denominator > 0 ? part : null)),
  }));
  const isShare = counted.every(({ values }) =>
    values.every((part) => part === null || part.numerator <= part.denominator),
  );
  return estimateBy(linearised(counted), options, isShare ? intervalOfPart : intervalOfRatio);
}

/** Each unit's part in the ratio as a number whose mean is the ratio. */
function linearised(strata: readonly RatioStratum[]) {
  const weighted = strata.flatMap(({ populationSize, values }) =>
    values.flatMap((part) => (part ? [{ ...part, weight: populationSize / values.length }] : [])),
  );
  const units = sum(weighted.map(({ weight }) => weight));
  const whole = sum(weighted.map(({ weight, denominator }) => weight * denominator));
  const ratio = sum(weighted.map(({ weight, numerator }) => weight * numerator)) / whole;
  const valueOf = ({ numerator, denominator }: CountedPart) =>
    ratio + ((numerator - ratio * denominator) * units) / whole;
  return strata.map((stratum) => ({
    ...stratum,
    values: stratum.values.map((part) => part && valueOf(part)),
  }));
}

function intervalOfPart(measured: Measured): IntervalChoice {
  const { estimate, respondents, confidence } = measured;
  if (estimate <= 0 || estimate >= 1) {
    const interval = exactInterval(Math.round(estimate), respondents, confidence);
    return { interval, method: 'clopper-pearson', withoutInterval: null };
  }
  if (!hasSpread(measured)) return withoutInterval('no-variation');
  const interval = xlogitInterval(measured, confidence);
  if (interval === null) return withoutInterval('too-few-units');
  return { interval, method: 'xlogit', withoutInterval: null };
}

function intervalOfRatio(measured: Measured): IntervalChoice {
  const interval = tInterval(measured, measured.confidence);
  if (interval === null) return withoutInterval('too-few-units');
  if (!hasSpread(measured)) return withoutInterval('no-variation');
  return { interval, method: 't', withoutInterval: null };
}

/** More than what rounding leaves of plans that are all alike. */
function hasSpread({ estimate, standardError }: Measured): boolean {
  return standardError > relativeTolerance * Math.max(1, estimate);
}
