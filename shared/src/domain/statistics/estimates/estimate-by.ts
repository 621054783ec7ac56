import { requireConfidence, requireCount, requireThat, sum } from '../numbers/index.js';
import { isCensus } from './design-variance.js';
import type {
  EstimateBase,
  EstimateOptions,
  EstimateRefusal,
  IntervalChoice,
  RefusedEstimate,
  SampleEstimate,
  WithoutInterval,
} from './estimate.js';
import {
  givenValues,
  requireDistinctIds,
  type DesignOptions,
  type SampledStratum,
} from './sampled-stratum.js';
import { stratifiedMean } from './stratified-mean.js';

/** What an interval is chosen from. */
export interface Measured {
  /** The strata that hold units. */
  strata: readonly SampledStratum[];
  options: DesignOptions;
  confidence: number;
  estimate: number;
  standardError: number;
  degreesOfFreedom: number;
  respondents: number;
}

/**
 * The steps that every estimate of the product shares: check the input, refuse what the sample
 * cannot answer, estimate, and add the interval that `chooseInterval` finds.
 *
 * @throws InvalidInput when a stratum has more sampled units than units, sizes are not counts, ids
 * repeat, a value is not finite, or the confidence does not lie between 0 and 1
 * @example estimateBy([{ id: 'a', populationSize: 9, values: [] }], {}, () => withoutInterval('all-reviewed'))
 * // { given: false, reason: 'stratum-not-sampled', strata: ['a'], … }
 */
export function estimateBy(
  strata: readonly SampledStratum[],
  options: EstimateOptions,
  chooseInterval: (measured: Measured) => IntervalChoice,
): SampleEstimate {
  const { confidence = 0.95 } = options;
  requireConfidence(confidence);
  requirePopulation(strata);
  const inUse = strata.filter(({ populationSize }) => populationSize > 0);
  const base = baseOf(inUse);
  const refusal = whyRefused(inUse, options);
  if (refusal) return { ...base, ...refusal };
  const { estimate, standardError, degreesOfFreedom, designEffect, byStratum } = stratifiedMean(
    inUse,
    options,
  );
  const figures = { estimate, standardError, degreesOfFreedom, confidence };
  const { respondents } = base;
  const choice = isReviewedInFull(inUse, options)
    ? withoutInterval('all-reviewed')
    : chooseInterval({ ...figures, strata: inUse, options, respondents });
  return { given: true, ...base, ...figures, designEffect, byStratum, ...choice };
}

/**
 * @example withoutInterval('all-reviewed')
 * // { interval: null, method: null, withoutInterval: 'all-reviewed' }
 */
export function withoutInterval(reason: WithoutInterval): IntervalChoice {
  return { interval: null, method: null, withoutInterval: reason };
}

function requirePopulation(strata: readonly SampledStratum[]): void {
  requireThat(strata.length > 0, 'strata', 'must hold at least one stratum');
  requireDistinctIds(strata);
  strata.forEach(({ populationSize, values }, index) => {
    requireCount('strata', populationSize, 0, [index, 'populationSize']);
    const rule = 'must be at least the number of sampled units';
    requireThat(populationSize >= values.length, 'strata', rule, [index, 'populationSize']);
  });
}

function baseOf(strata: readonly SampledStratum[]): EstimateBase {
  return {
    respondents: sum(strata.map(({ values }) => givenValues(values).length)),
    sampled: sum(strata.map(({ values }) => values.length)),
    populationSize: sum(strata.map(({ populationSize }) => populationSize)),
  };
}

function whyRefused(
  strata: readonly SampledStratum[],
  options: DesignOptions,
): Pick<RefusedEstimate, 'given' | 'reason' | 'strata'> | null {
  const refuse = (reason: EstimateRefusal, those: readonly SampledStratum[]) =>
    ({ given: false, reason, strata: those.map(({ id }) => id) }) as const;
  const notSampled = strata.filter(({ values }) => values.length === 0);
  if (notSampled.length > 0) return refuse('stratum-not-sampled', notSampled);
  if (strata.every(({ values }) => givenValues(values).length === 0)) {
    return refuse('nothing-applicable', strata);
  }
  const single = strata.filter((stratum) => needsMerging(stratum, options));
  return single.length > 0 ? refuse('single-unit-stratum', single) : null;
}

function needsMerging(stratum: SampledStratum, options: DesignOptions): boolean {
  if (options.singleUnitStrata === 'adjust') return false;
  return (
    givenValues(stratum.values).length === 1 &&
    stratum.values.length === 1 &&
    !isCensus(stratum, options)
  );
}

function isReviewedInFull(strata: readonly SampledStratum[], options: DesignOptions): boolean {
  return strata.every((stratum) => isCensus(stratum, options));
}
