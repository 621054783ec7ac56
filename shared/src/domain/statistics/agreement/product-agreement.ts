import { requireThat, sum, type Interval } from '../numbers/index.js';
import { alphaReading, benchmark, type AlphaReading, type Benchmark } from './benchmarks.js';
import {
  correctForChance,
  fixedChance,
  gwetChance,
  observedAgreement,
} from './chance-corrected.js';
import { samplingOf, type AgreementEstimate } from './estimate.js';
import { krippendorffAlpha, type AlphaMetric } from './krippendorff-alpha.js';
import { transpose, type Matrix } from './matrix.js';
import { countsOf, isComparable, placesOf, type Ratings } from './rated-units.js';
import { obstacleIn, tallyOf, type AgreementObstacle, type UnitTally } from './tally.js';
import { agreementWeights } from './weights.js';

/** A measure with its uncertainty, ready to print. */
export interface MeasuredAgreement {
  value: number;
  standardError: number;
  /** Cut at the ends of the scale; `null` when `intervalMissing` says why there is none. */
  interval: Interval | null;
  /**
   * `no-variation`: all plans agree to the same degree, so that they do not show how far other plans
   * may differ. `whole-population`: every plan was compared, so that there is nothing to estimate.
   */
  intervalMissing: 'no-variation' | 'whole-population' | null;
}

/** Gwet's coefficient. */
export interface GwetAgreement extends MeasuredAgreement {
  name: 'AC1' | 'AC2';
  weights: 'identity' | 'ordinal';
  /** Observed agreement, partial agreement counted by the weights. */
  observed: number;
  /** Agreement to be expected by chance. */
  chance: number;
}

/** Agreement that can be judged. */
export interface JudgedAgreement {
  judged: true;
  plans: UnitTally;
  /** Share of such intervals that hold the true value. */
  confidence: number;
  /** Share of pairs of raters who gave exactly the same answer, 0 to 1. */
  sameAnswer: MeasuredAgreement;
  /** The headline. */
  coefficient: GwetAgreement;
  /** Alongside, and what may be concluded from it. */
  alpha: { metric: AlphaMetric; value: number; reading: AlphaReading };
  /** In words, by Gwet's rule on the Landis-Koch scale; `null` when the coefficient has no interval. */
  benchmark: Benchmark | null;
  /** The answer given most often. A large share explains a high coefficient beside a low alpha. */
  commonest: { answer: number; share: number };
}

/** Agreement that cannot be judged, and why. */
export interface UnjudgedAgreement {
  judged: false;
  reason: AgreementObstacle;
  plans: UnitTally;
  /** Share of pairs of raters who gave exactly the same answer; `null` without a pair. */
  sameAnswer: number | null;
}

/** What a page says about the raters of one criterion. */
export type AgreementOnCriterion = JudgedAgreement | UnjudgedAgreement;

/** Choices that the page may make. */
export interface PrecisionOptions {
  /** 0.95 unless said otherwise. */
  confidence?: number;
  /** How many plans the compared ones are a random sample of; endless unless said otherwise. */
  populationSize?: number | null;
}

/**
 * How far raters agree on the grades of one criterion: Gwet's AC2 with ordinal weights and its
 * benchmark, the share of equal grades, and Krippendorff's alpha with the ordinal metric. Only
 * grades that raters gave on their own, before moderation, belong here.
 *
 * Plans with a single grade show no agreement and are left out; `plans` says how many. (irrCAC
 * keeps them, which inflates its errors: `agreementFromRatings` does so by default.)
 *
 * @param grades one row per plan, one column per rater; `null` where a rater gave no grade or found
 *   the criterion not applicable
 * @param scale all grades there are, rising, whether used or not; at least two
 * @throws InvalidInput when rows differ in length, a grade is not on the scale, or fewer plans are
 *   said to exist than were compared
 * @example
 * const agreement = agreementOnGrades([[1, 1], [2, 3], [4, 4], [3, null]], [1, 2, 3, 4]);
 * agreement.judged && agreement.plans.ratedOnce // 1
 */
export function agreementOnGrades(
  grades: Ratings<number>,
  scale: readonly number[],
  options: PrecisionOptions = {},
): AgreementOnCriterion {
  return agreementOn(grades, scale, { weights: 'ordinal', metric: 'ordinal' }, options);
}

/**
 * How far raters agree on whether a criterion applies to a plan: Gwet's AC1, the share of equal
 * answers, and Krippendorff's alpha with the nominal metric. Not applicable is an answer, not a
 * missing grade: agreement on grades alone hides disagreement about it.
 *
 * @param judgements one row per plan, one column per rater: does the criterion apply; `null` where
 *   a rater did not look at it
 * @throws InvalidInput when rows differ in length or fewer plans are said to exist than were
 *   compared
 * @example
 * agreementOnApplicability([[true, true], [true, true]]).judged // false: nobody said no
 */
export function agreementOnApplicability(
  judgements: readonly (readonly (boolean | null)[])[],
  options: PrecisionOptions = {},
): AgreementOnCriterion {
  const answers = judgements.map((row) =>
    row.map((applies) => (applies === null ? null : Number(applies))),
  );
  return agreementOn(answers, [0, 1], { weights: 'identity', metric: 'nominal' }, options);
}

function agreementOn(
  answers: Ratings<number>,
  categories: readonly number[],
  { weights, metric }: { weights: GwetAgreement['weights']; metric: AlphaMetric },
  { confidence = 0.95, populationSize = null }: PrecisionOptions,
): AgreementOnCriterion {
  if (answers.every((plan) => plan.length === 0)) return nothingToJudge(answers.length);
  const counts = countsOf(placesOf(answers, categories), categories.length);
  const compared = counts.filter(isComparable);
  const sampling = samplingOf(compared.length, confidence, populationSize);
  const same = observedAgreement(compared, agreementWeights('identity', categories));
  const plans = tallyOf(counts);
  const reason = obstacleIn(counts);
  if (reason !== null) {
    const sameAnswer = compared.length > 0 ? same.agreement : null;
    return { judged: false, reason, plans, sameAnswer };
  }
  const partial = agreementWeights(weights, categories);
  const agreement = observedAgreement(compared, partial);
  const gwet = correctForChance(agreement, gwetChance(compared, partial), sampling);
  const everyPlan = populationSize === compared.length;
  const coefficient = gwetAgreement(gwet, weights, everyPlan);
  const alpha = present(krippendorffAlpha(answers, metric).value);
  const sameAnswer = correctForChance(same, fixedChance(0, compared.length), sampling);
  return {
    judged: true,
    plans,
    confidence,
    sameAnswer: measured(sameAnswer, 0, everyPlan),
    coefficient,
    alpha: { metric, value: alpha, reading: alphaReading(alpha) },
    benchmark: coefficient.interval
      ? benchmark('landis-koch', coefficient.value, coefficient.standardError)
      : null,
    commonest: commonestAnswer(compared, categories),
  };
}

function nothingToJudge(given: number): UnjudgedAgreement {
  const plans = { given, unrated: given, ratedOnce: 0, comparable: 0 };
  return { judged: false, reason: 'no-ratings', plans, sameAnswer: null };
}

function gwetAgreement(
  gwet: AgreementEstimate,
  weights: GwetAgreement['weights'],
  everyPlan: boolean,
): GwetAgreement {
  return {
    ...measured(gwet, -1, everyPlan),
    name: weights === 'identity' ? 'AC1' : 'AC2',
    weights,
    observed: present(gwet.observed),
    chance: present(gwet.chance),
  };
}

function measured(
  { value, standardError, interval }: AgreementEstimate,
  least: number,
  everyPlan: boolean,
): MeasuredAgreement {
  const measure = { value: present(value), standardError: present(standardError) };
  if (everyPlan) return { ...measure, interval: null, intervalMissing: 'whole-population' };
  // An error that is 0 but for rounding says that these plans do not differ, not that none does.
  if (interval === null || measure.standardError < 1e-12) {
    return { ...measure, interval: null, intervalMissing: 'no-variation' };
  }
  const { lower, upper } = interval;
  return { ...measure, interval: { lower: Math.max(least, lower), upper }, intervalMissing: null };
}

/** Two plans that can be compared and two answers given: every number exists. */
function present(value: number | null): number {
  requireThat(value !== null, 'ratings', 'must hold two answers on two plans');
  return value;
}

function commonestAnswer(compared: Matrix, categories: readonly number[]) {
  const times = transpose(compared).map(sum);
  const most = Math.max(...times);
  return { answer: categories[times.indexOf(most)] ?? 0, share: most / sum(times) };
}
