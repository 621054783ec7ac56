import {
  conditionFields,
  conditionHolds,
  withDerived,
  type FieldSource,
  type FieldValue,
  type FieldValues,
  type FrameworkDefinition,
  type ProfileColumn,
  type ProfileField,
} from '../frameworks/index.js';
import type { RegisterPlan } from '../plans/index.js';

/** What the rules of scoring read of a version: the whole of it, or the parts of one agency. */
export type ScoredParts = Pick<
  FrameworkDefinition,
  'profileFields' | 'domains' | 'facts' | 'scale'
>;

/** What the register said on the day of the draw, by its columns. */
export type RegisterValues = Readonly<Partial<Record<ProfileColumn, FieldValue>>>;

type SweepSource = Extract<FieldSource, { from: 'sweep' }>;
type SweepField = ProfileField & { source: SweepSource };

/** A question of the evidence sweep as one agency meets it. */
export interface SweepQuestion {
  field: SweepField;
  /** What counts now; null while nothing is answered or set beforehand. */
  value: FieldValue;
  setBy: 'answer' | 'preset' | 'register' | null;
}

/** The columns of the register that a framework may read; what is blank is not known. */
export function registerValues(plan: RegisterPlan): Record<ProfileColumn, FieldValue> {
  const word = (is: boolean | null) => (is === null ? null : is ? 'yes' : 'no');
  return {
    year_group: plan.yearGroup,
    age: plan.age,
    primary_need: plan.primaryNeed,
    setting_type: plan.settingType,
    social_care_status: plan.socialCareStatus,
    learning_disability: word(plan.hasLearningDisability),
    transferred_in: word(plan.isTransferredIn),
    tribunal_ordered: word(plan.isTribunalOrdered),
  };
}

/**
 * The sweep questions of an agency: those that the rules of its own criteria use, also by way of a
 * derived field or of what decides whether a question is asked, and those that its own counted
 * facts answer. In the order of the framework.
 *
 * @example sweepFields(definition, 'health').map(({ key }) => key)
 */
export function sweepFields(parts: ScoredParts, agency: string): SweepField[] {
  const rules = parts.domains
    .flatMap(({ criteria }) => criteria)
    .filter(({ agencies }) => agencies.includes(agency))
    .flatMap(({ applicability }) =>
      applicability.mode === 'rule' ? conditionFields(applicability.notWhen) : [],
    );
  const facts = parts.facts.flatMap(({ owner, setsProfile }) =>
    owner === agency && setsProfile !== undefined ? [setsProfile] : [],
  );
  const used = withWhatTheyNeed(parts.profileFields, [...rules, ...facts]);
  return parts.profileFields.filter(
    (field): field is SweepField => field.source.from === 'sweep' && used.has(field.key),
  );
}

function withWhatTheyNeed(
  fields: readonly ProfileField[],
  keys: readonly string[],
): ReadonlySet<string> {
  const used = new Set<string>();
  const open = [...keys];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (used.has(key)) continue;
    used.add(key);
    const source = fields.find((field) => field.key === key)?.source;
    if (source?.from === 'derived') open.push(...conditionFields(source.when));
    if (source?.from === 'sweep' && source.askedWhen)
      open.push(...conditionFields(source.askedWhen));
  }
  return used;
}

/**
 * The questions that an agency is asked now, with what counts for each: its own answer, else what a
 * preset says ("no need" sets "no provision recommended"), else what the register says.
 *
 * @param answers the agency's own, by the key of the field; null is no answer
 */
export function sweepQuestions(
  parts: ScoredParts,
  agency: string,
  register: RegisterValues,
  answers: FieldValues,
): SweepQuestion[] {
  return settled(parts, sweepFields(parts, agency), register, answers).questions;
}

/** What the rules of an agency's form read: the register and its own answers to the sweep. */
export function profileOfForm(
  parts: ScoredParts,
  agency: string,
  register: RegisterValues,
  answers: FieldValues,
): FieldValues {
  return settled(parts, sweepFields(parts, agency), register, answers).profile;
}

/**
 * What one question holds may decide whether another is asked or what is set beforehand. No
 * question waits for itself (`checkFramework`), so after as many rounds as there are questions
 * nothing changes any more.
 */
function settled(
  { profileFields }: ScoredParts,
  fields: readonly SweepField[],
  register: RegisterValues,
  answers: FieldValues,
): { questions: SweepQuestion[]; profile: FieldValues } {
  const known = registerFields(profileFields, register);
  let questions: SweepQuestion[] = [];
  let profile = withDerived(profileFields, known);
  for (let round = 0; round <= fields.length; round += 1) {
    questions = questionsNow(fields, profile, register, answers);
    const swept = questions.map(({ field, value }) => [field.key, value] as const);
    profile = withDerived(profileFields, { ...known, ...Object.fromEntries(swept) });
  }
  return { questions, profile };
}

function questionsNow(
  fields: readonly SweepField[],
  profile: FieldValues,
  register: RegisterValues,
  answers: FieldValues,
): SweepQuestion[] {
  return fields
    .filter(({ source }) => !source.askedWhen || conditionHolds(source.askedWhen, profile))
    .map((field): SweepQuestion => {
      const { preset, prefilledFrom } = field.source;
      const answer = answers[field.key] ?? null;
      if (answer !== null) return { field, value: answer, setBy: 'answer' };
      if (preset && conditionHolds(preset.when, profile)) {
        return { field, value: preset.value, setBy: 'preset' };
      }
      const prefilled = (prefilledFrom && register[prefilledFrom]) ?? null;
      return { field, value: prefilled, setBy: prefilled === null ? null : 'register' };
    });
}

/** The profile fields that come from the register, by key. */
export function registerFields(
  fields: readonly ProfileField[],
  register: RegisterValues,
): FieldValues {
  return Object.fromEntries(
    fields.flatMap(({ key, source }) =>
      source.from === 'register' ? [[key, register[source.column] ?? null] as const] : [],
    ),
  );
}
