import type {
  Criterion,
  FieldValues,
  FrameworkDefinition,
  PlanSection,
} from '../frameworks/index.js';
import {
  applicabilityOfAudit,
  applicabilityOfForm,
  mayBeLeftOut,
  profileOfAudit,
} from './applicability.js';
import type { ScoringAnswer } from './check-answer.js';
import type { AgencyOutcomes } from './moderation-triggers.js';
import { gradesApart, mustBeDecided, proposedOutcome } from './propose-grade.js';
import { scoreAudit, type AuditScore, type Outcome, type Outcomes } from './score-audit.js';
import { answersByKey } from './scoring-rules.js';
import type { RegisterValues } from './sweep.js';

/** One agency's scoring once it has ended. */
export interface EndedScoring {
  id: string;
  agency: string;
  /** Of a withdrawn scoring nothing counts. */
  isSubmitted: boolean;
  answers: readonly ScoringAnswer[];
}

/** All that moderation works on. */
export interface AuditToModerate {
  definition: FrameworkDefinition;
  register: RegisterValues;
  scorings: readonly EndedScoring[];
  /** What the moderator put in the place of profile fields, by key. */
  corrections: FieldValues;
  /** What the moderator recorded, by criterion. */
  decisions: Outcomes;
}

/** What one agency recorded for a criterion. */
export interface GivenOutcome {
  scoringId: string;
  agency: string;
  outcome: Outcome;
  evidence: string | null;
  sections: readonly PlanSection[];
}

/** One criterion as it stands in moderation. */
export interface ModeratedCriterion {
  criterion: Criterion;
  /** Key. */
  domain: string;
  /** By the profile of the audit, for everyone. */
  applies: boolean;
  because: string | null;
  /** By each agency that submitted and scores it. Stays on record where the criterion does not apply. */
  given: GivenOutcome[];
  /** What stands without a decision; null where nobody gave a grade. */
  proposal: Outcome;
  /** Steps of the scale between the best and the worst grade. */
  apart: number;
  mustBeDecided: boolean;
  decision: Outcome;
  /** The decision, else the proposal; null where neither is there. */
  agreed: Outcome;
}

/** An audit as it stands in moderation: everything that follows from what was recorded. */
export interface ModeratedAudit {
  profile: FieldValues;
  /** In the order of the framework. */
  criteria: ModeratedCriterion[];
  /** What agencies recorded for criteria that apply. */
  outcomes: AgencyOutcomes;
  agreed: Outcomes;
  score: AuditScore;
}

/**
 * Works out an audit from its scorings and from what the moderator decided and corrected.
 * Applicability is read from the profile of the audit, for everyone; a decision on a criterion that
 * does not apply stays on record and does not count.
 *
 * @example moderate({ definition, register, scorings, corrections: {}, decisions: {} }).agreed
 */
export function moderate(audit: AuditToModerate): ModeratedAudit {
  const { definition, register, corrections } = audit;
  const submitted = audit.scorings.filter(({ isSubmitted }) => isSubmitted);
  const swept = submitted.map(({ agency, isSubmitted, answers }) => ({
    ...{ agency, isSubmitted },
    answers: answersByKey(answers, 'sweep'),
  }));
  const profile = profileOfAudit(definition, register, swept, corrections);
  const applying = applicabilityOfAudit(definition, profile);
  const given = submitted.map((scoring) => outcomesIn(definition, register, scoring));
  const all = definition.domains.flatMap(({ key: domain, criteria }) =>
    criteria.map((criterion) => ({ domain, criterion })),
  );
  const criteria = all.map(({ domain, criterion }, place): ModeratedCriterion => {
    const { applies = true, because = null } = applying[place] ?? {};
    const own = given.flatMap((outcomes) => outcomes.get(criterion.key) ?? []);
    const standing = { criterion, domain, applies, because, given: own };
    return { ...standing, ...agreedOn(standing, audit) };
  });
  const counting = criteria.filter(({ applies }) => applies);
  const outcomes = counting.map(
    ({ criterion, given: own }) => [criterion.key, own.map(({ outcome }) => outcome)] as const,
  );
  const agreed = Object.fromEntries(criteria.map((one) => [one.criterion.key, one.agreed]));
  const score = scoreAudit(definition, agreed);
  return { profile, criteria, outcomes: Object.fromEntries(outcomes), agreed, score };
}

function agreedOn(
  { criterion, applies, given }: Pick<ModeratedCriterion, 'criterion' | 'applies' | 'given'>,
  { definition, decisions }: AuditToModerate,
): Pick<ModeratedCriterion, 'proposal' | 'apart' | 'mustBeDecided' | 'decision' | 'agreed'> {
  const { grades } = definition.scale;
  const decision = decisions[criterion.key] ?? null;
  if (!applies) {
    const out = 'not-applicable';
    return { proposal: out, apart: 0, mustBeDecided: false, decision, agreed: out };
  }
  const outcomes = given.map(({ outcome }) => outcome);
  const proposal = proposedOutcome(outcomes, grades);
  return {
    proposal,
    apart: gradesApart(outcomes, grades),
    mustBeDecided: mustBeDecided(outcomes, grades),
    decision,
    agreed: decision ?? proposal,
  };
}

/**
 * What a submitted scoring holds for each criterion of its agency. Where its own sweep left a
 * criterion out, that counts, whatever grade was given before.
 */
function outcomesIn(
  definition: FrameworkDefinition,
  register: RegisterValues,
  { id: scoringId, agency, answers }: EndedScoring,
): ReadonlyMap<string, GivenOutcome> {
  const swept = answersByKey(answers, 'sweep');
  const graded = new Map(
    answers.flatMap((answer) => (answer.kind === 'criterion' ? [[answer.key, answer]] : [])),
  );
  const own = applicabilityOfForm(definition, agency, register, swept);
  return new Map(
    own.map(({ criterion, applies }): [string, GivenOutcome] => {
      const { value = null, evidence = null, sections = [] } = graded.get(criterion) ?? {};
      const outcome = typeof value === 'string' ? value : null;
      const given = applies
        ? { outcome, evidence, sections }
        : { outcome: 'not-applicable', evidence: null, sections: [] };
      return [criterion, { scoringId, agency, ...given }];
    }),
  );
}

/** Whether the criterion still waits for the moderator. */
export function waitsForDecision({ mustBeDecided: must, decision }: ModeratedCriterion): boolean {
  return must && decision === null;
}

/**
 * The criteria that apply in the order in which a moderator looks at them: those that must be
 * decided, then by how far the grades lie apart, then as the framework has them. A decision moves
 * none of them.
 *
 * @returns keys
 */
export function differencesFirst(criteria: readonly ModeratedCriterion[]): string[] {
  return criteria
    .filter(({ applies }) => applies)
    .toSorted((a, b) => Number(b.mustBeDecided) - Number(a.mustBeDecided) || b.apart - a.apart)
    .map(({ criterion }) => criterion.key);
}

/** What a moderator may record for a criterion, from the best grade on. */
export function outcomesOpen(criterion: Criterion, { scale }: FrameworkDefinition): string[] {
  const grades = scale.grades.map(({ key }) => key);
  return [...grades, 'cannot-tell', ...(mayBeLeftOut(criterion) ? ['not-applicable'] : [])];
}
