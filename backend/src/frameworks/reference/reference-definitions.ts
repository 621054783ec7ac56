import type { ContributionSet, FrameworkDefinition } from '@app/shared/domain';
import { contributionSetFromJson, frameworkFromJson } from '../definition-from-json.js';
import contributions from './contributions.json' with { type: 'json' };
import ehcPlan from './ehc-plan.json' with { type: 'json' };
import healthAdvice from './health-advice.json' with { type: 'json' };
import socialCareAdvice from './social-care-advice.json' with { type: 'json' };

export interface ReferenceDefinitions {
  /** The EHC plan audit comes first. */
  frameworks: FrameworkDefinition[];
  contributionSets: ContributionSet[];
}

/**
 * The frameworks and contribution sets that come with the service.
 *
 * @throws Error that names every fault, which only a mistake in the files themselves can cause
 */
export function referenceDefinitions(): ReferenceDefinitions {
  const plan = frameworkFromJson(ehcPlan);
  return {
    frameworks: [plan, ...[healthAdvice, socialCareAdvice].map(frameworkFromJson)],
    contributionSets: contributions.map((given) => contributionSetFromJson(given, plan)),
  };
}
