import type {
  ModeratedAgency,
  ModeratedCriterionResponse,
  ModeratedField,
  ModeratedForm,
  ModerationWorking,
  RaterResponse,
  StrengthLine,
} from '@app/shared/contracts';
import {
  capInWords,
  differencesFirst,
  factsOf,
  feedbackPoints,
  finalGradesOpen,
  letteredRaters,
  mayBeCorrected,
  moderate,
  outcomesOpen,
  pointsOpen,
  waitsForDecision,
  whyNoPoints,
  type FrameworkDefinition,
  type ModeratedAudit,
  type ModeratedCriterion,
  type ProfileField,
  type ProfileOrigin,
} from '@app/shared/domain';
import type { FrameworkVersion } from '../../frameworks/index.js';
import { strengthsIn } from '../closing/closed-audit.js';
import type { AuditInModeration } from './audit-in-moderation.js';
import type { StoredEndedScoring } from './moderation.repository.js';

/** What the form needs besides the audit: the secret that shuffles raters, and who people are. */
interface Known {
  seed: string;
  names: ReadonlyMap<string, string>;
}

/** All of an audit as a moderator reads it; agencies stand beside outcomes only where that is allowed. */
export function formOfModeration(
  moderated: AuditInModeration,
  { id, number, definition }: FrameworkVersion,
  known: Known,
): ModeratedForm {
  const { stored, audit } = moderated;
  const { kind, title, scale, domains, profileFields, facts, caps, sources } = definition;
  const plan = stored.registerFacts;
  const submitted = stored.scorings.filter(({ isSubmitted }) => isSubmitted);
  return {
    plan,
    framework: { id, kind, title, number },
    ...{ scale, domains, profileFields, facts, caps, sources },
    agencies: stored.scorings.map(agencyOf),
    profile: profileOf(moderated, known),
    criteria: audit.criteria.map((one) => criterionOf(one, moderated, known)),
    differencesFirst: differencesFirst(audit.criteria),
    working: workingOf(audit, definition),
    recordedFacts: Object.entries(factsOf({ definition }, audit.profile, submitted)).map(
      ([fact, value]) => ({ fact, value }),
    ),
    strengths: strengthsOf(moderated, submitted),
    feedbackPoints: {
      proposed: feedbackPoints(definition, audit.agreed, plan),
      open: whyNoPoints(plan) === null ? pointsOpen(definition, audit.agreed) : [],
      noneBecause: whyNoPoints(plan),
    },
  };
}

function agencyOf(scoring: StoredEndedScoring): ModeratedAgency {
  const { agency, agencyTitle, isSubmitted, withdrawnBecause } = scoring;
  return { key: agency, title: agencyTitle, hasSubmitted: isSubmitted, withdrawnBecause };
}

function profileOf(
  { stored, source, audit }: AuditInModeration,
  { names }: Known,
): ModeratedField[] {
  const recorded = moderate({ ...source, corrections: {} }).profile;
  return source.definition.profileFields.map((field) => {
    const { key } = field;
    const correction = stored.corrections.find((one) => one.field === key && one.value !== null);
    return {
      field: key,
      value: audit.profile[key] ?? null,
      from: correction ? 'moderator' : originOf(field, stored.scorings),
      owner: field.source.from === 'sweep' ? field.source.owner : null,
      recorded: recorded[key] ?? null,
      correction: correction ? { ...correction, by: names.get(correction.by) ?? '' } : null,
      mayBeCorrected: mayBeCorrected(field),
    };
  });
}

function originOf(
  { source }: ProfileField,
  scorings: readonly StoredEndedScoring[],
): ProfileOrigin {
  if (source.from !== 'sweep') return source.from;
  const hasOwner = scorings.some(
    ({ agency, isSubmitted }) => isSubmitted && agency === source.owner,
  );
  return hasOwner ? 'agency' : 'nobody';
}

function criterionOf(
  one: ModeratedCriterion,
  { stored, source }: AuditInModeration,
  { seed, names }: Known,
): ModeratedCriterionResponse {
  const { criterion, domain, applies, because, proposal, apart, mustBeDecided, agreed } = one;
  const decision = stored.decisions.find((decided) => decided.criterion === criterion.key);
  const mayShowAgencies = decision !== undefined || stored.closing !== null;
  return {
    ...{ criterion: criterion.key, domain, applies, because },
    raters: ratersOf(one, stored.scorings, { seed, mayShowAgencies }),
    ...{ proposal, apart, mustBeDecided, agreed },
    outcomesOpen: outcomesOpen(criterion, source.definition),
    decision: decision ? { ...decision, by: names.get(decision.by) ?? '' } : null,
  };
}

/** With one rater the framework tells whose it is; with several only once the criterion is decided. */
function ratersOf(
  { criterion, given }: ModeratedCriterion,
  scorings: readonly StoredEndedScoring[],
  { seed, mayShowAgencies }: { seed: string; mayShowAgencies: boolean },
): RaterResponse[] {
  return letteredRaters(seed, criterion.key, given).flatMap(({ scoringId, agency, letter }) => {
    const own = given.find((one) => one.scoringId === scoringId);
    if (!own) return [];
    const title = scorings.find(({ id }) => id === scoringId)?.agencyTitle ?? agency;
    return {
      letter,
      agency: letter === null || mayShowAgencies ? { key: agency, title } : null,
      ...{ outcome: own.outcome, evidence: own.evidence, sections: [...own.sections] },
    };
  });
}

/**
 * Lines on what is strong stand under their agency, and would tell how it writes: in a domain where a
 * criterion with several raters waits for a decision they are kept back.
 */
function strengthsOf(
  { stored, audit }: AuditInModeration,
  submitted: readonly StoredEndedScoring[],
): StrengthLine[] {
  const waiting = audit.criteria.filter((one) => waitsForDecision(one) && one.given.length > 1);
  const isOpen = (domain: string) =>
    stored.closing !== null || waiting.every((one) => one.domain !== domain);
  return submitted.flatMap((scoring) =>
    strengthsIn(scoring).flatMap(({ domain, line }) => {
      const agency = { key: scoring.agency, title: scoring.agencyTitle };
      return isOpen(domain) ? [{ domain, agency, line }] : [];
    }),
  );
}

function workingOf({ score }: ModeratedAudit, definition: FrameworkDefinition): ModerationWorking {
  const { domains, completeness, overall } = score;
  return {
    ...{ domains, completeness },
    overall: overall && {
      ...overall,
      capsApplied: overall.capsApplied.map((cap) => ({
        ...{ key: cap.key, ceiling: cap.ceiling, because: cap.because },
        rule: capInWords(cap, definition),
      })),
      gradesOpen: finalGradesOpen(overall, definition),
    },
  };
}
