import {
  clopperPearsonInterval,
  hypergeometricInterval,
  normalQuantile,
  requireSuccesses,
  wilsonInterval,
  type Interval,
} from '@app/shared/domain';

interface SimpleShare {
  successes: number;
  n: number;
  confidence: number;
}

export function computeInterval({ successes, n, confidence }: SimpleShare) {
  return {
    wilson: pair(wilsonInterval(successes, n, confidence)),
    wilsonContinuityCorrected: continuityCorrected(successes, n, confidence),
    clopperPearson: pair(clopperPearsonInterval(successes, n, confidence)),
    proportion: successes / n,
  };
}

export function computeFinitePopulationExact(input: SimpleShare & { populationSize: number }) {
  const { successes, n, populationSize, confidence } = input;
  const { count, share } = hypergeometricInterval(successes, n, populationSize, confidence);
  return { populationCount: pair(count), proportion: pair(share) };
}

/**
 * What R's prop.test prints unless told otherwise: Wilson's ends for a share moved by half a unit,
 * where the move never passes one half.
 */
function continuityCorrected(successes: number, n: number, confidence: number): number[] {
  requireSuccesses(successes, n);
  const z = -normalQuantile((1 - confidence) / 2);
  const move = Math.min(0.5, Math.abs(successes - n / 2)) / n;
  const end = (share: number, side: 1 | -1) => {
    const spread = Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
    return (share + z ** 2 / (2 * n) + side * z * spread) / (1 + z ** 2 / n);
  };
  const below = successes / n - move;
  const above = successes / n + move;
  return [below <= 0 ? 0 : end(below, -1), above >= 1 ? 1 : end(above, 1)];
}

export const pair = ({ lower, upper }: Interval): [number, number] => [lower, upper];
