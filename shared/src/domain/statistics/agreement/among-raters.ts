import {
  brennanPredigerChance,
  correctForChance,
  fixedChance,
  fleissChance,
  gwetChance,
  observedAgreement,
} from './chance-corrected.js';
import { congerChance } from './conger.js';
import { samplingOf, type AgreementEstimate } from './estimate.js';
import type { Matrix } from './matrix.js';
import {
  countsOf,
  isComparable,
  placesOf,
  requireCountTable,
  type Ratings,
} from './rated-units.js';
import { obstacleIn, tallyOf, type AgreementObstacle, type UnitTally } from './tally.js';
import { alphaOfCounts, alphaOfRatings } from './weighted-alpha.js';
import { agreementWeights, type AgreementWeights, type Category } from './weights.js';

/** The coefficients for which it is enough to know how many raters chose each category. */
export interface AgreementFromCounts {
  units: UnitTally;
  /** Set when no coefficient should be read as agreement beyond chance, whatever its value. */
  obstacle: AgreementObstacle | null;
  percentAgreement: AgreementEstimate;
  brennanPrediger: AgreementEstimate;
  /** AC1 with identity weights, AC2 with any other. */
  gwet: AgreementEstimate;
  fleiss: AgreementEstimate;
  /** Krippendorff's alpha for fixed weights; `krippendorffAlpha` has his own metrics. */
  krippendorff: AgreementEstimate;
}

/** All coefficients. */
export interface AgreementAmongRaters extends AgreementFromCounts {
  /** With two raters and nothing missing: Cohen's kappa. `null`s where a rater rated nothing. */
  conger: AgreementEstimate;
}

/** Choices that hold for ratings and counts alike. */
export interface AgreementOptions {
  /** The whole scale in its order, used or not: leaving out an unused grade changes the result. */
  categories: readonly Category[];
  /** `identity` unless said otherwise. */
  weights?: AgreementWeights;
  /** 0.95 unless said otherwise. */
  confidence?: number;
  /** How many units the rated ones are a random sample of; endless unless said otherwise. */
  populationSize?: number | null;
  /**
   * Units with one rating or none: `keep` (as irrCAC does, which inflates the errors of all but
   * alpha and gives no number where a unit has no rating) or `leave-out` (as this product does).
   */
  incomparableUnits?: 'keep' | 'leave-out';
}

/**
 * All agreement coefficients for any number of raters, with ratings missing or not, as irrCAC 1.4
 * (R) computes them from raw ratings. The product reads them by `agreementOnGrades`.
 *
 * @param ratings one row per unit, one column per rater, `null` for no rating
 * @throws InvalidInput when rows differ in length, a rating is not in the scale, or an option is
 *   out of its range
 * @example
 * const ratings = [[1, 1], [2, 2], [1, 2], [2, 2]];
 * agreementFromRatings(ratings, { categories: [1, 2] }).conger.value // 0.5
 */
export function agreementFromRatings(
  ratings: Ratings,
  options: AgreementOptions,
): AgreementAmongRaters {
  const weights = agreementWeights(options.weights ?? 'identity', options.categories);
  const allPlaces = placesOf(ratings, options.categories);
  const allCounts = countsOf(allPlaces, weights.length);
  const kept = allCounts.map((unit) => keeps(options, unit));
  const places = allPlaces.filter((_, unit) => kept[unit]);
  const counts = allCounts.filter((_, unit) => kept[unit]);
  const sampling = samplingFor(counts, options);
  const observed = observedAgreement(counts, weights);
  return {
    units: tallyOf(allCounts),
    obstacle: obstacleIn(allCounts),
    ...coefficients(counts, weights, options),
    conger: correctForChance(observed, congerChance(places, weights), sampling),
    krippendorff: alphaOfRatings(counts, weights, sampling),
  };
}

/**
 * The coefficients from a table that has a row per unit and a column per category and counts the
 * raters who chose it, as the `*.dist` functions of irrCAC 1.4 compute them. Who said what is
 * unknown here, so there is no Conger's kappa. Alpha's error follows the package's other formula
 * for such tables; take it from the ratings where they are known.
 *
 * @throws InvalidInput when a row has not one count per category or an option is out of its range
 * @example
 * const counts = [[3, 0], [2, 1], [0, 3]];
 * agreementFromCounts(counts, { categories: [1, 2] }).percentAgreement.value // 7/9
 */
export function agreementFromCounts(
  counts: Matrix,
  options: AgreementOptions,
): AgreementFromCounts {
  const weights = agreementWeights(options.weights ?? 'identity', options.categories);
  requireCountTable('counts', counts, weights.length);
  const kept = counts.filter((unit) => keeps(options, unit));
  return {
    units: tallyOf(counts),
    obstacle: obstacleIn(counts),
    ...coefficients(kept, weights, options),
    krippendorff: alphaOfCounts(kept, weights, samplingFor(kept, options)),
  };
}

function coefficients(counts: Matrix, weights: Matrix, options: AgreementOptions) {
  const observed = observedAgreement(counts, weights);
  const sampling = samplingFor(counts, options);
  return {
    percentAgreement: correctForChance(observed, fixedChance(0, counts.length), sampling),
    brennanPrediger: correctForChance(observed, brennanPredigerChance(counts, weights), sampling),
    gwet: correctForChance(observed, gwetChance(counts, weights), sampling),
    fleiss: correctForChance(observed, fleissChance(counts, weights), sampling),
  };
}

function samplingFor(counts: Matrix, { confidence, populationSize }: AgreementOptions) {
  return samplingOf(counts.length, confidence ?? 0.95, populationSize ?? null);
}

const keeps = ({ incomparableUnits }: AgreementOptions, unit: readonly number[]) =>
  incomparableUnits !== 'leave-out' || isComparable(unit);
