import type { EstimateRefusal, GivenEstimate, RefusedEstimate } from '../estimates/index.js';
import { exactPercent, count, percent, percentRange, plans } from '../numbers/index.js';

/** A share that was estimated, or why it was not: what `estimateShare` returns. */
export type EstimatedShare = GivenEstimate | RefusedEstimate;

/**
 * A share as it may be printed: with its base, and with its interval unless every plan was
 * reviewed. A sample that gives no interval gives no percentage either.
 *
 * @param what what the plans counted have done, as a verb in the past: `met the standard`
 * @example
 * const values = [...Array(18).fill(true), ...Array(12).fill(false)];
 * sayShare(estimateShare([{ id: 'all', populationSize: 1500, values }]), 'met the standard')
 * // '60% met the standard (95% confidence interval 41% to 76%), from 30 of 1,500 plans.'
 */
export function sayShare(share: EstimatedShare, what: string): string {
  if (!share.given) return `No share is given: ${refusals[share.reason]}.`;
  const figure = `${percent(share.estimate)} ${what}`;
  if (share.withoutInterval === 'all-reviewed') return `${figure}: ${sayReviewedInFull(share)}.`;
  if (share.interval === null) return `No share is given: too few plans, ${baseOf(share)}.`;
  const confidence = `${exactPercent(share.confidence)} confidence interval`;
  return `${figure} (${confidence} ${percentRange(share.interval)}), from ${baseOf(share)}.`;
}

const refusals: Readonly<Record<EstimateRefusal, string>> = {
  'stratum-not-sampled': 'part of the register was not sampled',
  'single-unit-stratum': 'part of the register was sampled by one plan only',
  'nothing-applicable': 'it applied to none of the sampled plans',
};

function sayReviewedInFull({ respondents, sampled }: GivenEstimate): string {
  if (respondents === sampled) return `all ${plans(sampled)} were reviewed`;
  return `every plan was reviewed, and it applies to ${count(respondents)} of ${count(sampled)}`;
}

/** The plans behind the share; those sampled are named too where it did not apply to all. */
function baseOf({ respondents, sampled, populationSize }: GivenEstimate): string {
  if (respondents === sampled) return `${count(sampled)} of ${plans(populationSize)}`;
  return `${plans(respondents)} to which it applies, of ${count(sampled)} sampled`;
}
