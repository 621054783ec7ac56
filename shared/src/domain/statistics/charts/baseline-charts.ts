import { median } from '../numbers/index.js';
import { baselineChart, everyPeriod } from './baseline-chart.js';
import type { BaselineChart, BaselineOptions, PartRule } from './baseline-chart.js';
import { meanOrNull, observed, requireSeries, type Series } from './series.js';
import { binomialLines, requireShares, shareOf, standardScore } from './shares.js';
import { averageMovingRange } from './spread.js';

/** The average range of two normal values in standard deviations, as qicharts2 rounds it. */
const averageRangeOfTwo = 1.128;

/** Options of the charts whose limits come from moving ranges. */
export interface ScreenedOptions extends BaselineOptions {
  /** drops outlying moving ranges once (default), as qicharts2 does when it is attached */
  screensMovingRanges?: boolean;
}

/**
 * p-chart: the share of each period with limits that widen where there are fewer cases. Limits
 * are centre -/+ 3 sqrt(c (1 - c) / n), cut at 0 and 1. They are binomial: they take no account of
 * a finite population, and on very large denominators they signal too often (see `pPrimeChart`).
 *
 * @param numerators counts from 0 up to the denominators; `null` for a missing period
 * @param denominators cases in each period; a period with 0 has no value, which is not 0%
 * @throws InvalidInput when the lists differ in length, a count is negative, not finite or larger
 *   than its denominator, or an index of the options is not one of the data
 * @see qicharts2 0.8.1; Montgomery, Introduction to Statistical Quality Control, chapter 7
 * @example pChart([7, 9, 0], [12, 15, 0]).points[0].centre // 0.5925925925925926
 */
export function pChart(
  numerators: Series,
  denominators: Series,
  options: BaselineOptions = {},
): BaselineChart {
  const counts = requireShares(numerators, denominators);
  const lines: PartRule = (range, baseline) => {
    const { centre, sigmas, periods } = binomialLines(counts, range, baseline);
    const width = centre === null ? null : centre * (1 - centre);
    return { centre, sigmas, spread: { width, evidence: periods } };
  };
  return baselineChart({ values: counts.map(shareOf), lines, isShare: true }, options);
}

/**
 * Laney's p-prime chart: a p-chart whose limits are stretched or narrowed by how much the shares
 * really vary from period to period. For large denominators, where a p-chart signals too often.
 *
 * @param numerators as for `pChart`
 * @param denominators as for `pChart`
 * @throws InvalidInput as `pChart`
 * @see qicharts2 0.8.1; Laney 2002, Qual Eng 14:531
 * @example pPrimeChart([7, 9, 8], [12, 15, 12]).parts[0].status // 'computed'
 */
export function pPrimeChart(
  numerators: Series,
  denominators: Series,
  options: ScreenedOptions = {},
): BaselineChart {
  const counts = requireShares(numerators, denominators);
  const values = counts.map(shareOf);
  const lines: PartRule = (range, baseline) => {
    const { centre, sigmas, periods } = binomialLines(counts, range, baseline);
    const scores = baseline.map((index) =>
      standardScore(values[range.from + index] ?? null, centre, sigmas[index] ?? null),
    );
    const spread = averageMovingRange(scores, options.screensMovingRanges ?? true);
    // No score exists at a centre of 0 or 1: the evidence is there, the variation is not.
    const evidence = centre === 0 || centre === 1 ? periods : spread.evidence;
    const factor = spread.width === null ? null : spread.width / averageRangeOfTwo;
    return {
      centre,
      sigmas: sigmas.map((sigma) => (sigma === null || factor === null ? null : sigma * factor)),
      spread: { width: spread.width, evidence },
    };
  };
  return baselineChart({ values, lines, isShare: true }, options);
}

/**
 * Individuals chart: mean -/+ 3 average moving ranges / 1.128. That is 2.6596 ranges and not the
 * 2.66 of `xmrChart`: the two packages differ in the fourth digit.
 *
 * @param values in the order of time, in any unit; `null` for a period without a value
 * @throws InvalidInput when a value is not finite or an index of the options is not in the data
 * @see qicharts2 0.8.1; Montgomery, chapter 6
 * @example individualsChart([4, 6, 4]).points[0].limits
 * // { lower: -0.6524822695035466, upper: 9.98581560283688 }
 */
export function individualsChart(values: Series, options: ScreenedOptions = {}): BaselineChart {
  requireSeries('values', values);
  const lines: PartRule = (range, baseline) => {
    const base = baseline.map((index) => values[range.from + index] ?? null);
    const spread = averageMovingRange(base, options.screensMovingRanges ?? true);
    const sigma = spread.width === null ? null : spread.width / averageRangeOfTwo;
    return { centre: meanOrNull(observed(base)), sigmas: everyPeriod(range, sigma), spread };
  };
  return baselineChart({ values, lines, isShare: false }, options);
}

/**
 * Run chart: the values around their median, without limits, judged by the Anhøj rules alone.
 *
 * @param values in the order of time, in any unit; `null` for a period without a value
 * @throws InvalidInput when a value is not finite or an index of the options is not in the data
 * @see qicharts2 0.8.1; Anhøj & Olesen 2014, doi 10.1371/journal.pone.0113825
 * @example runChart([5, 7, 4, 6]).parts[0].centre // 5.5
 */
export function runChart(values: Series, options: BaselineOptions = {}): BaselineChart {
  requireSeries('values', values);
  const lines: PartRule = (range, baseline) => {
    const base = observed(baseline.map((index) => values[range.from + index] ?? null));
    const centre = base.length === 0 ? null : median(base);
    return { centre, sigmas: everyPeriod(range, null), spread: null };
  };
  return baselineChart({ values, lines, isShare: false }, options);
}
