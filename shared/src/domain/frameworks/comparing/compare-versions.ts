import type { FrameworkDefinition } from '../definition.js';
import {
  compareCriteria,
  criterionChanges,
  type ComparedCriterion,
  type CriterionChange,
} from './compare-criteria.js';
import { compareParts, isScaleUnchanged, type PartChange } from './compare-parts.js';

/** What a newer version of a framework changed. */
export interface VersionComparison {
  isScaleUnchanged: boolean;
  /** Those of the newer version in its order, then those that are retired. */
  criteria: ComparedCriterion[];
  /** How many criteria there are of each change. */
  counts: Record<CriterionChange, number>;
  /** What changed beside the criteria. */
  parts: PartChange[];
}

/** The rule, for pages and reports to print. */
export const continuationRule =
  'A criterion continues over a new version only if it is marked same and the scale is unchanged.';

/**
 * Compares two versions of a framework. Things are the same thing when they have the same key.
 *
 * A criterion is the same when everything that decides what is graded and how is as it was: its
 * question, its descriptors, the agencies that score it, and when it is left out, with what the rule
 * reads. Whatever else changes (its title, domain, weight or guidance, what grades are called) is
 * reported and breaks no line.
 *
 * @param older published before
 * @param newer published or a draft
 * @example compareVersions(versionOne, versionTwo).criteria.filter(({ continues }) => continues)
 */
export function compareVersions(
  older: FrameworkDefinition,
  newer: FrameworkDefinition,
): VersionComparison {
  const isUnchanged = isScaleUnchanged(older.scale, newer.scale);
  const criteria = compareCriteria(older, newer, isUnchanged);
  const counts = criterionChanges.map((change) => [
    change,
    criteria.filter((one) => one.change === change).length,
  ]);
  return {
    isScaleUnchanged: isUnchanged,
    criteria,
    counts: Object.fromEntries(counts) as Record<CriterionChange, number>,
    parts: compareParts(older, newer),
  };
}
