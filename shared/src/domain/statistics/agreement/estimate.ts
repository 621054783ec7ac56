import { requireConfidence, requireThat, tQuantile, type Interval } from '../numbers/index.js';

/** One coefficient. What does not exist for the data is `null`. */
export interface AgreementEstimate {
  /** Agreement seen between pairs of raters, 0 to 1; partial agreement counts by its weight. */
  observed: number | null;
  /** Agreement to be expected by chance, 0 to 1; 0 for percent agreement. */
  chance: number | null;
  /** (observed - chance) / (1 - chance): 1 is full agreement, 0 no better than chance. */
  value: number | null;
  /** Standard error of the value: units are a sample, raters are fixed. */
  standardError: number | null;
  /** Value ± t × standard error. The upper end is cut at 1, the lower end is not cut. */
  interval: Interval | null;
  /** Degrees of freedom of that t. */
  degreesOfFreedom: number;
}

/** What turns a variance into an interval. */
export interface Sampling {
  /** Share of the population that was rated: 0 takes the population as endless. */
  fraction: number;
  /** Share of intervals that hold the true value, such as 0.95. */
  confidence: number;
}

/**
 * How the rated units stand to those they were drawn from.
 *
 * @throws InvalidInput when the confidence is not between 0 and 1 or the population is smaller
 *   than the number of units
 * @example samplingOf(20, 0.95, 80) // { fraction: 0.25, confidence: 0.95 }
 */
export function samplingOf(
  units: number,
  confidence: number,
  populationSize: number | null,
): Sampling {
  requireConfidence(confidence);
  if (populationSize === null) return { fraction: 0, confidence };
  const rule = `must be at least the ${units} units that were rated`;
  requireThat(populationSize >= units, 'populationSize', rule);
  return { fraction: units / populationSize, confidence };
}

/**
 * Puts value and variance together and turns what does not exist into `null`.
 *
 * @example
 * const shares = { observed: 0.8, chance: 0.5, value: 0.6, variance: 0.01 };
 * estimateOf(shares, 19, 0.95).interval // { lower: 0.3907, upper: 0.8093 }
 */
export function estimateOf(
  shares: { observed: number; chance: number; value: number; variance: number },
  degreesOfFreedom: number,
  confidence: number,
): AgreementEstimate {
  const standardError = Math.sqrt(shares.variance);
  return {
    observed: existing(shares.observed),
    chance: existing(shares.chance),
    value: existing(shares.value),
    standardError: existing(standardError),
    interval: intervalOf(shares.value, standardError, degreesOfFreedom, confidence),
    degreesOfFreedom,
  };
}

function intervalOf(
  value: number,
  standardError: number,
  degreesOfFreedom: number,
  confidence: number,
): Interval | null {
  if (degreesOfFreedom < 1 || !Number.isFinite(value) || !Number.isFinite(standardError)) {
    return null;
  }
  const reach = standardError * tQuantile(1 - (1 - confidence) / 2, degreesOfFreedom);
  return { lower: value - reach, upper: Math.min(1, value + reach) };
}

const existing = (value: number) => (Number.isFinite(value) ? value : null);
