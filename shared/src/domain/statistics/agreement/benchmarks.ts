import { normalCdf, requireFinite, requireThat } from '../numbers/index.js';

/** A named range of an agreement coefficient. */
export interface BenchmarkBand {
  label: string;
  lower: number;
  upper: number;
}

/** Which scale of words is meant. */
export type BenchmarkScale = 'landis-koch' | 'altman' | 'fleiss';

/**
 * The scales in use, best band first, in their authors' words: Landis & Koch 1977 (Biometrics
 * 33:159), Altman 1991 (Practical Statistics for Medical Research), Fleiss 1981.
 */
export const benchmarkScales: Readonly<Record<BenchmarkScale, readonly BenchmarkBand[]>> = {
  'landis-koch': [
    { label: 'Almost Perfect', lower: 0.8, upper: 1 },
    { label: 'Substantial', lower: 0.6, upper: 0.8 },
    { label: 'Moderate', lower: 0.4, upper: 0.6 },
    { label: 'Fair', lower: 0.2, upper: 0.4 },
    { label: 'Slight', lower: 0, upper: 0.2 },
    { label: 'Poor', lower: -1, upper: 0 },
  ],
  altman: [
    { label: 'Very Good', lower: 0.8, upper: 1 },
    { label: 'Good', lower: 0.6, upper: 0.8 },
    { label: 'Moderate', lower: 0.4, upper: 0.6 },
    { label: 'Fair', lower: 0.2, upper: 0.4 },
    { label: 'Poor', lower: -1, upper: 0.2 },
  ],
  fleiss: [
    { label: 'Excellent', lower: 0.75, upper: 1 },
    { label: 'Intermediate to Good', lower: 0.4, upper: 0.75 },
    { label: 'Poor', lower: -1, upper: 0.4 },
  ],
};

/** A band and how sure it is. */
export interface BenchmarkMembership extends BenchmarkBand {
  /** Chance that the true coefficient lies in this band or a better one; `null` if undefined. */
  cumulativeProbability: number | null;
}

/** Gwet's reading of a coefficient. */
export interface Benchmark {
  scale: BenchmarkScale;
  /** Best band first. */
  bands: BenchmarkMembership[];
  /** The best band that the true coefficient reaches with the asked certainty. */
  reached: BenchmarkBand | null;
  /** The band the value itself lies in, which its error may not support; `null` below -1. */
  nominal: BenchmarkBand | null;
}

/**
 * Gwet's benchmarking (Handbook of Inter-Rater Reliability, 4th ed., ch. 6; irrCAC 1.4): the chance
 * that the true coefficient reaches a band, from the normal distribution around the value cut off at
 * -1 and 1. The band named is the best one reached with 95 % certainty, so that a wide error means
 * a modest word.
 *
 * Without an error there is no chance to speak of: at a standard error of 0 the numbers are `null`
 * wherever the value lies on the edge of a band, perfect agreement included.
 *
 * @param value the coefficient, as a rule -1 to 1
 * @param standardError 0 or more
 * @param certainty 0.95 unless said otherwise
 * @throws InvalidInput when the value is not finite, the error below 0 or the certainty no share
 * @example benchmark('landis-koch', 0.67, 0.15).reached?.label // 'Moderate'
 */
export function benchmark(
  scale: BenchmarkScale,
  value: number,
  standardError: number,
  certainty = 0.95,
): Benchmark {
  requireFinite('value', [value]);
  const rule = 'must be a finite number, 0 or more';
  requireThat(standardError >= 0 && standardError < Infinity, 'standardError', rule);
  requireThat(certainty > 0 && certainty < 1, 'certainty', 'must lie between 0 and 1');
  const chanceWithin = (lower: number, upper: number) =>
    normalCdf((value - lower) / standardError) - normalCdf((value - upper) / standardError);
  const possible = chanceWithin(-1, 1);
  let cumulative = 0;
  const bands = benchmarkScales[scale].map((band) => {
    cumulative += chanceWithin(band.lower, band.upper) / possible;
    return { ...band, cumulativeProbability: Number.isFinite(cumulative) ? cumulative : null };
  });
  return {
    scale,
    bands,
    reached: bandOf(bands.find((band) => (band.cumulativeProbability ?? 0) >= certainty)),
    nominal: bandOf(benchmarkScales[scale].find(({ lower }) => value >= lower)),
  };
}

function bandOf(band: BenchmarkBand | undefined): BenchmarkBand | null {
  return band ? { label: band.label, lower: band.lower, upper: band.upper } : null;
}

/** Krippendorff's own rule for alpha. */
export type AlphaReading = 'firm' | 'tentative' | 'unreliable';

/**
 * What may be concluded from data with this alpha (Krippendorff, Content Analysis): firm
 * conclusions from 0.8, tentative ones from 0.667, none below.
 *
 * @param alpha at most 1
 * @throws InvalidInput when it is above 1 or not a number
 * @example alphaReading(0.74) // 'tentative'
 */
export function alphaReading(alpha: number): AlphaReading {
  requireThat(alpha <= 1, 'alpha', 'must be at most 1');
  if (alpha >= 0.8) return 'firm';
  return alpha >= 0.667 ? 'tentative' : 'unreliable';
}
