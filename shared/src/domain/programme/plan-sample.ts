import { allocateSample, mergeSmallStrata, type StratumToMerge } from '../statistics/index.js';

import { roundLimits } from './rounds.js';
import {
  neighbourOfStratum,
  stratumKeys,
  stratumOf,
  type PlanToPlace,
  type StratumKey,
} from './strata.js';

/** A plan that can be drawn. */
export interface FramePlan extends PlanToPlace {
  planRef: string;
}

/** A stratum before the draw, after too small ones have joined it. */
export interface PlannedStratum {
  /** The stratum that the others joined. */
  key: StratumKey;
  /** Its own key first, then those that joined it. */
  members: StratumKey[];
  /** N: plans that can be drawn. */
  populationSize: number;
  /** n: plans to draw. */
  size: number;
  /** The plans by reference, in the order they came. */
  references: string[];
}

export interface PlannedSample {
  /** Plans in all strata together. */
  populationSize: number;
  /** Plans to draw, fewer than wanted where there are fewer. */
  size: number;
  strata: PlannedStratum[];
}

/**
 * Plans a sample before any chance comes in: which strata are drawn as one, and how many plans each
 * gives. Depends on nothing but the plans, the day and the size.
 *
 * 1. A stratum of one plan joins its neighbour (`neighbourOfStratum`); one without plans is left out.
 * 2. Where that is not enough, or the sample is too small for two plans of each stratum, strata
 *    join the one next to them in the direction of the largest.
 * 3. Plans are shared out in proportion to strata, at least two each, by largest remainders.
 *
 * @param plans each in force on the day, with a reference of its own
 * @param day YYYY-MM-DD, the day of the draw
 * @param size plans wanted, 2 or more
 * @returns strata with plans only, in the order of `stratumKeys`; none when there is no plan
 * @throws InvalidInput when the size is less than 2
 */
export function planSample(plans: readonly FramePlan[], day: string, size: number): PlannedSample {
  const byStratum = Map.groupBy(plans, (plan) => stratumOf(plan, day));
  const filled = stratumKeys.filter((key) => byStratum.has(key));
  const strata = groupStrata(
    filled.map((key) => ({ key, populationSize: byStratum.get(key)?.length ?? 0 })),
    size,
  ).map((members) => {
    const references = members.flatMap((key) =>
      (byStratum.get(key) ?? []).map(({ planRef }) => planRef),
    );
    return { members, references, populationSize: references.length };
  });
  const possible = Math.min(size, plans.length);
  const { sizes } = allocateSample(possible, strata, {
    method: 'proportional',
    minimum: roundLimits.stratumMin,
  });
  return {
    populationSize: plans.length,
    size: possible,
    strata: strata.map((stratum, index) => ({
      ...stratum,
      key: stratum.members[0] ?? 'primary-mainstream',
      size: sizes[index] ?? 0,
    })),
  };
}

/**
 * Which strata are taken as one so that each holds two: before a draw two plans, after it two
 * completed audits. In each list the receiving stratum comes first.
 *
 * @param filled in the order of `stratumKeys`; `populationSize` is what is counted
 * @param sampleSize left out once the sample is drawn
 */
export function groupStrata(
  filled: readonly { key: StratumKey; populationSize: number }[],
  sampleSize?: number,
): StratumKey[][] {
  if (filled.length === 0) return [];
  const minimum = roundLimits.stratumMin;
  const byPhase = mergeSmallStrata(
    filled.map(({ key, populationSize }) => {
      const neighbour = neighbourOfStratum[key];
      const isThere = filled.some((other) => other.key === neighbour);
      return { id: key, populationSize, neighbour: isThere ? neighbour : null };
    }),
    { minimum },
  );
  const membersOf = new Map(byPhase.map(({ id, members }) => [id, members]));
  const rule = { minimum, ...(sampleSize !== undefined && { sampleSize }) };
  return mergeSmallStrata(towardsTheLargest(byPhase), rule).map(({ members }) =>
    members.flatMap((id) => (membersOf.get(id) ?? []) as StratumKey[]),
  );
}

/** Each stratum with the next one in the direction of the largest as its neighbour, so that every one has a way to join. */
function towardsTheLargest(
  strata: readonly { id: string; populationSize: number }[],
): StratumToMerge[] {
  const largest = Math.max(...strata.map(({ populationSize }) => populationSize));
  const target = strata.findIndex(({ populationSize }) => populationSize === largest);
  return strata.map(({ id, populationSize }, index) => ({
    id,
    populationSize,
    neighbour: index === target ? null : (strata[index + Math.sign(target - index)]?.id ?? null),
  }));
}
