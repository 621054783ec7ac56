import type { Interval } from '../numbers/index.js';
import type { DesignOptions } from './sampled-stratum.js';
import type { StratumMean } from './stratified-mean.js';

/** How an estimate for the product is made. */
export interface EstimateOptions extends DesignOptions {
  /** Share of such intervals that hold the true value; 0.95 by default. */
  confidence?: number;
}

/** What the interval rests on. */
export type IntervalMethod = 'xlogit' | 't' | 'clopper-pearson' | 'hypergeometric';

/**
 * Why an estimate is given without an interval: every unit was reviewed, so there is nothing to be
 * unsure of (`all-reviewed`); the question applies to one unit per stratum only, which leaves no
 * degree of freedom (`too-few-units`); wherever anything is left to chance all values found are the
 * same, which says nothing about how far others may lie (`no-variation`).
 */
export type WithoutInterval = 'all-reviewed' | 'too-few-units' | 'no-variation';

/** How many units stand behind an estimate. */
export interface EstimateBase {
  /** Sampled units to which the question applies. */
  respondents: number;
  sampled: number;
  populationSize: number;
}

/** The interval of an estimate, or why it has none. */
export type IntervalChoice =
  | { interval: Interval; method: IntervalMethod; withoutInterval: null }
  | { interval: null; method: null; withoutInterval: WithoutInterval };

/** An estimate with its interval, or with the reason why it has none. */
export type GivenEstimate = EstimateBase &
  IntervalChoice & {
    given: true;
    estimate: number;
    standardError: number;
    degreesOfFreedom: number;
    designEffect: number | null;
    confidence: number;
    /** In the order of the input. */
    byStratum: StratumMean[];
  };

/**
 * Why no estimate is given: a stratum of the population was not sampled (`stratum-not-sampled`) or
 * by one unit only (`single-unit-stratum`), so it must be merged with another one; or the question
 * applies to no sampled unit (`nothing-applicable`).
 */
export type EstimateRefusal = 'stratum-not-sampled' | 'single-unit-stratum' | 'nothing-applicable';

/** No estimate, why, and the ids of the strata that stand in its way. */
export interface RefusedEstimate extends EstimateBase {
  given: false;
  reason: EstimateRefusal;
  strata: string[];
}

/** What a page prints of a sampled question: a figure or the reason why there is none. */
export type SampleEstimate = GivenEstimate | RefusedEstimate;
