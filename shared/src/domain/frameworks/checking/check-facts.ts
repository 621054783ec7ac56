import type { ProblemError } from '../../problems/index.js';
import type { Fact, FrameworkDefinition, Indicator } from '../definition.js';
import { checkCondition } from './check-condition.js';
import { sourceOf } from './check-profile-fields.js';

/** Counted facts have an owner, and refer only to what is there. */
export function checkFacts(definition: FrameworkDefinition): ProblemError[] {
  const { facts, profileFields, agencies } = definition;
  return facts.flatMap((fact, at) => {
    const path = `facts.${at}`;
    const isOwned = agencies.some(({ key }) => key === fact.owner);
    return [
      ...(isOwned
        ? []
        : [
            { path: `${path}.owner`, message: `There is no agency “${fact.owner}” to record this` },
          ]),
      ...(fact.askedWhen
        ? checkCondition(fact.askedWhen, `${path}.askedWhen`, [...profileFields, ...facts])
        : []),
      ...atMostFaults(fact, `${path}.atMost`, facts),
      ...profileFaults(fact, `${path}.setsProfile`, definition),
    ];
  });
}

function atMostFaults(fact: Fact, path: string, facts: readonly Fact[]): ProblemError[] {
  if (fact.atMost === undefined) return [];
  const isCount = (key: string): boolean =>
    facts.some((one) => one.key === key && one.type === 'count');
  if (isCount(fact.key) && isCount(fact.atMost)) return [];
  return [
    { path, message: `Only a count is limited by a count, and “${fact.atMost}” must be one` },
  ];
}

/** The sweep's question and the fact are one question: the same agency, the same answers. */
function profileFaults(
  { setsProfile, type, owner }: Fact,
  path: string,
  { profileFields }: FrameworkDefinition,
): ProblemError[] {
  if (setsProfile === undefined) return [];
  const field = profileFields.find(({ key }) => key === setsProfile);
  if (!field) return [{ path, message: `There is no profile field “${setsProfile}”` }];
  const source = sourceOf(field);
  if (source?.from === 'sweep' && source.owner === owner && field.type === type) return [];
  const message = `“${field.title}” must be a sweep question of the same agency with the same answers`;
  return [{ path, message }];
}

/** Indicators are worked out from what an audit records. */
export function checkIndicators(definition: FrameworkDefinition): ProblemError[] {
  return definition.indicators.flatMap((indicator, at) =>
    ruleFaults(indicator, `indicators.${at}.rule`, definition),
  );
}

function ruleFaults(
  { rule }: Indicator,
  path: string,
  { facts, profileFields }: FrameworkDefinition,
): ProblemError[] {
  if (rule.kind === 'ratio') {
    return (['numerator', 'denominator'] as const).flatMap((part) =>
      facts.some(({ key, type }) => key === rule[part] && type === 'count')
        ? []
        : [{ path: `${path}.${part}`, message: `There is no count “${rule[part]}”` }],
    );
  }
  const askable = [...profileFields, ...facts];
  return [
    ...(rule.base ? checkCondition(rule.base, `${path}.base`, askable) : []),
    ...checkCondition(rule.meets, `${path}.meets`, askable),
  ];
}
