import { csvText } from '../../platform/http/csv-text.js';
import type { SampledPlan, StoredStratum } from './sample.repository.js';

interface SeedToShow {
  seedCommitment: string;
  /** Null until drawing is finished for the year. */
  seed: string | null;
}

/**
 * All that is needed to recompute a draw, a plan a row. As long as the seed is secret the numbers
 * and places of plans in reserve stay empty and the rows stand in the order of references, because
 * their order would tell which plans the next round draws.
 */
export function verificationCsv(
  frame: readonly SampledPlan[],
  strata: readonly StoredStratum[],
  { seedCommitment, seed }: SeedToShow,
): string {
  const sizes = new Map(strata.map((stratum) => [stratum.key, stratum]));
  const ordered = seed === null ? frame.toSorted(byReference) : frame;
  const rows = ordered.map((plan) => {
    const isShown = seed !== null || plan.outcome !== 'reserve';
    const stratum = sizes.get(plan.stratum);
    return [
      ...[plan.planRef, plan.stratum, isShown ? plan.position : '', isShown ? plan.place : ''],
      ...[plan.outcome, plan.reason ?? '', plan.inPlaceOf ?? ''],
      ...[stratum?.start, stratum?.size, stratum?.populationSize, seedCommitment, seed ?? ''],
    ];
  });
  const header = [
    ...['reference', 'stratum', 'position', 'place', 'outcome', 'reason', 'in_place_of'],
    ...['stratum_start', 'stratum_size', 'stratum_population', 'seed_sha256', 'seed'],
  ];
  return csvText([header, ...rows]);
}

const byReference = (a: SampledPlan, b: SampledPlan) => (a.planRef < b.planRef ? -1 : 1);
