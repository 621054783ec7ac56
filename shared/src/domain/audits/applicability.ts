import {
  conditionHolds,
  withDerived,
  type Criterion,
  type FieldValues,
} from '../frameworks/index.js';
import {
  profileOfForm,
  registerFields,
  sweepFields,
  sweepQuestions,
  type RegisterValues,
  type ScoredParts,
} from './sweep.js';

/** Whether a criterion is to be scored; where not, why, as the framework says it. */
export interface Applies {
  criterion: string;
  applies: boolean;
  because: string | null;
}

/**
 * Whether each criterion of an agency applies, by the register and the agency's own answers.
 *
 * @param answers to the sweep, by the key of the field
 */
export function applicabilityOfForm(
  parts: ScoredParts,
  agency: string,
  register: RegisterValues,
  answers: FieldValues,
): Applies[] {
  const profile = profileOfForm(parts, agency, register, answers);
  return criteriaOf(parts, agency).map((criterion) => appliesTo(criterion, profile));
}

/** What one agency brings to the profile of the audit. */
export interface SweptBy {
  agency: string;
  /** Of a withdrawn scoring nothing counts. */
  isSubmitted: boolean;
  answers: FieldValues;
}

/**
 * The profile of an audit once every scoring is in: the register, overlaid with what the owner of
 * each sweep field recorded. What its owner did not submit, or was never asked, is unclear, and
 * unclear switches no criterion off unless a rule lists that word.
 *
 * @param corrections what the moderator put in the place of register and sweep fields, by key
 */
export function profileOfAudit(
  parts: ScoredParts,
  register: RegisterValues,
  scorings: readonly SweptBy[],
  corrections: FieldValues = {},
): FieldValues {
  const { profileFields } = parts;
  const owned = profileFields.flatMap(({ key, source }) =>
    source.from === 'sweep' ? [{ key, owner: source.owner }] : [],
  );
  const swept = owned.map(({ key, owner }) => {
    const own = scorings.find(({ agency, isSubmitted }) => agency === owner && isSubmitted);
    return [key, own ? recordedBy(parts, register, own, key) : 'unclear'] as const;
  });
  const known = {
    ...registerFields(profileFields, register),
    ...Object.fromEntries(swept),
    ...corrections,
  };
  return withDerived(profileFields, known);
}

/** Null where the question was not to be asked of this plan. */
function recordedBy(
  parts: ScoredParts,
  register: RegisterValues,
  { agency, answers }: SweptBy,
  key: string,
): FieldValues[string] {
  if (!sweepFields(parts, agency).some((field) => field.key === key)) return 'unclear';
  const questions = sweepQuestions(parts, agency, register, answers);
  return questions.find(({ field }) => field.key === key)?.value ?? null;
}

/** Whether each criterion of the version applies to the audit, for everyone. */
export function applicabilityOfAudit(parts: ScoredParts, profile: FieldValues): Applies[] {
  return parts.domains
    .flatMap(({ criteria }) => criteria)
    .map((criterion) => appliesTo(criterion, profile));
}

function appliesTo({ key, applicability }: Criterion, profile: FieldValues): Applies {
  const isOut = applicability.mode === 'rule' && conditionHolds(applicability.notWhen, profile);
  return isOut
    ? { criterion: key, applies: false, because: applicability.because }
    : { criterion: key, applies: true, because: null };
}

/** Whether the auditor may record that a criterion is not applicable where its rule does not say so. */
export function mayBeLeftOut({ applicability }: Criterion): boolean {
  if (applicability.mode === 'auditor') return true;
  return applicability.mode === 'rule' && applicability.auditorMay !== undefined;
}

/** The criteria that an agency scores, in the order of the framework. */
export function criteriaOf(parts: Pick<ScoredParts, 'domains'>, agency: string): Criterion[] {
  return parts.domains
    .flatMap(({ criteria }) => criteria)
    .filter(({ agencies }) => agencies.includes(agency));
}

/** The parts of a version that one agency sees when it scores: its own criteria and facts. */
export function partsOfAgency<Parts extends ScoredParts>(parts: Parts, agency: string): Parts {
  const domains = parts.domains.map((domain) => ({
    ...domain,
    criteria: domain.criteria.filter(({ agencies }) => agencies.includes(agency)),
  }));
  return {
    ...parts,
    domains: domains.filter(({ criteria }) => criteria.length > 0),
    facts: parts.facts.filter(({ owner }) => owner === agency),
  };
}

/** The agencies of a version that have something to score. */
export function agenciesThatScore(parts: Pick<ScoredParts, 'domains'>): string[] {
  const keys = parts.domains.flatMap(({ criteria }) =>
    criteria.flatMap(({ agencies }) => agencies),
  );
  return [...new Set(keys)];
}
