import {
  checkFramework,
  checkRetiredKeys,
  frameworkSchema,
  type FrameworkDefinition,
  type ProblemError,
} from '@app/shared/domain';
import { shapeFaults } from '../shape-faults.js';

/**
 * What keeps a draft from being published, each thing once, by the part that it is about.
 *
 * @param earlier the published versions of its kind, the newest last
 */
export function draftFaults(
  definition: FrameworkDefinition,
  earlier: readonly FrameworkDefinition[],
): ProblemError[] {
  const faults = [
    ...shapeFaults(frameworkSchema, definition),
    ...checkFramework(definition),
    ...checkRetiredKeys(definition, earlier),
  ];
  // What is empty breaks the schema and often a rule as well: the rule knows better what to do.
  const last = new Map(faults.map((fault) => [fault.path, fault]));
  return [...last.values()];
}
