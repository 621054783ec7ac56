import { requireThat } from '../numbers/index.js';

/**
 * How a figure was made coarser before anything was hidden, in the order in which that is tried:
 * as asked for; "good or better" against below; the last four quarters pooled; groups merged.
 */
export const coarsenings = ['none', 'good-or-better', 'four-quarters', 'groups-merged'] as const;

/** One of the steps, by its name. */
export type Coarsening = (typeof coarsenings)[number];

/** A figure or table at one step, already decided. */
export interface CoarserVersion<Decided> {
  coarsening: Coarsening;
  decided: Decided;
}

/**
 * The first version of which nothing is hidden. If there is none, the coarsest: what is hidden in
 * it prints "too few to show". The page says which step was taken.
 *
 * @param versions at least one, in the order of `coarsenings`; steps that mean nothing for a figure
 * are left out
 * @param isComplete whether nothing of a version is hidden
 * @throws InvalidInput when there is no version or they are out of order
 * @example
 * finestShown(
 *   [
 *     { coarsening: 'none', decided: decideShare({ numerator: 3, base: 9 }, partnershipRules) },
 *     { coarsening: 'four-quarters', decided: decideShare({ numerator: 14, base: 38 }, partnershipRules) },
 *   ],
 *   ({ shown }) => shown,
 * ).coarsening // 'four-quarters'
 */
export function finestShown<Decided>(
  versions: readonly CoarserVersion<Decided>[],
  isComplete: (decided: Decided) => boolean,
): CoarserVersion<Decided> {
  const steps = versions.map(({ coarsening }) => coarsenings.indexOf(coarsening));
  steps.forEach((step, index) => {
    const isLater = step > (steps[index - 1] ?? -1);
    requireThat(isLater, 'versions', 'must come in the order of the coarsenings', [index]);
  });
  const last = versions.at(-1);
  requireThat(last !== undefined, 'versions', 'must hold at least one');
  return versions.find(({ decided }) => isComplete(decided)) ?? last;
}
