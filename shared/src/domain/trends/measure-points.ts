import type { AuditResult } from '../audits/index.js';
import type { QuarterKey } from '../calendar/index.js';
import { groupStrata, stratumKeys, type StratumKey } from '../programme/index.js';
import {
  estimateRatio,
  estimateShare,
  sum,
  type EstimateOptions,
  type GivenEstimate,
  type RefusedEstimate,
} from '../statistics/index.js';
import type { Measure } from './measures.js';
import { readingOf, type Reading } from './readings.js';

/** A stratum as it was frozen when the sample was drawn. */
export interface FrozenStratum {
  key: StratumKey;
  /** Plans that could be drawn, above 0. */
  populationSize: number;
}

/** What a closed routine round left: a random sample of the register of its quarter. */
export interface RoundResults {
  quarter: QuarterKey;
  frameworkVersionId: string;
  /** Every stratum of the draw, also one in which no audit was completed. */
  strata: readonly FrozenStratum[];
  /** The audits that closed. Plans withdrawn and audits not completed are not among them. */
  results: readonly AuditResult[];
}

/** How many stand behind a point, unweighted. */
export interface PointCounts {
  /** Audits that closed. */
  audited: number;
  /** Of these, the audits that the measure counts. */
  base: number;
  /** Of the base, those that meet it; null for a ratio. */
  met: number | null;
  /** For a ratio: what was counted in the base (the denominator), and how much of it counts. */
  items: { counted: number; met: number } | null;
}

/** A share from 0 to 1 with its interval, or the reason why there is none. */
export type PointEstimate = Omit<GivenEstimate, 'byStratum'> | RefusedEstimate;

/** What the closed audits of a quarter, or of several pooled, say of one measure. */
export interface MeasurePoint {
  /** From the earliest on; more than one where they are pooled. */
  quarters: QuarterKey[];
  counts: PointCounts;
  /** About the plans on the register then: with finite population correction. What is printed. */
  register: PointEstimate;
  /** About how plans are written, beyond these: without it. What comparisons rest on. */
  service: PointEstimate;
}

export interface PointOptions {
  /** Of the intervals; 0.95 when left out. */
  confidence?: number;
}

/**
 * Estimates a measure from one round, or from several pooled.
 *
 * Each stratum of each quarter is a simple random sample of its part of the register. An audit that
 * was not completed is treated as one that was not drawn, so that the completed audits of a stratum
 * stand for all its plans. Strata with fewer than two completed audits join the one that
 * `neighbourOfStratum` names, because one audit shows no spread.
 *
 * @param rounds at least one, of one framework version, each quarter once
 * @throws InvalidInput when there is no round, or a quarter comes twice
 * @example pointOf(measure, [round]).register // { given: true, estimate: 0.6, interval: …, … }
 */
export function pointOf(
  measure: Measure,
  rounds: readonly RoundResults[],
  options: PointOptions = {},
): MeasurePoint {
  const strata = rounds.flatMap((round) => readStrata(measure, round));
  return {
    quarters: rounds.map(({ quarter }) => quarter),
    counts: countsOf(strata.flatMap(({ values }) => values)),
    register: estimateOf(measure, strata, options),
    service: estimateOf(measure, strata, { ...options, finitePopulationCorrection: false }),
  };
}

/**
 * The estimate alone that comparisons rest on (`MeasurePoint.service`).
 *
 * @example serviceEstimate(measure, rounds, { confidence: 0.99 }).given // true
 */
export function serviceEstimate(
  measure: Measure,
  rounds: readonly RoundResults[],
  options: PointOptions = {},
): PointEstimate {
  const strata = rounds.flatMap((round) => readStrata(measure, round));
  return estimateOf(measure, strata, { ...options, finitePopulationCorrection: false });
}

interface ReadStratum {
  id: string;
  populationSize: number;
  values: Reading[];
}

function readStrata(measure: Measure, { quarter, strata, results }: RoundResults): ReadStratum[] {
  const byStratum = Map.groupBy(results, ({ stratum }) => stratum);
  const completed = stratumKeys
    .filter((key) => strata.some((stratum) => stratum.key === key))
    .map((key) => ({ key, populationSize: byStratum.get(key)?.length ?? 0 }));
  return groupStrata(completed).map((members) => {
    const inThem = members.flatMap((key) => byStratum.get(key) ?? []);
    const populations = strata.filter(({ key }) => members.includes(key));
    return {
      id: `${quarter} ${members[0] ?? ''}`,
      populationSize: sum(populations.map(({ populationSize }) => populationSize)),
      values: inThem.map((result) => readingOf(measure, result)),
    };
  });
}

function estimateOf(
  { rule }: Measure,
  strata: readonly ReadStratum[],
  options: EstimateOptions,
): PointEstimate {
  if (rule.of === 'ratio') {
    const parts = (value: Reading) => (typeof value === 'object' ? value : null);
    return estimateRatio(
      strata.map((one) => ({ ...one, values: one.values.map(parts) })),
      options,
    );
  }
  const isMet = (value: Reading) => (typeof value === 'boolean' ? value : null);
  return estimateShare(
    strata.map((one) => ({ ...one, values: one.values.map(isMet) })),
    options,
  );
}

function countsOf(readings: readonly Reading[]): PointCounts {
  const inBase = readings.filter((reading) => reading !== null);
  const parts = inBase.filter((reading) => typeof reading === 'object');
  const isRatio = parts.length > 0;
  return {
    audited: readings.length,
    base: inBase.length,
    met: isRatio ? null : inBase.filter((reading) => reading === true).length,
    items: isRatio
      ? {
          counted: sum(parts.map(({ denominator }) => denominator)),
          met: sum(parts.map(({ numerator }) => numerator)),
        }
      : null,
  };
}
