import { requireCount, requireThat } from '../numbers/index.js';

import { apportion } from './apportionment.js';

/** What the allocation knows of a stratum. */
export interface StratumSize {
  /** N: plans in the stratum. */
  populationSize: number;
  /**
   * S, for Neyman alone: how much plans of the stratum differ; for a share p, sqrt(p(1 - p)), from
   * 0 to 0.5, from earlier audits.
   */
  standardDeviation?: number;
}

/** How the sample is shared out. */
export interface AllocationRule {
  /**
   * `proportional`: by plans, n N / sum N, so that every plan counts the same. `neyman`: by plans
   * times spread, n N S / sum N S, the smallest error for one figure if the spreads are right.
   */
  method: 'proportional' | 'neyman';
  /** Plans every stratum gets at least, or all it has; 2 when left out, as an error needs two. */
  minimum?: number;
}

/** Why a stratum does not get its share: it had to be given more, or has no more to give. */
export type AllocationBound = 'minimum' | 'all';

/** Plans to draw from each stratum, in the order of the strata. */
export interface Allocation {
  /** Whole plans. They add up to the sample, or to all plans where there are fewer. */
  sizes: number[];
  /** The same before rounding to whole plans. */
  shares: number[];
  /** Where a bound, not the share, gives the size; otherwise null. */
  bounds: (AllocationBound | null)[];
  /** Whether equal remainders met at the last plan, which went to the stratum listed first. */
  tieAtCut: boolean;
}

/**
 * Shares out a sample among strata, in whole plans by largest remainders (`apportion`).
 *
 * A stratum whose share is below the minimum gets the minimum, and the others share out the rest.
 * Then a stratum asked for more than it has gives all, and the rest is shared out anew among the
 * others by the same rule, minimum included, until nothing changes. A sample of at least all plans
 * takes all. Where no stratum left over has any spread, Neyman goes by plans.
 *
 * @param size plans in the whole sample, 0 or more
 * @param strata populations are counts; an empty stratum gets nothing
 * @throws InvalidInput when a number is not a count, a standard deviation is missing or negative,
 *   or the sample is too small for the minimum (`leastSampleSize`)
 * @see Neyman 1934; Cochran 1977, Sampling Techniques, 5.5 and 5.8; PracTools 1.7.5 strAlloc
 * @example
 * allocateSample(24, [{ populationSize: 300 }, { populationSize: 190 }, { populationSize: 10 }], {
 *   method: 'proportional',
 * }).sizes // [13, 9, 2]
 */
export function allocateSample(
  size: number,
  strata: readonly StratumSize[],
  { method, minimum = 2 }: AllocationRule,
): Allocation {
  requireCount('size', size);
  requireCount('minimum', minimum);
  const least = leastSampleSize(strata, minimum);
  const enough = `must be at least ${least} to give every stratum its minimum`;
  requireThat(size >= least, 'size', enough);
  allocationWeights(strata, method); // refuses a bad spread under its index in the whole list

  // Strata are told apart as objects below, and a caller may pass one object twice.
  const own = strata.map((stratum) => ({ ...stratum }));
  const weigh = (chosen: readonly StratumSize[]) => allocationWeights(chosen, method);
  const bounds = boundsOf(size, own, minimum, weigh);
  const held = own.map((stratum, index) => heldSize(stratum, bounds[index] ?? null, minimum));
  const free = own.filter((_, index) => held[index] === null);
  const rest = size - held.reduce<number>((sum, plans) => sum + (plans ?? 0), 0);
  const shared = apportion(free.length > 0 ? rest : 0, weigh(free));
  return {
    sizes: fillIn(held, shared.sizes),
    shares: fillIn(held, shared.shares),
    bounds,
    tieAtCut: shared.tieAtCut,
  };
}

/**
 * The weights by which a method shares out a sample: plans, or plans times spread. Where nothing
 * has any spread, Neyman has nothing to go by and plans decide.
 *
 * @throws InvalidInput when Neyman lacks a standard deviation, or one is negative or not finite
 * @example allocationWeights([{ populationSize: 90, standardDeviation: 0.5 }], 'neyman') // [45]
 */
export function allocationWeights(
  strata: readonly StratumSize[],
  method: AllocationRule['method'],
): number[] {
  const populations = strata.map(({ populationSize }) => populationSize);
  if (method === 'proportional') return populations;
  const spreads = strata.map(({ populationSize, standardDeviation = Number.NaN }, index) => {
    const holds = Number.isFinite(standardDeviation) && standardDeviation >= 0;
    const rule = 'must be a finite number, 0 or more';
    requireThat(holds, 'strata', rule, [index, 'standardDeviation']);
    return populationSize * standardDeviation;
  });
  return spreads.some((spread) => spread > 0) ? spreads : populations;
}

/**
 * The smallest sample that gives every stratum its minimum, or all its plans where it has fewer.
 *
 * @throws InvalidInput when a population or the minimum is not a count
 * @example leastSampleSize([{ populationSize: 300 }, { populationSize: 1 }], 2) // 3
 */
export function leastSampleSize(strata: readonly StratumSize[], minimum = 2): number {
  requireCount('minimum', minimum);
  requirePopulations(strata);
  return strata.reduce((sum, { populationSize }) => sum + Math.min(minimum, populationSize), 0);
}

type Weigh = (strata: readonly StratumSize[]) => number[];

/**
 * A stratum that is asked for more than it has stays asked for more when others give all they have
 * and the rest grows. So each round settles some strata for good, and the order of the strata
 * cannot matter.
 */
function boundsOf(
  size: number,
  strata: readonly StratumSize[],
  minimum: number,
  weigh: Weigh,
): (AllocationBound | null)[] {
  const full = new Set<StratumSize>();
  for (;;) {
    const open = strata.filter((stratum) => !full.has(stratum));
    const rest = size - populationOf([...full]);
    if (rest >= populationOf(open)) return strata.map(() => 'all');
    const { raised, shares } = raise(rest, open, minimum, weigh);
    const asked = open.filter((stratum) => (shares.get(stratum) ?? 0) > stratum.populationSize);
    if (asked.length === 0) {
      return strata.map((stratum) => {
        if (full.has(stratum)) return 'all';
        if (!raised.has(stratum)) return null;
        return stratum.populationSize > minimum ? 'minimum' : 'all';
      });
    }
    for (const stratum of asked) full.add(stratum);
  }
}

/** Raises strata to the minimum until the shares of the others reach it by themselves. */
function raise(size: number, strata: readonly StratumSize[], minimum: number, weigh: Weigh) {
  const raised = new Set<StratumSize>();
  for (;;) {
    const open = strata.filter((stratum) => !raised.has(stratum));
    const rest = size - leastSampleSize([...raised], minimum);
    const shares = apportion(open.length > 0 ? rest : 0, weigh(open)).shares;
    const low = open.filter(
      ({ populationSize }, index) => (shares[index] ?? 0) < Math.min(minimum, populationSize),
    );
    if (low.length === 0) {
      return { raised, shares: new Map(open.map((stratum, at) => [stratum, shares[at] ?? 0])) };
    }
    for (const stratum of low) raised.add(stratum);
  }
}

function heldSize(
  stratum: StratumSize,
  bound: AllocationBound | null,
  minimum: number,
): number | null {
  if (bound === null) return null;
  return bound === 'all' ? stratum.populationSize : Math.min(minimum, stratum.populationSize);
}

/** The sizes held by a bound, and between them the others in their order. */
function fillIn(held: readonly (number | null)[], others: readonly number[]): number[] {
  const next = others.values();
  return held.map((plans) => plans ?? next.next().value ?? 0);
}

const populationOf = (strata: readonly StratumSize[]) =>
  strata.reduce((sum, { populationSize }) => sum + populationSize, 0);

function requirePopulations(strata: readonly StratumSize[]): void {
  strata.forEach(({ populationSize }, index) => {
    requireCount('strata', populationSize, 0, [index, 'populationSize']);
  });
}
