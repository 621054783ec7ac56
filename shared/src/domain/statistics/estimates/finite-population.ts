import {
  relativeTolerance,
  requireConfidence,
  requireCount,
  requireThat,
} from '../numbers/index.js';
import type { Interval } from '../numbers/index.js';
import { requireSuccesses } from './simple-share.js';

/** How many units of the population may be successes, and which share of it that is. */
export interface PopulationInterval {
  /** Whole numbers from 0 to the population's size. */
  count: Interval;
  share: Interval;
}

/**
 * The exact interval for a small population from which n units were drawn without replacement: all
 * numbers of successes M for which neither "at least as many in the sample" nor "at most as many"
 * has a chance of (1 - confidence) / 2 or less under the hypergeometric distribution. What was
 * reviewed is no longer uncertain, so it is narrower than `clopperPearsonInterval`, and a single
 * point when everything was reviewed. (samplingbook 1.2.4 `Sprop` prints one unit more on each
 * side than this definition.)
 *
 * @param successes whole, from 0 to n
 * @param n units drawn, 1 or more
 * @param populationSize whole, at least n
 * @throws InvalidInput when a count is not one, `successes` is above `n`, `n` is above
 * `populationSize`, or the confidence does not lie between 0 and 1
 * @example hypergeometricInterval(3, 20, 120).count // { lower: 5, upper: 43 }
 */
export function hypergeometricInterval(
  successes: number,
  n: number,
  populationSize: number,
  confidence = 0.95,
): PopulationInterval {
  requireSuccesses(successes, n);
  requireCount('populationSize', populationSize, 1);
  requireThat(n <= populationSize, 'n', 'must not be more than populationSize');
  requireConfidence(confidence);
  const tail = (1 - confidence) / 2;
  const failures = n - successes;
  const lower = fewestSuccesses(successes, n, populationSize, tail);
  // Seen from the other side: the fewest failures leave the most successes.
  const upper = populationSize - fewestSuccesses(failures, n, populationSize, tail);
  return {
    count: { lower, upper },
    share: { lower: lower / populationSize, upper: upper / populationSize },
  };
}

/** The smallest M under which drawing x or more has a chance above the tail; it grows with M. */
function fewestSuccesses(x: number, n: number, populationSize: number, tail: number): number {
  let tooFew = x - 1;
  let enough = populationSize - (n - x);
  while (enough - tooFew > 1) {
    const marked = Math.floor((tooFew + enough) / 2);
    const chance = chanceOfAtLeast(x, n, marked, populationSize);
    if (chance > tail * (1 + relativeTolerance)) enough = marked;
    else tooFew = marked;
  }
  return enough;
}

/**
 * P(X ≥ x) for a hypergeometric X. Each chance follows from its neighbour by a ratio, so the most
 * likely number is given weight 1 and the tail divided by the whole: no factorial, no lost digit.
 */
function chanceOfAtLeast(x: number, n: number, marked: number, populationSize: number): number {
  const others = populationSize - marked;
  const least = Math.max(0, n - others);
  const most = Math.min(n, marked);
  const likeliest = Math.floor(((n + 1) * (marked + 1)) / (populationSize + 2));
  /** How much likelier k is than k - 1. */
  const ratio = (k: number) => ((marked - k + 1) * (n - k + 1)) / (k * (others - n + k));
  const weights = { tail: 0, rest: 0 };
  const add = (k: number, weight: number) => {
    weights[k >= x ? 'tail' : 'rest'] += weight;
  };
  add(likeliest, 1);
  for (let k = likeliest + 1, weight = 1; k <= most; k += 1) add(k, (weight *= ratio(k)));
  for (let k = likeliest, weight = 1; k > least; k -= 1) add(k - 1, (weight /= ratio(k)));
  return weights.tail / (weights.tail + weights.rest);
}
