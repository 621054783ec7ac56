import {
  checkContributionSet,
  checkFramework,
  contributionSetSchema,
  frameworkSchema,
  type ContributionSet,
  type FrameworkDefinition,
  type ProblemError,
} from '@app/shared/domain';
import { shapeFaults } from './shape-faults.js';

/**
 * A framework read from JSON, with the shape of its schema and within the rules.
 *
 * @throws Error that names every fault with its path
 */
export function frameworkFromJson(given: unknown): FrameworkDefinition {
  refuse('framework', shapeFaults(frameworkSchema, given));
  const framework = given as FrameworkDefinition;
  refuse(framework.kind, checkFramework(framework));
  return framework;
}

/**
 * A contribution set read from JSON in the same way.
 *
 * @param plan the EHC plan framework, beside whose grades the answers stand
 */
export function contributionSetFromJson(
  given: unknown,
  plan: FrameworkDefinition,
): ContributionSet {
  refuse('contribution set', shapeFaults(contributionSetSchema, given));
  const set = given as ContributionSet;
  refuse(set.kind, checkContributionSet(set, plan));
  return set;
}

function refuse(what: string, faults: readonly ProblemError[]): void {
  if (faults.length === 0) return;
  const sentences = faults.map(({ path, message }) => `${path}: ${message}`);
  throw new Error(`The ${what} has faults: ${sentences.join('; ')}`);
}
