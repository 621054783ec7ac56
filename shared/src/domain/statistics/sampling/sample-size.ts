import {
  normalQuantile,
  requireConfidence,
  requireCount,
  requireThat,
  type Interval,
} from '../numbers/index.js';

/** What all questions of sample size have in common. */
export interface SampleAssumptions {
  /** The share one expects; 0.5, the worst case, when left out. Strictly between 0 and 1. */
  anticipatedShare?: number;
  /** N: plans there are; null when there is no end to them. */
  populationSize: number | null;
  /** 0.95 when left out. */
  confidence?: number;
  /** The share of drawn plans that can be graded (not missing, not "not applicable"); 1 if left out. */
  usableShare?: number;
}

/** How many plans to review. */
export interface SampleSize {
  /** What the formula gives: plans that must be graded, not yet rounded up to whole ones. */
  raw: number;
  /** Plans to draw so that as many can be graded: rounded up, and never more than there are. */
  size: number;
}

/** The margin that is wanted. */
export interface WantedPrecision extends SampleAssumptions {
  /** Half the width of the interval as a share: 0.1 is 10 points either way. */
  marginOfError: number;
  /** `withNMinus1` (Cochran, PracTools), the default, or `simple` (samplingbook). */
  formula?: 'withNMinus1' | 'simple';
}

/**
 * Plans to review so that a share is known to within a margin:
 * z^2 P Q N / (e^2 (N - 1) + z^2 P Q), without end z^2 P Q / e^2. The `simple` form n0 / (1 + n0/N)
 * of samplingbook gives up to one plan less; the product uses the other.
 *
 * @throws InvalidInput when the margin, the anticipated share, the usable share or the confidence is not
 *   between 0 and 1, or the population is not a count of 1 or more
 * @see Cochran 1977, Sampling Techniques, 4.4; PracTools 1.7.5 nPropMoe; samplingbook 1.2.4
 * @example sizeForPrecision({ marginOfError: 0.1, populationSize: 412 }).size // 79
 */
export function sizeForPrecision(wanted: WantedPrecision): SampleSize {
  const { marginOfError, formula = 'withNMinus1', confidence = 0.95 } = wanted;
  requireAssumptions(wanted);
  requireShare('marginOfError', marginOfError);
  const variance = normalQuantile((1 + confidence) / 2) ** 2 * spreadOf(wanted);
  return sizeForVariance(variance, marginOfError, wanted, formula);
}

/** The change between two periods that is wanted to show. */
export interface WantedChange extends SampleAssumptions {
  /** As a share: 0.1 is a change of 10 points. */
  change: number;
  /** The chance of seeing the change if it is there; 0.8 when left out. */
  power?: number;
}

/**
 * Plans to review in each of two periods so that a change of the share between them is seen with
 * the given chance: the two-sided test at 1 - confidence, both periods as spread as the anticipated
 * share, separate samples of the same size from the same number of plans.
 * V N / (d^2 (N - 1) + V) with V = (z + z_power)^2 2 P Q.
 *
 * @throws InvalidInput as `sizeForPrecision` does, when the power is below 0.5 or not below 1, or
 *   the change is larger than the share can move
 * @see Cochran 1977, 4.4 and Fleiss 1981, Statistical Methods for Rates and Proportions, ch. 3
 * @example sizeForChange({ change: 0.2, populationSize: null }).size // 99
 */
export function sizeForChange(wanted: WantedChange): SampleSize {
  const { change, anticipatedShare = 0.5 } = wanted;
  requireAssumptions(wanted);
  requireShare('change', change);
  const room = Math.max(anticipatedShare, 1 - anticipatedShare);
  requireThat(change <= room, 'change', `must be at most ${room}, as far as the share can move`);
  const variance = reachOf(wanted) ** 2 * 2 * spreadOf(wanted);
  return sizeForVariance(variance, change, wanted, 'withNMinus1');
}

/** How well a sample of a given size will know a share. */
export interface ExpectedPrecision {
  /** Half the width of the interval, as a share; 0 when all plans are reviewed. */
  halfWidth: number;
  /** The interval if the sample shows just the anticipated share: Wilson's. */
  interval: Interval;
}

/**
 * The interval to expect from a sample: Wilson's, with the sample counted as n (N - 1) / (N - n)
 * plans because the others are fewer than without end.
 *
 * @param size plans reviewed, 1 or more, at most the population
 * @throws InvalidInput as `sizeForPrecision` does, and when the size is not such a count
 * @see Wilson 1927, J. Am. Stat. Assoc. 22:209
 * @example expectedPrecision(30, { populationSize: 1500 }).halfWidth // 0.167
 */
export function expectedPrecision(size: number, assumptions: SampleAssumptions): ExpectedPrecision {
  const { anticipatedShare: share = 0.5, confidence = 0.95 } = assumptions;
  requireAssumptions(assumptions);
  // 1/n of the sample without end; 0 when nothing is left unreviewed.
  const inverse = inverseSize(size, assumptions);
  const perPlan = normalQuantile((1 + confidence) / 2) ** 2 * inverse;
  const centre = (share + perPlan / 2) / (1 + perPlan);
  const halfWidth = Math.sqrt(perPlan * share * (1 - share) + perPlan ** 2 / 4) / (1 + perPlan);
  const interval = { lower: centre - halfWidth, upper: centre + halfWidth };
  return { halfWidth, interval };
}

/** How many standard errors a change must be, to be seen with the power that is wanted. */
function reachOf({
  confidence = 0.95,
  power = 0.8,
}: Pick<WantedChange, 'confidence' | 'power'>): number {
  requireThat(power >= 0.5 && power < 1, 'power', 'must be 0.5 or more and below 1, such as 0.8');
  return normalQuantile((1 + confidence) / 2) + normalQuantile(power);
}

const spreadOf = ({ anticipatedShare: share = 0.5 }: SampleAssumptions) => share * (1 - share);

/** Units for which variance / n, less what a finite population saves, is the margin squared. */
function sizeForVariance(
  variance: number,
  margin: number,
  { populationSize, usableShare = 1 }: SampleAssumptions,
  formula: 'withNMinus1' | 'simple',
): SampleSize {
  const usablePlans = populationSize === null ? null : Math.max(1, populationSize * usableShare);
  const raw = rawSize(variance, margin, usablePlans, formula);
  // A whole number that rounding put just above itself is not one plan more.
  const size = Math.ceil((raw / usableShare) * (1 - 1e-12));
  return { raw, size: Math.min(size, populationSize ?? size) };
}

function rawSize(
  variance: number,
  margin: number,
  population: number | null,
  formula: 'withNMinus1' | 'simple',
): number {
  const withoutEnd = variance / margin ** 2;
  if (population === null) return withoutEnd;
  if (formula === 'simple') return withoutEnd / (1 + withoutEnd / population);
  return (variance * population) / (margin ** 2 * (population - 1) + variance);
}

function inverseSize(size: number, { populationSize, usableShare = 1 }: SampleAssumptions): number {
  requireCount('size', size, 1);
  const graded = size * usableShare;
  if (populationSize === null) return 1 / graded;
  requireThat(size <= populationSize, 'size', 'must not be more than the population');
  if (size === populationSize) return 0;
  return (populationSize - size) / ((populationSize - 1) * graded);
}

function requireAssumptions(assumptions: SampleAssumptions): void {
  const { anticipatedShare = 0.5, populationSize, confidence = 0.95 } = assumptions;
  const { usableShare = 1 } = assumptions;
  requireShare('anticipatedShare', anticipatedShare);
  requireConfidence(confidence);
  const isUsable = usableShare > 0 && usableShare <= 1;
  requireThat(isUsable, 'usableShare', 'must be more than 0 and at most 1');
  if (populationSize !== null) requireCount('populationSize', populationSize, 1);
}

function requireShare(argument: string, share: number): void {
  requireThat(share > 0 && share < 1, argument, 'must lie between 0 and 1');
}
