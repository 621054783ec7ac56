import { normalQuantile, requireConfidence, requireCount, requireThat } from '../numbers/index.js';

/** A comparison of two periods that has not been made yet. */
export interface ComparisonPlan {
  /** plans to be judged in each of the two periods; whole numbers, 1 or more */
  sampleSizes: readonly [number, number];
  /** plans in each period's population; left out for populations without limit */
  populationSizes?: readonly [number, number];
  /** the share expected, from 0 to 1; 0.5, where the error is largest, when left out */
  anticipatedShare?: number;
  /** of the interval of the difference; 0.95 when left out */
  confidence?: number;
  /** the chance wanted that a change of the size returned will show; 0.8 when left out */
  power?: number;
}

/** What a planned comparison will be able to see, as shares: 0.14 is 14 points. */
export interface PlannedComparison {
  /** half the width of the interval that the difference will have */
  halfWidth: number;
  /** the true change that will show with the wanted power */
  detectableChange: number;
}

/**
 * What two samples of the planned sizes will be able to tell apart: print it next to the sample
 * size before anybody draws. Large-sample normal formula with the finite population correction
 * (Cochran, Sampling Techniques, 3rd ed., 3.2 for the error; 2.5 for the interval). A change that
 * is larger than the room left above or below the anticipated share cannot happen.
 *
 * @throws InvalidInput when a size is not a whole number of at least 1, a sample is larger than its
 * population, or a share, confidence or power is out of range
 * @example plannedComparison({ sampleSizes: [100, 100] })
 * // { halfWidth: 0.1386, detectableChange: 0.1981 }
 */
export function plannedComparison(plan: ComparisonPlan): PlannedComparison {
  const { sampleSizes, populationSizes, anticipatedShare = 0.5 } = plan;
  const { confidence = 0.95, power = 0.8 } = plan;
  requireConfidence(confidence);
  requireThat(power >= 0.5 && power < 1, 'power', 'must be 0.5 or more and below 1, such as 0.8');
  const isShare = anticipatedShare >= 0 && anticipatedShare <= 1;
  requireThat(isShare, 'anticipatedShare', 'must be from 0 to 1');
  const spread = Math.sqrt(anticipatedShare * (1 - anticipatedShare));
  const standardError =
    spread *
    Math.hypot(
      ...sampleSizes.map((n, period) => relativeError(n, populationSizes?.[period], period)),
    );
  const reach = normalQuantile((1 + confidence) / 2);
  return {
    halfWidth: reach * standardError,
    detectableChange: (reach + normalQuantile(power)) * standardError,
  };
}

/** The standard error of a mean of n plans, relative to the spread of one. */
function relativeError(n: number, population: number | undefined, period: number): number {
  requireCount('sampleSizes', n, 1, [period]);
  if (population === undefined) return 1 / Math.sqrt(n);
  requireCount('populationSizes', population, 1, [period]);
  requireThat(n <= population, 'sampleSizes', 'must not exceed the population', [period]);
  return n === population ? 0 : Math.sqrt((population - n) / (population - 1) / n);
}
