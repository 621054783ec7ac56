import type { Cap, Domain, FrameworkDefinition, Grade } from '../frameworks/index.js';
import { meanOfFractions, meanOfPoints, toTwoDecimals, type Fraction } from './fraction.js';

/** A grade's key, one of the outcomes that are no grade (`NonGrade`), or null where nothing was recorded. */
export type Outcome = string | null;

/** What stands for each criterion, by its key; a key that is missing counts as null. */
export type Outcomes = Readonly<Record<string, Outcome>>;

export interface CriterionScore {
  key: string;
  outcome: Outcome;
  weight: number;
  /** Null where the criterion counts in no mean. */
  points: number | null;
}

export interface DomainScore {
  key: string;
  weight: number;
  /** Mean of the points by weight, from the lowest to the highest points, two decimals. */
  score: number | null;
  grade: string | null;
  criteria: CriterionScore[];
}

/** Why there is no overall grade: how much of what applies was graded, and what must be. */
export interface Completeness {
  applicable: number;
  graded: number;
  criticalNotGraded: string[];
  complete: boolean;
}

/** The whole working, so that a page can show each step. */
export interface AuditScore {
  domains: DomainScore[];
  completeness: Completeness;
  /** Null when too little was graded: the audit is then partial. */
  overall: {
    score: number;
    calculatedGrade: string;
    capsApplied: Cap[];
    /** The calculated grade, or the lowest ceiling if that is worse. */
    cappedGrade: string;
  } | null;
}

/** An overall grade needs this share of the applicable criteria graded, in whole per cent. */
export const leastGradedPercent = 90;

/**
 * Scores an audit: criteria to domains to overall to caps to grade.
 *
 * Not applicable and "cannot tell" leave the mean; a domain with nothing left has no grade and its
 * weight falls to the others in proportion. Domain scores enter the overall score unrounded.
 *
 * The result depends on no order and no label, and a worse grade never raises it. "Not applicable"
 * and "cannot tell" are no grades: in place of a low grade they do raise a mean, which is why the
 * scale asks for evidence of them and too many of them leave an audit without an overall grade.
 *
 * @param outcomes of keys that the version has; any other key is ignored
 * @throws RangeError when an outcome is neither a grade of the scale nor one of the others
 * @example scoreAudit(definition, { 'voice-own-words': 'good' }).domains[0]?.score // 3
 */
export function scoreAudit(definition: FrameworkDefinition, outcomes: Outcomes): AuditScore {
  const { grades } = definition.scale;
  const scored = definition.domains.map((domain) => scoreDomain(domain, grades, outcomes));
  const domains = scored.map(({ domain }) => domain);
  const criteria = domains.flatMap((domain) => domain.criteria);
  const critical = criticalOf(definition, criteria);
  const completeness = completenessOf(criteria, critical);
  const mean = meanOfFractions(
    scored.flatMap(({ domain, mean: value }) => (value ? [{ weight: domain.weight, value }] : [])),
  );
  if (!completeness.complete || mean === null) return { domains, completeness, overall: null };
  const score = toTwoDecimals(mean);
  const calculated = gradeAt(score, grades);
  const capsApplied = definition.caps.filter((cap) => applies(cap, grades, critical, domains));
  const ceilings = capsApplied.map(({ ceiling }) => rankOf(ceiling, grades));
  const capped = Math.max(rankOf(calculated.key, grades), ...ceilings);
  const overall = {
    score,
    calculatedGrade: calculated.key,
    capsApplied,
    cappedGrade: grades[capped]?.key ?? calculated.key,
  };
  return { domains, completeness, overall };
}

function scoreDomain(
  domain: Domain,
  grades: readonly Grade[],
  outcomes: Outcomes,
): { domain: DomainScore; mean: Fraction | null } {
  const criteria = domain.criteria.map(({ key, weight }): CriterionScore => {
    const outcome = outcomes[key] ?? null;
    return { key, outcome, weight, points: pointsOf(outcome, grades) };
  });
  const mean = meanOfPoints(
    criteria.flatMap(({ weight, points }) => (points === null ? [] : [{ weight, points }])),
  );
  const score = mean && toTwoDecimals(mean);
  const grade = score === null ? null : gradeAt(score, grades).key;
  return { domain: { key: domain.key, weight: domain.weight, score, grade, criteria }, mean };
}

function pointsOf(outcome: Outcome, grades: readonly Grade[]): number | null {
  if (outcome === null || outcome === 'not-applicable' || outcome === 'cannot-tell') return null;
  const grade = grades.find(({ key }) => key === outcome);
  if (!grade) throw new RangeError(`outcomes hold ${outcome}, which is no grade of the scale`);
  return grade.points;
}

/**
 * The best grade whose band the score reaches; the lowest grade's band begins at 0. In hundredths,
 * because a band that a file says as 0.1 + 0.2 begins at the 0.30 that is printed.
 */
function gradeAt(score: number, grades: readonly Grade[]): Grade {
  const hundredths = (points: number) => Math.round(points * 100);
  const reached = grades.find(({ from }) => hundredths(score) >= hundredths(from)) ?? grades.at(-1);
  if (!reached) throw new RangeError('the scale has no grade');
  return reached;
}

/** 0 for the best grade; a worse grade has a higher rank. */
export function rankOf(grade: string, grades: readonly Grade[]): number {
  const rank = grades.findIndex(({ key }) => key === grade);
  if (rank < 0) throw new RangeError(`${grade} is no grade of the scale`);
  return rank;
}

/** The criteria that caps count, as they were scored. */
function criticalOf(
  { domains }: FrameworkDefinition,
  scored: readonly CriterionScore[],
): CriterionScore[] {
  const isCritical = domains.flatMap(({ criteria }) => criteria.map(({ critical }) => critical));
  return scored.filter((_, at) => isCritical[at]);
}

function completenessOf(
  criteria: readonly CriterionScore[],
  critical: readonly CriterionScore[],
): Completeness {
  const isApplicable = ({ outcome }: CriterionScore) => outcome !== 'not-applicable';
  const applicable = criteria.filter(isApplicable).length;
  const graded = criteria.filter(({ points }) => points !== null).length;
  const criticalNotGraded = critical
    .filter((one) => isApplicable(one) && one.points === null)
    .map(({ key }) => key);
  const enough = graded > 0 && 100 * graded >= leastGradedPercent * applicable;
  return {
    applicable,
    graded,
    criticalNotGraded,
    complete: enough && criticalNotGraded.length === 0,
  };
}

/** Points fall from grade to grade, so that a grade at or below another has as many or fewer. */
function applies(
  { when }: Cap,
  grades: readonly Grade[],
  critical: readonly CriterionScore[],
  domains: readonly DomainScore[],
): boolean {
  const most = pointsOf(when.atOrBelow, grades) ?? 0;
  const isAtOrBelow = (points: number | null) => points !== null && points <= most;
  if ('domain' in when) {
    const grade = domains.find(({ key }) => key === when.domain)?.grade ?? null;
    return isAtOrBelow(pointsOf(grade, grades));
  }
  return critical.filter(({ points }) => isAtOrBelow(points)).length >= when.atLeast;
}
