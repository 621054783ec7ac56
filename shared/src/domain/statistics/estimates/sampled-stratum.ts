import { requireFinite, requireThat } from '../numbers/index.js';

/**
 * What was found in one stratum: a part of the population from which a simple random sample was
 * drawn without replacement. With one stratum this is a simple random sample of everything.
 */
export interface SampledStratum {
  id: string;
  /** How many units the stratum holds, sampled or not. */
  populationSize: number;
  /**
   * One entry for each sampled unit. `null` means that the unit was sampled and the question does
   * not apply to it; the unit still counts as sampled.
   */
  values: readonly (number | null)[];
}

/** How the sample is turned into a standard error. */
export interface DesignOptions {
  /**
   * `true` (the default) for a statement about exactly these units, where what has been reviewed
   * is no longer uncertain; `false` for a statement about the process that produces such units.
   */
  finitePopulationCorrection?: boolean;
  /**
   * What to do with a stratum of which one unit was sampled, which shows no spread: `refuse` it
   * (the default), or `adjust`: measure the unit's distance from the overall mean.
   */
  singleUnitStrata?: 'refuse' | 'adjust';
}

/**
 * @throws InvalidInput when there is no stratum, two have one id, one has no sampled unit, a value
 * is not finite, a population size is not above 0, or, with the finite population correction, more
 * units were sampled than there are
 * @example requireStrata([{ id: 'a', populationSize: 3, values: [1, 0, 1, 1] }], {});
 * // strata[a][populationSize] must be at least the number of sampled units
 */
export function requireStrata(strata: readonly SampledStratum[], options: DesignOptions): void {
  requireThat(strata.length > 0, 'strata', 'must hold at least one stratum');
  requireDistinctIds(strata);
  for (const { id, populationSize, values } of strata) {
    const size = [id, 'populationSize'];
    requireThat(values.length > 0, 'strata', 'must hold at least one value', [id, 'values']);
    requireFinite(`strata[${id}][values]`, givenValues(values));
    requireThat(Number.isFinite(populationSize), 'strata', 'must be a finite number', size);
    requireThat(populationSize > 0, 'strata', 'must be more than 0', size);
    const fits = options.finitePopulationCorrection === false || populationSize >= values.length;
    requireThat(fits, 'strata', 'must be at least the number of sampled units', size);
  }
}

/**
 * @throws InvalidInput at the first stratum whose id an earlier one has
 * @example requireDistinctIds([{ id: 'a' }, { id: 'a' }]); // strata[1] must have an id of its own
 */
export function requireDistinctIds(strata: readonly { id: string }[]): void {
  const ids = strata.map(({ id }) => id);
  ids.forEach((id, index) => {
    requireThat(ids.indexOf(id) === index, 'strata', 'must have an id of its own', [index]);
  });
}

/**
 * The values of the units to which the question applies.
 *
 * @example givenValues([1, null, 0]) // [1, 0]
 */
export function givenValues(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}
