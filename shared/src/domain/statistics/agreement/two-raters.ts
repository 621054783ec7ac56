import { requireThat, sum } from '../numbers/index.js';
import { estimateOf, samplingOf, type AgreementEstimate, type Sampling } from './estimate.js';
import { quadraticForm, times, transpose, type Matrix } from './matrix.js';
import { requireCountTable } from './rated-units.js';
import { agreementWeights, type AgreementWeights, type Category } from './weights.js';

/** The coefficients of two raters who both rated every unit. */
export interface AgreementOfTwo {
  percentAgreement: AgreementEstimate;
  cohen: AgreementEstimate;
  /** Scott's pi, which is Fleiss' kappa for two raters. */
  scott: AgreementEstimate;
  /** AC1 with identity weights, AC2 with any other. */
  gwet: AgreementEstimate;
  brennanPrediger: AgreementEstimate;
  krippendorff: AgreementEstimate;
}

/** Choices for a table of two raters. */
export interface TwoRaterOptions {
  /** The categories of rows and columns; 1, 2, 3… unless said otherwise. */
  categories?: readonly Category[];
  /** `identity` unless said otherwise. */
  weights?: AgreementWeights;
  /** 0.95 unless said otherwise. */
  confidence?: number;
  /** How many units the rated ones are a random sample of; endless unless said otherwise. */
  populationSize?: number | null;
}

/** The table as shares of all units, with its margins. */
interface SharedTable {
  units: number;
  shares: Matrix;
  weights: Matrix;
  byFirst: readonly number[];
  bySecond: readonly number[];
  both: readonly number[];
  observed: number;
}

/** Chance agreement, its mean over the table and what a cell of the table counts in it. */
interface CellChance {
  expected: number;
  mean: number;
  ofCell: (row: number, column: number) => number;
}

/**
 * All coefficients from a square table: rows are what the first rater chose, columns the second,
 * cells count units. Values are those from the ratings; the errors are the large-sample ones, which
 * divide by n and not by n - 1: Fleiss, Cohen & Everitt 1969 for kappa, Gwet 2014 ch. 5 for the
 * others (the `*.table` functions of irrCAC 1.4), with t at n - 1 degrees of freedom.
 *
 * @throws InvalidInput when the table is not square, counts nothing or an option is out of range
 * @example
 * agreementOfTwo([[20, 5], [10, 15]]).cohen.value // 0.4
 */
export function agreementOfTwo(table: Matrix, options: TwoRaterOptions = {}): AgreementOfTwo {
  const shared = sharedTable(table, options);
  const sampling = samplingOf(
    shared.units,
    options.confidence ?? 0.95,
    options.populationSize ?? null,
  );
  const estimate = (chance: CellChance) => {
    const value = corrected(shared.observed, chance.expected);
    const variance = largeSampleVariance(shared, chance, value, sampling);
    return tableEstimate(shared, chance.expected, shared.observed, variance, sampling);
  };
  return {
    percentAgreement: estimate(constantChance(0)),
    cohen: estimate(cohenChance(shared)),
    scott: estimate(scottChance(shared)),
    gwet: estimate(gwetCellChance(shared)),
    brennanPrediger: estimate(constantChance(sum(shared.weights.flat()) / table.length ** 2)),
    krippendorff: alphaOfTwo(shared, sampling),
  };
}

/** Scott's pi with a small-sample correction of the value, which leaves the variance alone. */
function alphaOfTwo(shared: SharedTable, sampling: Sampling): AgreementEstimate {
  const chance = scottChance(shared);
  const value = corrected(shared.observed, chance.expected);
  const variance = largeSampleVariance(shared, chance, value, sampling);
  const correction = 1 / (2 * shared.units);
  const observed = (1 - correction) * shared.observed + correction;
  return tableEstimate(shared, chance.expected, observed, variance, sampling);
}

function tableEstimate(
  { units }: SharedTable,
  chance: number,
  observed: number,
  variance: number,
  { confidence }: Sampling,
): AgreementEstimate {
  const value = corrected(observed, chance);
  return estimateOf({ observed, chance, value, variance }, units - 1, confidence);
}

const corrected = (observed: number, chance: number) => (observed - chance) / (1 - chance);

function largeSampleVariance(
  { units, shares, weights, observed }: SharedTable,
  { expected, mean, ofCell }: CellChance,
  value: number,
  { fraction }: Sampling,
): number {
  let squares = 0;
  shares.forEach((row, from) => {
    row.forEach((share, to) => {
      const weight = weights[from]?.[to] ?? 0;
      squares += share * (weight - (1 - value) * ofCell(from, to)) ** 2;
    });
  });
  const spread = squares - (observed - 2 * (1 - value) * mean) ** 2;
  // What is 0 but for rounding may come out below 0.
  return Math.max(0, ((1 - fraction) / (units * (1 - expected) ** 2)) * spread);
}

/** Chance that does not depend on the table has no part in the variance. */
const constantChance = (expected: number): CellChance => ({ expected, mean: 0, ofCell: () => 0 });

function cohenChance({ weights, byFirst, bySecond }: SharedTable): CellChance {
  const expected = quadraticForm(byFirst, weights, bySecond);
  const ofRow = times(weights, bySecond);
  const ofColumn = times(transpose(weights), byFirst);
  const ofCell = (row: number, column: number) => (ofRow[row] ?? 0) + (ofColumn[column] ?? 0);
  return { expected, mean: expected, ofCell };
}

function scottChance({ weights, byFirst, bySecond, both }: SharedTable): CellChance {
  const expected = quadraticForm(both, weights, both);
  const ofColumn = times(transpose(weights), byFirst);
  const each = times(weights, bySecond).map((ofRow, category) => {
    return (ofRow + (ofColumn[category] ?? 0)) / 2;
  });
  const ofCell = (row: number, column: number) => (each[row] ?? 0) + (each[column] ?? 0);
  return { expected, mean: expected, ofCell };
}

function gwetCellChance({ weights, both }: SharedTable): CellChance {
  const total = sum(weights.flat());
  const pairs = weights.length * (weights.length - 1);
  const expected = (total * sum(both.map((share) => share * (1 - share)))) / pairs;
  const ofCell = (row: number, column: number) =>
    (2 * total * (1 - ((both[row] ?? 0) + (both[column] ?? 0)) / 2)) / pairs;
  return { expected, mean: expected, ofCell };
}

function sharedTable(table: Matrix, options: TwoRaterOptions): SharedTable {
  const categories = options.categories ?? table.map((_, place) => place + 1);
  const weights = agreementWeights(options.weights ?? 'identity', categories);
  requireThat(table.length === categories.length, 'table', 'must have a row for each category');
  requireCountTable('table', table, categories.length);
  const units = sum(table.flat());
  requireThat(units > 0, 'table', 'must count at least one unit');
  const shares = table.map((row) => row.map((count) => count / units));
  const byFirst = table.map((row) => sum(row) / units);
  const bySecond = transpose(table).map((column) => sum(column) / units);
  return {
    units,
    shares,
    weights,
    byFirst,
    bySecond,
    both: byFirst.map((share, category) => (share + (bySecond[category] ?? 0)) / 2),
    // Column by column, the order in which R adds up, so that perfect agreement is 1 in both.
    observed: sum(
      transpose(table).flatMap((column, to) =>
        column.map((count, from) => ((weights[from]?.[to] ?? 0) * count) / units),
      ),
    ),
  };
}
