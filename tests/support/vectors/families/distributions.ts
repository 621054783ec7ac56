import betainc from '@stdlib/math-base-special-betainc';
import gammainc from '@stdlib/math-base-special-gammainc';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import chiSquaredQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import fQuantile from '@stdlib/stats-base-dists-f-quantile';
import hypergeometricCdf from '@stdlib/stats-base-dists-hypergeometric-cdf';
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
  pchisq: ({ q, df }, upper) =>
    upper ? chiSquaredUpperTail(q, df) : gammainc(Math.max(q, 0) / 2, df / 2, true, false),
  qchisq: ({ p, df }, upper) => chiSquaredQuantile(upper ? 1 - p : p, df),
  pf: ({ q, df1, df2 }, upper) =>
    upper
      ? betainc(df2 / (df2 + df1 * q), df2 / 2, df1 / 2, true, false)
      : betainc((df1 * q) / (df2 + df1 * q), df1 / 2, df2 / 2, true, false),
  qf: ({ p, df1, df2 }, upper) => fQuantile(upper ? 1 - p : p, df1, df2),
  pbeta: ({ q, shape1, shape2 }, upper) => betainc(q, shape1, shape2, true, upper),
  qbeta: ({ p, shape1, shape2 }, upper) => betaQuantile(upper ? 1 - p : p, shape1, shape2),
  pbinom: ({ q, size, prob }, upper) =>
    upper ? binomialUpperTail(q, size, prob) : binomialCdf(q, size, prob),
  qbinom: ({ p, size, prob }, upper) => binomialQuantile(upper ? 1 - p : p, size, prob),
  phyper: ({ q, m, n, k }, upper) =>
    upper
      ? hypergeometricCdf(k - Math.floor(q) - 1, m + n, n, k)
      : hypergeometricCdf(q, m + n, m, k),
};

function binomialUpperTail(q: number, size: number, prob: number): number {
  const more = Math.floor(q) + 1;
  return more > size ? 0 : betainc(prob, more, size - more + 1, true, false);
}

export function computeDistribution(input: { fn: string; args: RArguments }): number {
  const distribution = distributions[input.fn];
  if (!distribution) throw new Error(`The function ${input.fn} is not known.`);
  return distribution(input.args, input.args['lower.tail'] === false);
}
