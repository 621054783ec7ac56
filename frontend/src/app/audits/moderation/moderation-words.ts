import type {
  ModeratedCriterionResponse,
  ModeratedField,
  ModeratedForm,
  RaterResponse,
} from '@app/shared/contracts';
import {
  applicabilityOfAudit,
  farApart,
  instantInWords,
  withDerived,
  type Criterion,
  type Domain,
  type FieldValue,
} from '@app/shared/domain';
import { counted } from '../../platform/counted';
import { answerInWords } from '../scoring/answer-words';
import { partsOf } from '../scoring/form-parts';

/** A criterion of the framework with what was recorded for it. */
export interface ModeratedCriterion {
  domain: Domain;
  criterion: Criterion;
  recorded: ModeratedCriterionResponse;
}

/** All criteria in the order of the framework. */
export function criteriaIn(form: ModeratedForm): ModeratedCriterion[] {
  const recorded = new Map(form.criteria.map((one) => [one.criterion, one]));
  return partsOf(form).domains.flatMap((domain) =>
    domain.criteria.flatMap((criterion) => {
      const own = recorded.get(criterion.key);
      return own ? [{ domain, criterion, recorded: own }] : [];
    }),
  );
}

/** "Good", "Cannot tell from the file"; words of its own where nobody recorded anything. */
export function outcomeInWords(form: ModeratedForm, outcome: string | null): string {
  return answerInWords(partsOf(form), 'criterion', '', outcome) ?? 'Nothing recorded';
}

/** Raters who did not all record the same, or among whom nobody gave a grade. */
export function isDifference({ applies, mustBeDecided, raters }: ModeratedCriterionResponse) {
  return applies && (mustBeDecided || new Set(raters.map(({ outcome }) => outcome)).size > 1);
}

/** Those that must be decided first, then by how far apart. */
export function differencesOf(form: ModeratedForm): ModeratedCriterion[] {
  const all = new Map(criteriaIn(form).map((one) => [one.criterion.key, one]));
  return form.differencesFirst
    .flatMap((key) => all.get(key) ?? [])
    .filter(({ recorded }) => isDifference(recorded));
}

export function isToDecide({ applies, mustBeDecided, decision }: ModeratedCriterionResponse) {
  return applies && mustBeDecided && decision === null;
}

/**
 * The difference to look at next: after a criterion in their order, else from the beginning.
 *
 * @returns null when every one is decided
 */
export function nextDifference(form: ModeratedForm, after: string): ModeratedCriterion | null {
  const all = differencesOf(form);
  const place = all.findIndex(({ criterion }) => criterion.key === after);
  const inOrder = [...all.slice(place + 1), ...all.slice(0, Math.max(place, 0))];
  return inOrder.find(({ recorded }) => recorded.decision === null) ?? null;
}

export function apartInWords({ apart, proposal }: ModeratedCriterionResponse): string {
  if (proposal === null) return 'Nobody gave a grade';
  if (apart > 0) return counted(apart, 'grade apart', 'grades apart');
  return 'Not graded by all';
}

/** "Rater A" until the criterion is decided, then whose grade it was. */
export function raterTitle({ letter, agency }: RaterResponse): string {
  if (agency) return agency.title;
  return letter === null ? 'The one rater' : `Rater ${letter}`;
}

/** "Rater A: Good", one for each rater. */
export function givenInWords(
  form: ModeratedForm,
  { raters }: ModeratedCriterionResponse,
): string[] {
  return raters.map((rater) => `${raterTitle(rater)}: ${outcomeInWords(form, rater.outcome)}`);
}

/** How the proposal came about, as the moderator must know it before departing from it. */
export function proposalInWords(
  form: ModeratedForm,
  { proposal, raters }: ModeratedCriterionResponse,
): string {
  if (proposal === null) {
    return 'Nobody gave a grade, so nothing is proposed. Give one, or record that you cannot tell.';
  }
  const label = outcomeInWords(form, proposal);
  const grades = raters.filter(({ outcome }) =>
    form.scale.grades.some(({ key }) => key === outcome),
  );
  if (grades.length === 0) return `Proposed: ${label}, as every agency recorded.`;
  const alike = new Set(grades.map(({ outcome }) => outcome)).size === 1;
  if (grades.length === 1) return `Proposed: ${label}, the one grade that was given.`;
  if (alike) return `Proposed: ${label}, the grade that all gave.`;
  return grades.length % 2 === 1
    ? `Proposed: ${label}, the middle one of the grades.`
    : `Proposed: ${label}, the lower of the two grades in the middle.`;
}

/** When the box for the reason must be filled, as it stands above the box. */
export function reasonRule(
  form: ModeratedForm,
  { apart, proposal }: ModeratedCriterionResponse,
): string {
  if (apart >= farApart) return 'Required, because grades lie two or more apart. Name nobody.';
  if (proposal === null) return 'Not required. Name nobody.';
  return `Required if you choose anything but ${outcomeInWords(form, proposal)}. Name nobody.`;
}

/** "Tom Ellery, 15 September 2026 at 10:05" */
export function byWhom({ by, at }: { by: string; at: string }): string {
  return `${by}, ${instantInWords(new Date(at))}`;
}

/** What counts for a profile field, and where that comes from. */
export function fieldInWords(form: ModeratedForm, field: ModeratedField): string[] {
  const words = valueInWords(form, field.field, field.value);
  const owner = form.agencies.find(({ key }) => key === field.owner)?.title ?? 'its agency';
  switch (field.from) {
    case 'register':
      return [words, 'From the register'];
    case 'agency':
      return [words, `Recorded by ${owner}`];
    case 'derived':
      return [words, 'Follows from the others'];
    case 'nobody':
      return [words, `Not recorded by ${owner}`];
    case 'moderator':
      return [words, `Corrected from ${valueInWords(form, field.field, field.recorded)}`];
  }
}

export function valueInWords(form: ModeratedForm, field: string, value: FieldValue): string {
  return answerInWords(partsOf(form), 'sweep', field, value) ?? 'Not known';
}

/** Criteria that a value of a profile field takes out of the audit, and those that it brings back. */
export interface EffectOfField {
  out: string[];
  back: string[];
}

/** By the same rules as the service's, so that it can be read before anything is saved. */
export function effectOfField(
  form: ModeratedForm,
  field: string,
  value: FieldValue,
): EffectOfField {
  const parts = partsOf(form);
  const known = Object.fromEntries(form.profile.map((one) => [one.field, one.value]));
  const profile = withDerived(parts.profileFields, { ...known, [field]: value });
  const after = new Map(
    applicabilityOfAudit(parts, profile).map((one) => [one.criterion, one.applies]),
  );
  const changed = criteriaIn(form).filter(
    ({ criterion, recorded }) => after.get(criterion.key) !== recorded.applies,
  );
  const titles = (applies: boolean) =>
    changed
      .filter(({ recorded }) => recorded.applies === applies)
      .map(({ criterion }) => criterion.title);
  return { out: titles(true), back: titles(false) };
}
