import { requireThat, sum, variance } from '../numbers/index.js';
import { givenValues, type DesignOptions, type SampledStratum } from './sampled-stratum.js';

/** A stratum with what each of its sampled units adds to a total. */
export interface Contributions extends SampledStratum {
  values: readonly number[];
}

/**
 * Turns the strata's values into what each unit adds to a total; a unit to which the question does
 * not apply adds 0 and stays in the sample, because how many such units there are is itself left
 * to the draw.
 *
 * @param contribution what a unit with this value adds; `weight` is how many units of its stratum
 * it stands for
 * @returns the strata in their order, with the same ids and sizes
 * @example contributions([{ id: 'a', populationSize: 8, values: [3, null] }], (y, w) => y * w)
 * // [{ id: 'a', populationSize: 8, values: [12, 0] }]
 */
export function contributions(
  strata: readonly SampledStratum[],
  contribution: (value: number, weight: number) => number,
): Contributions[] {
  return strata.map((stratum) => ({
    ...stratum,
    values: stratum.values.map((value) =>
      value === null ? 0 : contribution(value, weightOf(stratum)),
    ),
  }));
}

/**
 * How many units of its stratum a sampled unit stands for.
 *
 * @example weightOf({ id: 'a', populationSize: 8, values: [3, null] }) // 4
 */
export function weightOf({ populationSize, values }: SampledStratum): number {
  return populationSize / values.length;
}

/**
 * The variance of the sum of all contributions under stratified simple random sampling without
 * replacement: sum over the strata of (1 - n/N) n s², s² with n - 1 over all n sampled units
 * (Cochran, Sampling Techniques, ch. 5; R survey 4.1-1 `svyrecvar`). A stratum that was reviewed
 * in full adds nothing.
 *
 * @param strata every sampled unit of every stratum, at least one each
 * @throws InvalidInput when a stratum has one sampled unit of several, unless `singleUnitStrata`
 * is `adjust`: then it adds (1 - n/N) z², z being its contribution
 * @example varianceOfTotal([{ id: 'a', populationSize: 4, values: [1, 3] }]) // (1 - 2/4) × 2 × 2 = 2
 */
export function varianceOfTotal(
  strata: readonly Contributions[],
  options: DesignOptions = {},
): number {
  return sum(strata.map((stratum) => varianceWithin(stratum, options)));
}

function varianceWithin(stratum: Contributions, options: DesignOptions): number {
  const { values } = stratum;
  const [first = 0] = values;
  const left = shareLeftToChance(stratum, options);
  if (left === 0) return 0;
  if (values.length === 1) {
    const rule = 'must have two sampled units or be merged with another stratum';
    requireThat(options.singleUnitStrata === 'adjust', 'strata', rule, [stratum.id]);
    return left * first ** 2;
  }
  // Equal contributions have no variance, also where rounding leaves their mean beside them.
  if (values.every((value) => value === first)) return 0;
  return left * values.length * variance(values);
}

function shareLeftToChance(stratum: SampledStratum, options: DesignOptions): number {
  if (options.finitePopulationCorrection === false) return 1;
  return (stratum.populationSize - stratum.values.length) / stratum.populationSize;
}

/**
 * Whether nothing is left to chance: every unit of the stratum was reviewed and the statement is
 * about these units.
 *
 * @example isCensus({ id: 'a', populationSize: 2, values: [1, 0] }, {}) // true
 */
export function isCensus(stratum: SampledStratum, options: DesignOptions): boolean {
  return shareLeftToChance(stratum, options) === 0;
}

/**
 * The strata in which the question applies to at least one sampled unit.
 *
 * @example inDomain([{ id: 'a', populationSize: 2, values: [null] }]) // []
 */
export function inDomain(strata: readonly SampledStratum[]): SampledStratum[] {
  return strata.filter(({ values }) => givenValues(values).length > 0);
}
