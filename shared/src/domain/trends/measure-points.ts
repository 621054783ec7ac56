import type { AuditResult } from '../audits/index.js';
import type { QuarterKey } from '../calendar/index.js';
import { groupStrata, stratumKeys, type StratumKey } from '../programme/index.js';
import {
  estimateRatio,
  estimateShare,
  sum,
  type CountedPart,
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
  /**
   * Where documents are audited: sampled plans of which no document was asked for. They were looked
   * at and had nothing to audit. Left out where plans are audited.
   */
  withoutDocument?: number;
}

/** What a closed routine or advice round left: a random sample of the register of its quarter. */
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
  /** Where documents are audited: the plans behind them, which are what was drawn; null otherwise. */
  plans: PlanCounts | null;
}

/** Plans behind documents. One plan may be among `met`, `rest` and `left` at once. */
export interface PlanCounts {
  /** With a document in the base. */
  base: number;
  /** With a document of the base that meets it, or of which something counts. */
  met: number;
  /** With a document of the base that does not meet it, or of which something does not count. */
  rest: number;
  /** With an audited document that is not in the base. */
  left: number;
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
 * Where documents are audited, plans were drawn and not documents, and documents of one plan hang
 * together. So each plan is one unit, a cluster sampled whole, and the share is the ratio of what
 * meets it to what is counted over all plans of the sample (`estimateRatio`; Cochran, Sampling
 * Techniques, 6.11 and 9A.5; equal to R survey's `svyratio` on totals by plan). A plan without
 * documents is a unit with nothing to count; one of which no document was completed or entered is
 * treated as one that was not drawn.
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
    counts: countsOf(strata),
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
  /** One for each plan: what its audit says, or what those of its documents say. */
  units: Reading[][];
  isOfDocuments: boolean;
}

function readStrata(measure: Measure, { quarter, strata, results }: RoundResults): ReadStratum[] {
  const isOfDocuments = strata.some(({ withoutDocument }) => withoutDocument !== undefined);
  const units = new Map(
    strata.map(({ key, withoutDocument = 0 }) => [
      key,
      [...unitsIn(key, results), ...Array.from({ length: withoutDocument }, () => [])],
    ]),
  );
  const completed = stratumKeys
    .filter((key) => units.has(key))
    .map((key) => ({ key, populationSize: units.get(key)?.length ?? 0 }));
  return groupStrata(completed).map((members) => {
    const populations = strata.filter(({ key }) => members.includes(key));
    return {
      id: `${quarter} ${members[0] ?? ''}`,
      populationSize: sum(populations.map(({ populationSize }) => populationSize)),
      units: members
        .flatMap((key) => units.get(key) ?? [])
        .map((audits) => audits.map((result) => readingOf(measure, result))),
      isOfDocuments,
    };
  });
}

/** The audits of a stratum, those of one plan together. */
function unitsIn(key: StratumKey, results: readonly AuditResult[]): AuditResult[][] {
  const inIt = results.filter(({ stratum }) => stratum === key);
  return [...Map.groupBy(inIt, (result) => result.documentPlanId ?? result).values()];
}

function estimateOf(
  { rule }: Measure,
  strata: readonly ReadStratum[],
  options: EstimateOptions,
): PointEstimate {
  if (rule.of === 'ratio' || strata.some(({ isOfDocuments }) => isOfDocuments)) {
    return estimateRatio(
      strata.map((one) => ({ ...one, values: one.units.map(partOfUnit) })),
      options,
    );
  }
  const isMet = ([value = null]: Reading[]) => (typeof value === 'boolean' ? value : null);
  return estimateShare(
    strata.map((one) => ({ ...one, values: one.units.map(isMet) })),
    options,
  );
}

/** What the audits of one plan count for together; null where none of them is in the base. */
function partOfUnit(readings: readonly Reading[]): CountedPart | null {
  const parts = readings.flatMap((reading) => partOf(reading) ?? []);
  if (parts.length === 0) return null;
  return {
    numerator: sum(parts.map(({ numerator }) => numerator)),
    denominator: sum(parts.map(({ denominator }) => denominator)),
  };
}

function partOf(reading: Reading): CountedPart | null {
  if (typeof reading !== 'boolean') return reading;
  return { numerator: Number(reading), denominator: 1 };
}

function countsOf(strata: readonly ReadStratum[]): PointCounts {
  const units = strata.flatMap((stratum) => stratum.units);
  const isOfDocuments = strata.some((stratum) => stratum.isOfDocuments);
  return { ...auditCounts(units.flat()), plans: isOfDocuments ? planCounts(units) : null };
}

function planCounts(units: readonly Reading[][]): PlanCounts {
  const having = (isOne: (part: CountedPart | null) => boolean) =>
    units.filter((readings) => readings.some((reading) => isOne(partOf(reading)))).length;
  return {
    base: having((part) => part !== null),
    met: having((part) => part !== null && part.numerator > 0),
    rest: having((part) => part !== null && part.numerator < part.denominator),
    left: having((part) => part === null),
  };
}

function auditCounts(readings: readonly Reading[]): Omit<PointCounts, 'plans'> {
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
