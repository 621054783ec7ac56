import type { FieldValues } from '../frameworks/index.js';
import { gradeNumber, type AuditResult, type ResultGrade } from './audit-result.js';
import { factsAsked } from './facts.js';
import type { AuditToModerate, EndedScoring, ModeratedAudit } from './moderate.js';
import type { Outcome, Outcomes } from './score-audit.js';
import { answersByKey } from './scoring-rules.js';

/** What of a result was settled before moderation: the audit, its round, and the day of the draw. */
export type ResultKeys = Omit<
  AuditResult,
  | 'agencies'
  | 'status'
  | 'agreedGrades'
  | 'agencyGrades'
  | 'domainScores'
  | 'domainGrades'
  | 'overallScore'
  | 'calculatedGrade'
  | 'capsApplied'
  | 'finalGrade'
  | 'facts'
  | 'profile'
>;

/**
 * What is agreed once an audit closes: a criterion without a grade and without a decision, which
 * can be only where the audit is accepted as proposed, closes as "cannot tell".
 */
export function agreedAtClosing({ agreed }: Pick<ModeratedAudit, 'agreed'>): Outcomes {
  return Object.fromEntries(
    Object.entries(agreed).map(([key, outcome]) => [key, outcome ?? 'cannot-tell']),
  );
}

/**
 * The one row that stays of an audit, for trends, reports and exports.
 *
 * @param finalGrade key; null for the capped grade, or none where too little is graded
 * @throws RangeError when an outcome is none of the version
 */
export function resultOfAudit(
  keys: ResultKeys,
  source: AuditToModerate,
  audit: ModeratedAudit,
  finalGrade: string | null,
): AuditResult {
  const { definition, scorings } = source;
  const { grades } = definition.scale;
  const { domains, overall } = audit.score;
  const number = (outcome: Outcome) => gradeNumber(outcome, grades);
  const agreed = agreedAtClosing(audit);
  const submitted = scorings.filter(({ isSubmitted }) => isSubmitted);
  return {
    ...keys,
    agencies: submitted.map(({ agency }) => agency),
    status: overall ? 'graded' : 'partial',
    agreedGrades: audit.criteria.map(({ criterion }) => number(agreed[criterion.key] ?? null)),
    agencyGrades: Object.fromEntries(
      submitted.map(({ agency }) => [agency, gradesOf(agency, audit, number)]),
    ),
    domainScores: domains.map(({ score }) => score),
    domainGrades: domains.map(({ grade }) => number(grade)),
    overallScore: overall?.score ?? null,
    calculatedGrade: overall ? number(overall.calculatedGrade) : null,
    capsApplied: overall?.capsApplied.map(({ key }) => key) ?? [],
    finalGrade: overall ? number(finalGrade ?? overall.cappedGrade) : null,
    facts: factsOf(source, audit.profile, submitted),
    profile: Object.fromEntries(
      Object.entries(audit.profile).map(([key, value]) => [key, value ?? null]),
    ),
  };
}

/** Null where the agency does not score the criterion. */
function gradesOf(
  agency: string,
  { criteria }: ModeratedAudit,
  number: (outcome: Outcome) => ResultGrade,
): ResultGrade[] {
  return criteria.map(({ given }) => {
    const own = given.find((one) => one.agency === agency);
    return own ? number(own.outcome) : null;
  });
}

/**
 * The counted facts of the audit, null where its owner recorded nothing. Which of them are asked,
 * and those that answer the sweep, follow the profile of the audit.
 */
export function factsOf(
  { definition }: Pick<AuditToModerate, 'definition'>,
  profile: FieldValues,
  submitted: readonly EndedScoring[],
): AuditResult['facts'] {
  const swept = definition.facts.flatMap(({ key, setsProfile }) =>
    setsProfile === undefined ? [] : [[key, profile[setsProfile] ?? null] as const],
  );
  const recorded = submitted.flatMap(({ agency, answers }) => {
    const own = answersByKey(answers, 'fact');
    return factsAsked(definition, agency, profile, own).map(
      ({ key }) => [key, own[key] ?? null] as const,
    );
  });
  return Object.fromEntries([...swept, ...recorded]);
}
