import { requireCount, requireThat } from '../numbers/index.js';

/** A stratum before the draw. */
export interface StratumToMerge {
  id: string;
  populationSize: number;
  /** The stratum it joins when it is too small, chosen beforehand as the most alike; or none. */
  neighbour: string | null;
}

/** Strata that are drawn as one. */
export interface MergedStratum {
  /** The id of the stratum that the others joined. */
  id: string;
  /** Its own id first, then the others as they came. */
  members: string[];
  populationSize: number;
  /** Whether it is still too small, because no neighbour was left to join. */
  tooSmall: boolean;
}

/** When strata are too small to be drawn by themselves. */
export interface MergingRule {
  /** Fewest plans of a stratum, 1 or more; 2 when left out, as an error needs two. */
  minimum?: number;
  /** Plans in the whole sample: strata merge on until it holds the minimum of each. */
  sampleSize?: number;
}

/**
 * Merges strata that are too small, before the draw and by a rule fixed before it:
 *
 * 1. The smallest stratum with fewer plans than the minimum joins its neighbour; of equal ones the
 *    first listed goes first. An empty one joins too, so that late arrivals know their place.
 * 2. If the neighbour has itself been joined to another, the stratum joins where that one is.
 * 3. Strata that became one go on under the neighbour that the receiving one names, or else that
 *    the others name in turn, as long as it is not one of their own.
 * 4. If a sample size is given and does not hold the minimum of every stratum, the smallest that
 *    has a neighbour joins it, until it does.
 *
 * @returns in the order in which the receiving strata were listed
 * @throws InvalidInput when an id comes twice, a neighbour is unknown or the stratum itself, or a
 *   number is not a count
 * @example
 * mergeSmallStrata([
 *   { id: 'primary', populationSize: 40, neighbour: null },
 *   { id: 'early years', populationSize: 1, neighbour: 'primary' },
 * ]) // one stratum 'primary' of 41 plans with members 'primary' and 'early years'
 */
export function mergeSmallStrata(
  strata: readonly StratumToMerge[],
  { minimum = 2, sampleSize = Number.MAX_SAFE_INTEGER }: MergingRule = {},
): MergedStratum[] {
  requireCount('minimum', minimum, 1);
  requireCount('sampleSize', sampleSize);
  requireStrata(strata);

  let groups: StratumToMerge[][] = strata.map((stratum) => [stratum]);
  for (;;) {
    const candidates = tooFewIn(sampleSize, groups, minimum)
      ? groups
      : groups.filter((group) => plansIn(group) < minimum);
    const join = smallestFirst(candidates)
      .map((from) => ({ from, into: neighbourOf(from, groups) }))
      .find(({ into }) => into !== undefined);
    if (!join?.into) break;
    const { from, into } = join;
    groups = groups
      .filter((group) => group !== from)
      .map((group) => (group === into ? [...into, ...from] : group));
  }
  return groups.map((group) => ({
    id: group[0]?.id ?? '',
    members: group.map(({ id }) => id),
    populationSize: plansIn(group),
    tooSmall: plansIn(group) < minimum,
  }));
}

/** Whether the sample is too small for the minimum of each, counting what small ones can give. */
function tooFewIn(
  sampleSize: number,
  groups: readonly (readonly StratumToMerge[])[],
  minimum: number,
): boolean {
  const needed = groups.reduce((sum, group) => sum + Math.min(minimum, plansIn(group)), 0);
  return needed > sampleSize;
}

function neighbourOf<Group extends readonly StratumToMerge[]>(
  from: Group,
  groups: readonly Group[],
): Group | undefined {
  for (const { neighbour } of from) {
    const into = groups.find((group) => group.some(({ id }) => id === neighbour));
    if (into && into !== from) return into;
  }
  return undefined;
}

const smallestFirst = <Group extends readonly StratumToMerge[]>(groups: readonly Group[]) =>
  groups.toSorted((a, b) => plansIn(a) - plansIn(b));

const plansIn = (group: readonly StratumToMerge[]) =>
  group.reduce((sum, { populationSize }) => sum + populationSize, 0);

function requireStrata(strata: readonly StratumToMerge[]): void {
  const ids = strata.map(({ id }) => id);
  strata.forEach(({ id, populationSize, neighbour }, index) => {
    requireThat(ids.indexOf(id) === index, 'strata', 'must have an id of its own', [index, 'id']);
    requireCount('strata', populationSize, 0, [index, 'populationSize']);
    const isOther = neighbour === null || (neighbour !== id && ids.includes(neighbour));
    const rule = 'must be the id of another stratum, or null';
    requireThat(isOther, 'strata', rule, [index, 'neighbour']);
  });
}
