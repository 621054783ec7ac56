import type { ProblemError } from '../../problems/index.js';
import type { FrameworkDefinition } from '../definition.js';
import { checkDomains } from './check-domains.js';
import { checkFacts, checkIndicators } from './check-facts.js';
import { checkKeys } from './check-keys.js';
import { checkProfileFields } from './check-profile-fields.js';
import { checkCaps, checkScale } from './check-scale.js';
import { checkSizes } from './check-sizes.js';
import { checkSources } from './check-sources.js';
import { checkCircles } from './check-circles.js';

/**
 * Everything that keeps a framework from being published, each with the path of the part it is
 * about and a sentence for whoever edits it; an empty list when it may be published. The shape is
 * the JSON Schema's to check, and is taken for granted here.
 */
export function checkFramework(definition: FrameworkDefinition): ProblemError[] {
  return [
    ...checkSizes(definition),
    ...checkKeys(definition),
    ...checkScale(definition.scale),
    ...checkProfileFields(definition),
    ...checkDomains(definition),
    ...checkFacts(definition),
    ...checkIndicators(definition),
    ...checkCaps(definition),
    ...checkSources(definition),
    ...checkCircles(definition),
  ];
}
