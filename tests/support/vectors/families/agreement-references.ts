import { normalCdf, sum, type Matrix } from '@app/shared/domain';

/*
 * What the reference packages offer and the product does not use: four further weight sets of
 * irrCAC 1.4 and Cohen's kappa as vcd 1.4-11 and irr 0.84.1 print it.
 */

export type FurtherWeightSet = 'radical' | 'ratio' | 'circular' | 'bipolar';

/** Disagreement of two values on a scale from least to most, before it is scaled to at most 1. */
const disagreements: Record<
  FurtherWeightSet,
  (left: number, right: number, least: number, most: number) => number
> = {
  radical: (left, right) => Math.sqrt(Math.abs(left - right)),
  ratio: (left, right) => ((left - right) / (left + right)) ** 2,
  circular: (left, right, least, most) =>
    Math.sin((Math.PI * (left - right)) / (most - least + 1)) ** 2,
  bipolar: (left, right, least, most) =>
    (left - right) ** 2 / ((left + right - 2 * least) * (2 * most - left - right)),
};

export function isFurtherWeightSet(weights: unknown): weights is FurtherWeightSet {
  return typeof weights === 'string' && weights in disagreements;
}

/** The weights of irrCAC for numeric values, or places from 1 for anything else. */
export function furtherWeights(
  name: FurtherWeightSet,
  categories: readonly (number | string)[],
): Matrix {
  const numeric = categories.every((category) => typeof category === 'number');
  const values = categories.map((category, place) => (numeric ? Number(category) : place + 1));
  const least = Math.min(...values);
  const most = Math.max(...values);
  const disagreement = values.map((left) =>
    values.map((right) => (left === right ? 0 : disagreements[name](left, right, least, most))),
  );
  const largest = Math.max(...disagreement.flat());
  return disagreement.map((row) => row.map((value) => 1 - value / largest));
}

export type KappaWeights = 'identity' | 'linear' | 'quadratic';

/** vcd's value and large-sample error, irr's value, z and p under the hypothesis of kappa = 0. */
export function largeSampleKappa(table: Matrix, weights: KappaWeights) {
  const { value, error } = vcdKappa(table, weights);
  const { irrValue, z } = irrKappa(usedCategoriesOf(table), weights);
  return {
    value: existing(value),
    ase: existing(error),
    irrValue: existing(irrValue),
    zUnderNull: existing(z),
    pTwoSidedUnderNull: existing(2 * (1 - normalCdf(Math.abs(z)))),
  };
}

function vcdKappa(table: Matrix, weights: KappaWeights) {
  const { shares, rows, columns, units, weight } = marginsOf(table, weights);
  const observed = overCells(table, (row, column) => weight(row, column) * shares(row, column));
  const chance = overCells(table, (row, column) => {
    return weight(row, column) * at(rows, row) * at(columns, column);
  });
  const value = (observed - chance) / (1 - chance);
  const ofRow = rows.map((_, row) => overList(columns, (share, l) => weight(row, l) * share));
  const ofColumn = columns.map((_, column) =>
    overList(rows, (share, k) => weight(k, column) * share),
  );
  const squares = overCells(table, (row, column) => {
    const expected = at(ofRow, row) * (1 - value) + at(ofColumn, column) * (1 - value);
    return shares(row, column) * (weight(row, column) - expected) ** 2;
  });
  const spread = squares - (value - chance * (1 - value)) ** 2;
  return { value, error: Math.sqrt(spread / (1 - chance) ** 2 / units) };
}

function irrKappa(table: Matrix, weights: KappaWeights) {
  const { shares, rows, columns, units, weight } = marginsOf(table, weights);
  const expected = (row: number, column: number) => at(rows, row) * at(columns, column);
  const observed = overCells(table, (row, column) => weight(row, column) * shares(row, column));
  const chance = overCells(table, (row, column) => weight(row, column) * expected(row, column));
  const ofRow = rows.map((_, row) => overList(columns, (share, l) => weight(row, l) * share));
  const ofColumn = columns.map((_, column) =>
    overList(rows, (share, k) => weight(k, column) * share),
  );
  const squares = overCells(table, (row, column) => {
    const off = weight(row, column) - (at(ofRow, row) + at(ofColumn, column));
    return expected(row, column) * off ** 2;
  });
  const irrValue = (observed - chance) / (1 - chance);
  const variance = (squares - chance ** 2) / (units * (1 - chance) ** 2);
  return { irrValue, z: irrValue / Math.sqrt(variance) };
}

/** irr knows only the categories that one of the two raters used. */
function usedCategoriesOf(table: Matrix): Matrix {
  const used = table.map((row, category) => sum(row) + sum(table.map((r) => at(r, category))) > 0);
  return table.filter((_, row) => used[row]).map((row) => row.filter((_, column) => used[column]));
}

function marginsOf(table: Matrix, weights: KappaWeights) {
  const units = sum(table.flat());
  const range = table.length - 1;
  const power = { identity: 0, linear: 1, quadratic: 2 }[weights];
  return {
    units,
    shares: (row: number, column: number) => at(table[row], column) / units,
    rows: table.map((row) => sum(row) / units),
    columns: table.map((_, column) => sum(table.map((row) => at(row, column))) / units),
    weight: (row: number, column: number) =>
      row === column ? 1 : 1 - (Math.abs(row - column) / range) ** power,
  };
}

/** Column by column, as R adds up. */
function overCells(table: Matrix, value: (row: number, column: number) => number): number {
  return sum(table.flatMap((_, column) => table.map((__, row) => value(row, column))));
}

function overList(list: readonly number[], value: (item: number, index: number) => number): number {
  return sum(list.map(value));
}

const at = (list: readonly number[] | undefined, index: number) => list?.[index] ?? 0;

const existing = (value: number) => (Number.isFinite(value) ? value : null);
