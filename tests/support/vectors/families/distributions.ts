import betainc from '@stdlib/math-base-special-betainc';
import gammainc from '@stdlib/math-base-special-gammainc';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import {
  betaQuantile,
  binomialQuantile,
  chiSquaredUpperTail,
  normalCdf,
  normalQuantile,
  tCdf,
  tQuantile,
} from '@app/shared/domain';

/** R's names of the arguments, as the file has them. */
interface RArguments {
  p: number;
  q: number;
  df: number;
  df1: number;
  df2: number;
  shape1: number;
  shape2: number;
  size: number;
  prob: number;
  mean?: number;
  sd?: number;
  m: number;
  n: number;
  k: number;
  'lower.tail'?: boolean;
}

/** An upper tail is asked of the function that computes it as such: 1 minus a cdf keeps no digits. */
const distributions: Record<string, (args: RArguments, upper: boolean) => number> = {
  pnorm: ({ q, mean = 0, sd = 1 }, upper) => normalCdf(((upper ? -1 : 1) * (q - mean)) / sd),
  qnorm: ({ p, mean = 0, sd = 1 }, upper) => mean + (upper ? -sd : sd) * normalQuantile(p),
  pt: ({ q, df }, upper) => tCdf(upper ? -q : q, df),
  qt: ({ p, df }, upper) => (upper ? -1 : 1) * tQuantile(p, df),
  pchisq: ({ q, df }, upper) => chiSquaredTail(Math.max(q, 0), df, upper),
  qchisq: ({ p, df }, upper) => chiSquaredQuantile(p, df, upper),
  pf: ({ q, df1, df2 }, upper) => fTail(Math.max(q, 0), df1, df2, upper),
  qf: ({ p, df1, df2 }, upper) => fQuantile(p, df1, df2, upper),
  pbeta: ({ q, shape1, shape2 }, upper) =>
    betainc(Math.min(Math.max(q, 0), 1), shape1, shape2, true, upper),
  qbeta: ({ p, shape1, shape2 }, upper) =>
    upper ? 1 - betaQuantile(p, shape2, shape1) : betaQuantile(p, shape1, shape2),
  pbinom: ({ q, size, prob }, upper) =>
    upper ? binomialUpperTail(q, size, prob) : binomialCdf(q, size, prob),
  qbinom: ({ p, size, prob }, upper) =>
    upper ? binomialUpperQuantile(p, size, prob) : p === 0 ? 0 : binomialQuantile(p, size, prob),
  phyper: ({ q, m, n, k }, upper) => hypergeometricTail(q, m, n, k, upper),
};

function binomialUpperTail(q: number, size: number, prob: number): number {
  const more = Math.floor(q) + 1;
  return more > size ? 0 : betainc(prob, more, size - more + 1, true, false);
}

function binomialUpperQuantile(p: number, size: number, prob: number): number {
  if (p === 0) return size;
  // As in R, rounding alone does not make a chance larger than p.
  const limit = p * (1 + 64 * Number.EPSILON);
  let quantile = 0;
  while (binomialUpperTail(quantile, size, prob) > limit) quantile++;
  return quantile;
}

/** From the likeliest count outwards, each by its ratio to the last: @stdlib's sum can be 0. */
function hypergeometricTail(q: number, m: number, n: number, k: number, upper: boolean): number {
  const likeliest = Math.floor(((k + 1) * (m + 1)) / (m + n + 2));
  const ratio = (x: number) => ((m - x + 1) * (k - x + 1)) / (x * (n - k + x));
  const weights = { lower: 0, upper: 0 };
  const add = (x: number, weight: number) => {
    weights[x > q ? 'upper' : 'lower'] += weight;
  };
  add(likeliest, 1);
  for (let x = likeliest + 1, weight = 1; x <= Math.min(k, m); x++) add(x, (weight *= ratio(x)));
  for (let x = likeliest, weight = 1; x > Math.max(0, k - n); x--) add(x - 1, (weight /= ratio(x)));
  return (upper ? weights.upper : weights.lower) / (weights.lower + weights.upper);
}

function chiSquaredTail(q: number, df: number, upper: boolean): number {
  // Here @stdlib 0.3.1 is wrong by up to a quarter.
  if (q > 2000 && df > 100) return largeGammaTail(q / 2, df / 2, upper);
  return upper ? chiSquaredUpperTail(q, df) : gammainc(q / 2, df / 2, true, false);
}

/** The incomplete gamma function of a large shape: the density, times a series or a fraction. */
function largeGammaTail(x: number, shape: number, upper: boolean): number {
  const away = (x - shape) / shape;
  const correction = 1 / (12 * shape) - 1 / (360 * shape ** 3);
  const density =
    Math.exp(shape * (Math.log1p(away) - away) - correction) / Math.sqrt(2 * Math.PI * shape);
  const above = x > shape;
  const tail = density * (above ? upperFraction(x, shape) : lowerSeries(x, shape));
  return above === upper ? tail : 1 - tail;
}

function lowerSeries(x: number, shape: number): number {
  let total = 1;
  let term = 1;
  for (let step = 1; term > total * Number.EPSILON; step++) {
    term *= x / (shape + step);
    total += term;
  }
  return total;
}

/** Legendre's continued fraction, from its far end, where a few widths hold all that counts. */
function upperFraction(x: number, shape: number): number {
  let rest = 0;
  for (let step = Math.ceil(50 + 20 * Math.sqrt(shape)); step > 0; step--) {
    rest = (step * (shape - step)) / (x - shape + 2 * step + 1 + rest);
  }
  return shape / (x - shape + 1 + rest);
}

const chiSquaredQuantile = (p: number, df: number, upper: boolean) =>
  positiveQuantile(p, upper, (value, ofUpper) => chiSquaredTail(value, df, ofUpper));

/** By halving the ratio of an upper and a lower bound until no number is left between them. */
function positiveQuantile(
  chance: number,
  ofUpper: boolean,
  tail: (value: number, upper: boolean) => number,
): number {
  // The smaller of the two tails keeps its digits.
  const [p, upper] = chance > 0.5 ? [1 - chance, !ofUpper] : [chance, ofUpper];
  if (p === 0) return upper ? Infinity : 0;
  let lowest = Number.MIN_VALUE;
  let highest = Number.MAX_VALUE;
  for (;;) {
    const middle = Math.sqrt(lowest) * Math.sqrt(highest);
    if (middle <= lowest || middle >= highest) return middle;
    const found = tail(middle, upper);
    if (upper ? found > p : found < p) lowest = middle;
    else highest = middle;
  }
}

function fTail(q: number, df1: number, df2: number, upper: boolean): number {
  const explained = df1 * q;
  return explained > df2
    ? betainc(df2 / (df2 + explained), df2 / 2, df1 / 2, true, !upper)
    : betainc(explained / (df2 + explained), df1 / 2, df2 / 2, true, upper);
}

function fQuantile(p: number, df1: number, df2: number, upper: boolean): number {
  // R's own shortcut, which leaves out what the many degrees of freedom still add.
  const many = 4e5;
  if (df1 <= df2 && df2 > many) return chiSquaredQuantile(p, df1, upper) / df1;
  if (df1 > many) return df2 / chiSquaredQuantile(p, df2, !upper);
  return positiveQuantile(p, upper, (value, ofUpper) => fTail(value, df1, df2, ofUpper));
}

export function computeDistribution(input: { fn: string; args: RArguments }): number | null {
  const distribution = distributions[input.fn];
  if (!distribution) throw new Error(`The function ${input.fn} is not known.`);
  const value = distribution(input.args, input.args['lower.tail'] === false);
  return Number.isFinite(value) ? value : null;
}
