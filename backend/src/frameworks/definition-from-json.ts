import { Ajv2020, type SchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import {
  checkContributionSet,
  checkFramework,
  contributionSetSchema,
  frameworkSchema,
  type ContributionSet,
  type FrameworkDefinition,
  type ProblemError,
} from '@app/shared/domain';

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

/** Making a validator of a schema takes longer than using it a thousand times. */
const validators = new WeakMap<SchemaObject, ValidateFunction>();

/** Where a value has another shape than its schema wants, as the validator says it. */
export function shapeFaults(schema: SchemaObject, given: unknown): ProblemError[] {
  const validate = validators.get(schema) ?? new Ajv2020({ allErrors: true }).compile(schema);
  validators.set(schema, validate);
  validate(given);
  return (validate.errors ?? []).map(({ instancePath, message }) => ({
    path: instancePath.slice(1).replaceAll('/', '.'),
    message: message ?? 'has another shape',
  }));
}

function refuse(what: string, faults: readonly ProblemError[]): void {
  if (faults.length === 0) return;
  const sentences = faults.map(({ path, message }) => `${path}: ${message}`);
  throw new Error(`The ${what} has faults: ${sentences.join('; ')}`);
}
