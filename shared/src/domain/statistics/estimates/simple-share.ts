import { normalQuantile, requireConfidence, requireCount, requireThat } from '../numbers/index.js';
import type { Interval } from '../numbers/index.js';
import { exactInterval, scoreInterval } from './share-intervals.js';

/**
 * Wilson's score interval for a share from a simple random sample (Wilson 1927; R `prop.test` with
 * `correct = FALSE`, not its default).
 *
 * @param successes whole, from 0 to n
 * @param n units asked, 1 or more
 * @throws InvalidInput when a count is not one, `successes` is above `n`, or the confidence does
 * not lie between 0 and 1
 * @example wilsonInterval(81, 263) // { lower: 0.255289, upper: 0.366210 }
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): Interval {
  requireSuccesses(successes, n);
  requireConfidence(confidence);
  return scoreInterval(successes / n, n, -normalQuantile((1 - confidence) / 2));
}

/**
 * The exact interval for a share from a simple random sample of a large population (Clopper and
 * Pearson 1934, Biometrika 26:404; R `binom.test`). It covers the true share at least as often as
 * the confidence says, mostly more often.
 *
 * @param successes whole, from 0 to n
 * @param n units asked, 1 or more
 * @throws InvalidInput when a count is not one, `successes` is above `n`, or the confidence does
 * not lie between 0 and 1
 * @example clopperPearsonInterval(0, 20) // { lower: 0, upper: 0.168433 }
 */
export function clopperPearsonInterval(successes: number, n: number, confidence = 0.95): Interval {
  requireSuccesses(successes, n);
  return exactInterval(successes / n, n, confidence);
}

/**
 * @throws InvalidInput when `successes` or `n` is not a count, `n` is 0, or `successes` is above `n`
 * @example requireSuccesses(3, 2); // successes must not be more than n
 */
export function requireSuccesses(successes: number, n: number): void {
  requireCount('n', n, 1);
  requireCount('successes', successes);
  requireThat(successes <= n, 'successes', 'must not be more than n');
}
