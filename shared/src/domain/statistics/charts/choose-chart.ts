import { median } from '../numbers/index.js';
import { firmLimitsFrom } from './xmr.js';
import { observed, requireSeries, type Series } from './series.js';
import { binomialLines, requireShares, shareOf } from './shares.js';

/** From here on the rules for runs, and limits, say something. */
const rulesFrom = 10;
/** So many plans on the rarer side of each period make percentages behave like measurements. */
const enoughOnTheRarerSide = 5;

/** What is to be drawn: plans meeting a standard among plans looked at, or plain numbers. */
export type WhatIsCharted =
  | { kind: 'percentage'; numerators: Series; denominators: Series }
  | { kind: 'number'; values: Series };

/**
 * `xmr` XmR chart; `p` p-chart with the interval of each point; `run` run chart; `intervals` each
 * point with its interval and no line to judge it by.
 */
export interface ChartChoice {
  kind: 'xmr' | 'p' | 'run' | 'intervals';
  /** the limits rest on fewer than 13 values */
  isTrial: boolean;
  /** why, to be printed beside the chart */
  sentence: string;
}

/**
 * Which chart a measure can bear. Percentages of few plans near 0% or 100% make an XmR chart
 * cry wolf (54% of charts of 24 quarters of pure noise, with 12 plans a quarter and 95% true), so
 * it is drawn only where the typical period has 5 or more plans on the rarer side.
 *
 * @throws InvalidInput when the counts or values are none, as `pChart` and `xmrChart` say
 * @example chooseChart({ kind: 'number', values: [3, 5, 4] }).kind // 'run'
 */
export function chooseChart(measure: WhatIsCharted): ChartChoice {
  return measure.kind === 'number'
    ? chooseForNumbers(measure.values)
    : choosePercentageChart(measure.numerators, measure.denominators);
}

function chooseForNumbers(values: Series): ChartChoice {
  requireSeries('values', values);
  const count = observed(values).length;
  if (count >= rulesFrom) return xmr(count, 'the values are measurements');
  return { kind: 'run', isTrial: false, sentence: `A run chart without limits: ${few(count)}.` };
}

function choosePercentageChart(numerators: Series, denominators: Series): ChartChoice {
  const shares = requireShares(numerators, denominators);
  const counted = shares
    .filter((share) => share !== null)
    .filter((share) => shareOf(share) !== null);
  if (counted.length < rulesFrom) return intervals(few(counted.length));
  const everyPeriod = { from: 0, to: shares.length - 1 };
  const { centre } = binomialLines(shares, everyPeriod, [...shares.keys()]);
  if (centre === null || centre === 0 || centre === 1) {
    const level = centre === 0 ? 'no plan' : 'every plan';
    return intervals(`${level} met the standard throughout, so there is no variation to judge`);
  }
  const typical = median(counted.map(({ denominator }) => denominator));
  const rarer = typical * Math.min(centre, 1 - centre);
  if (rarer >= enoughOnTheRarerSide) {
    return xmr(counted.length, `a typical period has ${plans(rarer)} on the rarer side`);
  }
  return {
    kind: 'p',
    isTrial: counted.length < firmLimitsFrom,
    sentence:
      `A p-chart with the interval of each point: a typical period has only ${plans(rarer)} on ` +
      `the rarer side, too few for an XmR chart${trialNote(counted.length)}.`,
  };
}

function xmr(count: number, reason: string): ChartChoice {
  return {
    kind: 'xmr',
    isTrial: count < firmLimitsFrom,
    sentence: `An XmR chart: ${reason}${trialNote(count)}.`,
  };
}

function intervals(reason: string): ChartChoice {
  return {
    kind: 'intervals',
    isTrial: false,
    sentence: `Each point with its interval and no limits: ${reason}.`,
  };
}

function trialNote(count: number): string {
  if (count >= firmLimitsFrom) return '';
  return `; its limits are trial limits, from ${count} of the ${firmLimitsFrom} values they need`;
}

function few(count: number): string {
  const periods = count === 1 ? '1 period has' : `${count} periods have`;
  return `${periods} a value, and limits or rules say little below ${rulesFrom}`;
}

function plans(count: number): string {
  const rounded = Math.round(count * 10) / 10;
  return rounded === 1 ? 'about 1 plan' : `about ${rounded} plans`;
}
