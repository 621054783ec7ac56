import {
  cochranArmitage,
  type CountedShare,
  differenceOfEstimates,
  heterogeneity,
  hypergeometricChance,
  type IndependentEstimate,
  type Interval,
  logisticTrend,
  newcombeInterval,
  normalQuantile,
  chiSquaredUpperTail,
  requireThat,
} from '@app/shared/domain';

/** The confidence of the file's intervals where a case does not name one. */
const usualConfidence = 0.95;

interface Counts {
  successes: number[];
  n: number[];
}

export function computeTrend({ scores, ...counts }: Counts & { scores?: number[] | null }) {
  const shares = sharesOf(counts);
  const spacing = scores ?? shares.map((_, index) => index + 1);
  const line = cochranArmitage(shares, spacing);
  const logistic = logisticTrend(shares, spacing);
  const total = sum(counts.n);
  return {
    cochranArmitage: {
      chiSquared: line?.chiSquared ?? null,
      z: line?.z ?? null,
      pTwoSided: line?.p ?? null,
      // coin's permutation variance divides by n - 1.
      chiSquaredNMinus1: line && (line.chiSquared * (total - 1)) / total,
    },
    logisticTrend: {
      slope: logistic?.slope ?? null,
      se: logistic?.standardError ?? null,
      z: logistic?.z ?? null,
      p: logistic?.p ?? null,
      lrChiSquared: logistic?.likelihoodRatio.chiSquared ?? null,
      lrP: logistic?.likelihoodRatio.p ?? null,
      oddsRatioPerUnit: numberOrNull(logistic?.oddsRatio ?? NaN),
    },
    heterogeneity: differencesAmong(shares),
  };
}

function differencesAmong(shares: CountedShare[]) {
  const test = heterogeneity(shares);
  return {
    chiSquared: test?.chiSquared ?? null,
    df: test?.degreesOfFreedom ?? shares.filter(({ n }) => n > 0).length - 1,
    p: test?.p ?? null,
  };
}

export function computeTwoSample({
  confidence = usualConfidence,
  ...counts
}: Counts & WithConfidence) {
  const shares = sharesOf(counts);
  const [first, second] = shares;
  requireThat(shares.length === 2 && !!first && !!second, 'successes', 'must be two counts');
  const test = heterogeneity(shares);
  return {
    newcombeCi: asPair(newcombeInterval(first, second, confidence)),
    difference: shareOf(second) - shareOf(first),
    chiSquared: test?.chiSquared ?? null,
    pTwoSided: test?.p ?? null,
    waldCi: asPair(waldInterval(first, second, confidence)),
    fisherP: fisherTwoSided(first, second),
  };
}

/** The symmetric interval of `prop.test(correct = FALSE)`: fails near 0 and 1, never printed. */
function waldInterval(first: CountedShare, second: CountedShare, confidence: number): Interval {
  const difference = shareOf(second) - shareOf(first);
  const variance = ({ successes, n }: CountedShare) => (successes * (n - successes)) / n ** 3;
  const reach =
    normalQuantile((1 + confidence) / 2) * Math.sqrt(variance(first) + variance(second));
  return { lower: Math.max(-1, difference - reach), upper: Math.min(1, difference + reach) };
}

/** As `fisher.test`: all tables with the same margins that are no more likely than this one. */
function fisherTwoSided(first: CountedShare, second: CountedShare): number {
  const successes = first.successes + second.successes;
  const chances = Array.from({ length: successes + 1 }, (_, x) =>
    hypergeometricChance(x, first.n + second.n, successes, first.n),
  );
  const slack = 1 + 1e-7;
  const limit = (chances[first.successes] ?? 0) * slack;
  return Math.min(1, sum(chances.filter((chance) => chance <= limit)) / sum(chances));
}

interface WithConfidence {
  confidence?: number;
}

type Table = [[number, number], [number, number]];

/**
 * As `mantelhaen.test` for two by two tables: the test without and with continuity correction, the
 * Mantel-Haenszel common odds ratio and its Robins-Breslow-Greenland interval.
 */
export function computeCochranMantelHaenszel({
  strata,
  confidence = usualConfidence,
}: { strata: { rows: Table }[] } & WithConfidence) {
  const tables = strata.map(({ rows: [[a, b], [c, d]] }, index) => {
    const n = a + b + c + d;
    requireThat(n > 1, 'strata', 'must hold more than one plan each', [index]);
    return { a, b, c, d, n };
  });
  const excess = Math.abs(sum(tables.map(({ a, b, c, n }) => a - ((a + b) * (a + c)) / n)));
  const variance = sum(
    tables.map(({ a, b, c, d, n }) => ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1))),
  );
  const correction = excess >= 0.5 ? 0.5 : 0;
  const chiSquared = excess ** 2 / variance;
  const concordant = sum(tables.map(({ a, d, n }) => (a * d) / n));
  const discordant = sum(tables.map(({ b, c, n }) => (b * c) / n));
  const logVariance =
    sum(tables.map(({ a, d, n }) => ((a + d) * a * d) / n ** 2)) / (2 * concordant ** 2) +
    sum(tables.map(({ a, b, c, d, n }) => ((a + d) * b * c + (b + c) * a * d) / n ** 2)) /
      (2 * concordant * discordant) +
    sum(tables.map(({ b, c, n }) => ((b + c) * b * c) / n ** 2)) / (2 * discordant ** 2);
  const ratio = concordant / discordant;
  const factor = Math.exp(normalQuantile((1 + confidence) / 2) * Math.sqrt(logVariance));
  return {
    chiSquared: numberOrNull(chiSquared),
    p: variance > 0 ? chiSquaredUpperTail(chiSquared, 1) : null,
    commonOddsRatio: numberOrNull(ratio),
    ci: [numberOrNull(ratio / factor), numberOrNull(ratio * factor)],
    chiSquaredCorrected: numberOrNull((excess - correction) ** 2 / variance),
  };
}

interface YearlyEstimate {
  estimate: number;
  se: number;
  df?: number | null;
}

export function computeIndependentEstimates({
  first,
  second,
  confidence = usualConfidence,
}: { first: YearlyEstimate; second: YearlyEstimate } & WithConfidence) {
  const found = differenceOfEstimates(asEstimate(first), asEstimate(second), confidence);
  const { difference, standardError, t, degreesOfFreedom, p, interval } = found;
  // Without any error R still divides by it: p is 0 and the interval has no width.
  const withoutError = standardError === 0 && degreesOfFreedom !== 0;
  return {
    difference,
    se: standardError,
    t,
    df: degreesOfFreedom,
    pTwoSided: withoutError && difference !== 0 ? 0 : p,
    ci: withoutError ? [difference, difference] : interval && asPair(interval),
  };
}

function asEstimate({ estimate, se, df }: YearlyEstimate): IndependentEstimate {
  return { estimate, standardError: se, degreesOfFreedom: df ?? null };
}

function sharesOf({ successes, n }: Counts): CountedShare[] {
  requireThat(successes.length === n.length, 'successes', 'must be as many as n');
  return successes.map((count, index) => ({ successes: count, n: n[index] ?? 0 }));
}

const shareOf = ({ successes, n }: CountedShare) => successes / n;

const asPair = ({ lower, upper }: Interval) => [lower, upper];

const numberOrNull = (value: number) => (Number.isFinite(value) ? value : null);

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
