import {
  answersOf,
  asksForNumber,
  nonGrades,
  type Fact,
  type FieldValue,
  type PlanSection,
  type ProfileField,
} from '../frameworks/index.js';
import type { ProblemError } from '../problems/index.js';
import { criteriaOf, mayBeLeftOut } from './applicability.js';
import { scoringLimits as limits, type AnswerKind } from './audit-words.js';
import { sweepFields, type ScoredParts } from './sweep.js';

/** One answer of a scoring; null where nothing is recorded, or it was taken back. */
export interface ScoringAnswer {
  kind: AnswerKind;
  /** Of the field, criterion, fact or domain. */
  key: string;
  value: FieldValue;
  /** For a criterion: the evidence, and the reason where it is not applicable. */
  evidence: string | null;
  /** For a criterion: where in the plan the evidence is. */
  sections: readonly PlanSection[];
}

/** The keys a whole-number field may hold: year groups and ages, and nothing a slip makes. */
const wholeNumber = { min: -99, max: limits.countMax } as const;

/**
 * What is wrong with an answer whatever else was answered: a question that the agency is not asked,
 * or a value that the question does not take. What is missing or contradicts is said when a domain
 * is completed (`scoringFaults`), never while typing.
 *
 * @returns null when it can be saved
 */
export function answerFault(
  parts: ScoredParts,
  agency: string,
  answer: ScoringAnswer,
): ProblemError | null {
  const { kind, value, evidence, sections } = answer;
  if (kind !== 'criterion' && (evidence !== null || sections.length > 0)) {
    return { path: 'evidence', message: 'Only a criterion has evidence' };
  }
  const takes = taking(parts, agency, answer);
  if (takes === null) {
    return { path: 'key', message: 'Your form has no such question. Reload the page' };
  }
  return value === null || takes(value) ? null : { path: 'value', message: valueMessage[kind] };
}

const valueMessage: Record<AnswerKind, string> = {
  sweep: 'Choose one of the answers to this question',
  criterion: 'Choose a grade of the scale, or another outcome that this criterion allows',
  fact: `Record what this fact asks for; a count is a whole number from 0 to ${limits.countMax}`,
  strength: `A strength must be one line of ${limits.strengthMax} characters or fewer`,
};

/** Which values a question takes; null when the agency is not asked it. */
function taking(
  parts: ScoredParts,
  agency: string,
  { kind, key }: ScoringAnswer,
): ((value: FieldValue) => boolean) | null {
  if (kind === 'sweep') {
    const field = sweepFields(parts, agency).find((one) => one.key === key);
    return field ? (value) => isAmong(field, value) : null;
  }
  if (kind === 'fact') {
    const fact = parts.facts.find((one) => one.key === key && one.owner === agency);
    return fact && fact.setsProfile === undefined ? (value) => isFact(fact, value) : null;
  }
  if (kind === 'strength') {
    const hasDomain = parts.domains.some(
      (domain) => domain.key === key && criteriaOf({ domains: [domain] }, agency).length > 0,
    );
    return hasDomain ? isLine : null;
  }
  const criterion = criteriaOf(parts, agency).find((one) => one.key === key);
  if (!criterion) return null;
  const others = nonGrades.filter((one) => one === 'cannot-tell' || mayBeLeftOut(criterion));
  const outcomes: unknown[] = [...parts.scale.grades.map((grade) => grade.key), ...others];
  return (value) => outcomes.includes(value);
}

/** Whether a value is one of the answers to what is asked, or a whole number where that is. */
export function isAmong(asked: ProfileField | Fact, value: FieldValue): boolean {
  if (asksForNumber(asked)) {
    const isWhole = typeof value === 'number' && Number.isInteger(value);
    return isWhole && value >= wholeNumber.min && value <= wholeNumber.max;
  }
  return answersOf(asked).some(({ key }) => key === value);
}

function isFact(fact: Fact, value: FieldValue): boolean {
  if (fact.type === 'month') {
    return typeof value === 'string' && /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(value);
  }
  if (fact.type === 'count') return isAmong(fact, value) && Number(value) >= 0;
  if (fact.type !== 'several') return isAmong(fact, value);
  const choices = answersOf(fact).map(({ key }) => key);
  return (
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((one: string) => choices.includes(one))
  );
}

function isLine(value: FieldValue): boolean {
  return (
    typeof value === 'string' &&
    value !== '' &&
    !/[\r\n]/.test(value) &&
    [...value].length <= limits.strengthMax
  );
}
