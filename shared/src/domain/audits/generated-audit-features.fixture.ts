import type { Condition, FrameworkDefinition } from '../frameworks/index.js';
import type { GeneratedAudit } from './generated-audit.fixture.js';
import { proposedOutcomes } from './moderation-triggers.js';
import type { AuditScore, DomainScore } from './score-audit.js';

/** What a generated audit has in it, so that a test can say how often it met each. */
export function featuresOf(audit: GeneratedAudit, score: AuditScore): Record<string, boolean> {
  return { ...ofFramework(audit.definition), ...ofAnswers(audit, score), ...ofScore(score) };
}

function ofFramework(definition: FrameworkDefinition): Record<string, boolean> {
  const { domains, scale, agencies, caps } = definition;
  const criteria = domains.flatMap((domain) => domain.criteria);
  const largest = Math.max(...domains.map((domain) => domain.criteria.length));
  const numbered = (from: number, to: number, count: number, what: string) =>
    Object.fromEntries(
      Array.from({ length: to - from + 1 }, (_, at) => [
        `${what}: ${from + at}`,
        count === from + at,
      ]),
    );
  return {
    '2 to 4 domains': domains.length <= 4,
    '5 to 8 domains': domains.length > 4 && domains.length <= 8,
    '9 to 12 domains': domains.length > 8,
    'a domain of 1 criterion': domains.some((domain) => domain.criteria.length === 1),
    'a domain of 2 to 12 criteria': largest > 1 && largest <= 12,
    'a domain of 13 to 60 criteria': largest > 12,
    ...numbered(3, 6, scale.grades.length, 'grades'),
    ...numbered(1, 5, agencies.length, 'agencies'),
    ...numbered(0, 5, caps.length, 'caps'),
    'a critical criterion': criteria.some(({ critical }) => critical),
    'a rule three groups deep': criteria.some(
      ({ applicability }) => applicability.mode === 'rule' && depthOf(applicability.notWhen) === 3,
    ),
  };
}

function depthOf(condition: Condition): number {
  if ('field' in condition) return 0;
  const parts = 'all' in condition ? condition.all : condition.any;
  return 1 + Math.max(...parts.map(depthOf));
}

function ofAnswers(
  { definition, scorings, given, outcomes }: GeneratedAudit,
  { domains }: AuditScore,
): Record<string, boolean> {
  const recorded = Object.values(given).flat();
  const proposed = proposedOutcomes(definition, given);
  const agreed = domains.flatMap(({ criteria }) => criteria);
  return {
    'a scoring withdrawn': scorings.some(({ isSubmitted }) => !isSubmitted),
    'agencies that differ': Object.values(given).some((list) => new Set(list).size > 1),
    'an agreed grade other than proposed': agreed.some(
      ({ key, points }) => points !== null && outcomes[key] !== proposed[key],
    ),
    'a criterion left out by rule': agreed.some(({ key }) => given[key] === undefined),
    'a criterion left out by an auditor': recorded.includes('not-applicable'),
    'a criterion nobody can tell': agreed.some(({ outcome }) => outcome === 'cannot-tell'),
  };
}

function ofScore({ domains, overall, completeness }: AuditScore): Record<string, boolean> {
  const applied = overall?.capsApplied ?? [];
  return {
    'a domain with nothing left': domains.some(({ score }) => score === null),
    'an overall grade': overall !== null,
    'no overall grade': overall === null,
    'a critical criterion not graded': completeness.criticalNotGraded.length > 0,
    'a cap that applied': applied.length > 0,
    'several caps that applied': applied.length > 1,
    'a cap that lowered the grade':
      overall !== null && overall.cappedGrade !== overall.calculatedGrade,
    'a mean halfway between two hundredths': domains.some(isHalfway),
  };
}

function isHalfway({ criteria }: DomainScore): boolean {
  const counted = criteria.filter(({ points }) => points !== null);
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  const points = counted.reduce((sum, one) => sum + one.weight * (one.points ?? 0), 0);
  return weights > 0 && (200 * points) % weights === 0 && ((200 * points) / weights) % 2 === 1;
}
