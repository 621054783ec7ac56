import type { Criterion, FieldValues } from '../frameworks/index.js';
import { applicabilityOfForm, criteriaOf, mayBeLeftOut } from './applicability.js';
import type { AnswerKind } from './audit-words.js';
import type { ScoringAnswer } from './check-answer.js';
import { factFaults, factsAsked } from './facts.js';
import { profileOfForm, sweepQuestions, type RegisterValues, type ScoredParts } from './sweep.js';

/** One agency's scoring, as far as the rules look at it. */
export interface ScoringToCheck {
  agency: string;
  register: RegisterValues;
  answers: readonly ScoringAnswer[];
}

/** Something to put right, and the question where it is. */
export interface ScoringFault {
  kind: AnswerKind;
  key: string;
  /** Key of the domain; null for the sweep and the facts, which stand outside domains. */
  domain: string | null;
  /** Such as `criterion.voice-own-words.evidence`. */
  path: string;
  message: string;
}

/** The answers of one kind by their keys. */
export function answersByKey(answers: readonly ScoringAnswer[], kind: AnswerKind): FieldValues {
  return Object.fromEntries(
    answers.flatMap((answer) => (answer.kind === kind ? [[answer.key, answer.value]] : [])),
  );
}

/**
 * Everything that stops a scoring from being submitted, in the order of the form: the sweep, each
 * domain, the facts. A domain can be completed when nothing of it is among them.
 *
 * @param today YYYY-MM-DD, the day in London
 * @returns empty when the scoring may be submitted
 */
export function scoringFaults(
  parts: ScoredParts,
  scoring: ScoringToCheck,
  today: string,
): ScoringFault[] {
  const { agency, register, answers } = scoring;
  const swept = answersByKey(answers, 'sweep');
  const applying = applyingTo(parts, scoring);
  const unanswered = sweepQuestions(parts, agency, register, swept)
    .filter(({ value }) => value === null)
    .map(({ field }) => {
      const message = `Answer “${field.title}” in the evidence sweep`;
      return { ...at('sweep', field.key, 'value', null), message };
    });
  const ungraded = parts.domains.flatMap((domain) =>
    criteriaOf({ domains: [domain] }, agency)
      .filter(({ key }) => applying.has(key))
      .flatMap((criterion) => criterionFault(parts, domain.key, criterion, answers) ?? []),
  );
  const profile = profileOfForm(parts, agency, register, swept);
  const recorded = answersByKey(answers, 'fact');
  const asked = factsAsked(parts, agency, profile, recorded);
  const contradicting = factFaults(asked, recorded, today.slice(0, 7)).map(({ fact, message }) => ({
    ...at('fact', fact, 'value', null),
    message,
  }));
  return [...unanswered, ...ungraded, ...contradicting];
}

function at(
  kind: AnswerKind,
  key: string,
  part: 'value' | 'evidence',
  domain: string | null,
): Omit<ScoringFault, 'message'> {
  return { kind, key, domain, path: `${kind}.${key}.${part}` };
}

/** One fault at a time: whoever has yet to grade is not asked for evidence. */
function criterionFault(
  { scale }: ScoredParts,
  domain: string,
  criterion: Criterion,
  answers: readonly ScoringAnswer[],
): ScoringFault | null {
  const { key, title } = criterion;
  const answer = answers.find((one) => one.kind === 'criterion' && one.key === key);
  const outcome = answer?.value ?? null;
  if (outcome === null) {
    const message = `Grade “${title}”, or record that you cannot tell`;
    return { ...at('criterion', key, 'value', domain), message };
  }
  const isLeftOut = outcome === 'not-applicable';
  if (isLeftOut && !mayBeLeftOut(criterion)) {
    const message = `“${title}” cannot be left out. Grade it, or record that you cannot tell`;
    return { ...at('criterion', key, 'value', domain), message };
  }
  const needsEvidence = isLeftOut || scale.evidenceRequiredFor.some((one) => one === outcome);
  if (!needsEvidence || answer?.evidence) return null;
  const label = scale.grades.find((grade) => grade.key === outcome)?.label;
  const message = isLeftOut
    ? `Say why “${title}” is not applicable`
    : `Give a line of evidence for “${title}”${label ? `, graded ${label}` : ', which you cannot tell'}`;
  return { ...at('criterion', key, 'evidence', domain), message };
}

/** How far one domain is, in criteria of the agency that apply. */
export interface DomainProgress {
  domain: string;
  applicable: number;
  answered: number;
  isComplete: boolean;
}

/**
 * How far each domain of the agency is.
 *
 * @param faults of the same scoring (`scoringFaults`)
 */
export function domainProgress(
  parts: ScoredParts,
  scoring: ScoringToCheck,
  faults: readonly ScoringFault[],
): DomainProgress[] {
  const applying = applyingTo(parts, scoring);
  const outcomes = answersByKey(scoring.answers, 'criterion');
  return parts.domains.flatMap((domain) => {
    const own = criteriaOf({ domains: [domain] }, scoring.agency);
    const applicable = own.filter(({ key }) => applying.has(key));
    const answered = applicable.filter(({ key }) => (outcomes[key] ?? null) !== null);
    const isComplete = faults.every((fault) => fault.domain !== domain.key);
    const counts = { applicable: applicable.length, answered: answered.length };
    return own.length === 0 ? [] : [{ domain: domain.key, ...counts, isComplete }];
  });
}

function applyingTo(
  parts: ScoredParts,
  { agency, register, answers }: ScoringToCheck,
): ReadonlySet<string> {
  const swept = answersByKey(answers, 'sweep');
  const all = applicabilityOfForm(parts, agency, register, swept);
  return new Set(all.filter(({ applies }) => applies).map(({ criterion }) => criterion));
}
