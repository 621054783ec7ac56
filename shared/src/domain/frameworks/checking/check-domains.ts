import type { ProblemError } from '../../problems/index.js';
import { planSections, type Criterion, type FrameworkDefinition } from '../definition.js';
import { frameworkLimits as limits } from '../limits.js';
import { checkCondition } from './check-condition.js';

/** Domains and criteria can be weighed, allocated, scored and explained. */
export function checkDomains(definition: FrameworkDefinition): ProblemError[] {
  const { domains } = definition;
  const sum = domains.reduce((total, { weight }) => total + weight, 0);
  return [
    ...domains.flatMap(({ weight, sections, criteria }, at) => [
      ...weightFaults(weight, limits.domainWeightsSum, `domains.${at}.weight`),
      ...sectionFaults(sections, `domains.${at}.sections`),
      ...criteria.flatMap((criterion, place) =>
        criterionFaults(criterion, `domains.${at}.criteria.${place}`, definition),
      ),
    ]),
    ...(sum === limits.domainWeightsSum
      ? []
      : [
          {
            path: 'domains',
            message: `The weights of the domains sum to ${sum}. Make them sum to ${limits.domainWeightsSum}`,
          },
        ]),
    ...idleAgencies(definition),
  ];
}

function criterionFaults(
  criterion: Criterion,
  path: string,
  definition: FrameworkDefinition,
): ProblemError[] {
  const keysOf = (list: readonly { key: string }[]): string[] => list.map(({ key }) => key);
  const { applicability } = criterion;
  return [
    ...weightFaults(criterion.weight, limits.weightMax, `${path}.weight`),
    ...sectionFaults(criterion.sections, `${path}.sections`),
    ...agencyFaults(criterion, path, keysOf(definition.agencies)),
    ...descriptorFaults(criterion, `${path}.descriptors`, definition),
    ...unknownFaults(
      criterion.citations.map(({ source }) => source),
      keysOf(definition.sources),
      (at) => `${path}.citations.${at}.source`,
      'source',
    ),
    ...unknownFaults(
      criterion.trainingTags,
      keysOf(definition.trainingTags),
      (at) => `${path}.trainingTags.${at}`,
      'training tag',
    ),
    ...(applicability.mode === 'rule'
      ? checkCondition(
          applicability.notWhen,
          `${path}.applicability.notWhen`,
          definition.profileFields,
        )
      : []),
  ];
}

function agencyFaults(
  { agencies, leadAgency }: Criterion,
  path: string,
  known: readonly string[],
): ProblemError[] {
  const faults = unknownFaults(agencies, known, (at) => `${path}.agencies.${at}`, 'agency');
  if (agencies.length === 0) {
    faults.push({ path: `${path}.agencies`, message: 'Choose at least one agency to score this' });
  }
  if (new Set(agencies).size < agencies.length) {
    faults.push({ path: `${path}.agencies`, message: 'Choose each agency once' });
  }
  if (!agencies.includes(leadAgency)) {
    const message = `The lead agency “${leadAgency}” must be one of those that score this`;
    faults.push({ path: `${path}.leadAgency`, message });
  }
  return faults;
}

function descriptorFaults(
  { descriptors, title }: Criterion,
  path: string,
  { scale }: FrameworkDefinition,
): ProblemError[] {
  const missing = scale.grades
    .filter(({ key }) => descriptors[key] === undefined)
    .map(({ key, label }) => ({
      path: `${path}.${key}`,
      message: `Say what ${label} looks like for “${title}”`,
    }));
  const known = scale.grades.map(({ key }) => key);
  const unknown = Object.keys(descriptors)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      path: `${path}.${key}`,
      message: `There is no grade “${key}”. Take the text out`,
    }));
  return [...missing, ...unknown];
}

function idleAgencies({ agencies, domains }: FrameworkDefinition): ProblemError[] {
  const busy = new Set(
    domains.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.agencies)),
  );
  return agencies.flatMap(({ key, title }, at) =>
    busy.has(key)
      ? []
      : [{ path: `agencies.${at}`, message: `${title} has nothing to score. Take it out` }],
  );
}

function weightFaults(weight: number, max: number, path: string): ProblemError[] {
  if (Number.isInteger(weight) && weight >= 1 && weight <= max) return [];
  return [{ path, message: `The weight must be a whole number from 1 to ${max}` }];
}

function sectionFaults(sections: readonly string[], path: string): ProblemError[] {
  return unknownFaults(sections, planSections, (at) => `${path}.${at}`, 'section of a plan');
}

function unknownFaults(
  keys: readonly string[],
  known: readonly string[],
  path: (at: number) => string,
  what: string,
): ProblemError[] {
  return keys.flatMap((key, at) =>
    known.includes(key) ? [] : [{ path: path(at), message: `There is no ${what} “${key}”` }],
  );
}
