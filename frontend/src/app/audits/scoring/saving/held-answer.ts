import type { AnswerResponse } from '@app/shared/contracts';
import type { AnswerKind, FieldValue, PlanSection, ScoringAnswer } from '@app/shared/domain';

/** What is answered, apart from which question it answers. */
export type AnswerContent = Pick<ScoringAnswer, 'value' | 'evidence' | 'sections'>;

/**
 * Where an answer stands between the page and the service.
 * - typing: changed, and saved once the typing rests
 * - waiting: the service could not be reached; sent again by itself
 * - held: kept back because it looks as if it named a person
 * - refused: the service does not take it as it is
 * - conflict: saved differently elsewhere; the person chooses
 */
export type Standing = 'saved' | 'typing' | 'saving' | 'waiting' | 'held' | 'refused' | 'conflict';

/** One answer as the page holds it. */
export interface HeldAnswer extends ScoringAnswer {
  /** The version that the service gave last; 0 before the first save. */
  version: number;
  /** What the service is known to have. */
  saved: AnswerContent;
  /** What was sent since then: without an answer nobody knows what of it arrived. */
  sent: readonly AnswerContent[];
  standing: Standing;
  /** Why it was refused, as the person reads it. */
  refusal: string | null;
  /** What was saved elsewhere, while the person has to choose. */
  theirs: AnswerResponse | null;
}

export const noContent: AnswerContent = { value: null, evidence: null, sections: [] };

/** The name under which an answer is held, also the id of its control on the page. */
export function answerId({ kind, key }: { kind: AnswerKind; key: string }): string {
  return `${kind}-${key}`;
}

export function unanswered(kind: AnswerKind, key: string): HeldAnswer {
  return {
    ...{ kind, key, ...noContent, version: 0, saved: noContent, sent: [] },
    ...{ standing: 'saved', refusal: null, theirs: null },
  };
}

export function heldOf(answer: AnswerResponse): HeldAnswer {
  const { kind, key, version } = answer;
  const content = contentOf(answer);
  return { ...unanswered(kind, key), ...content, version, saved: content };
}

/** The content as the service keeps it: without space around it, and nothing for an empty text. */
export function contentOf({ value, evidence, sections }: AnswerContent): AnswerContent {
  return { value: tidy(value), evidence: tidyText(evidence ?? ''), sections };
}

function tidy(value: FieldValue): FieldValue {
  return typeof value === 'string' ? tidyText(value) : value;
}

function tidyText(text: string): string | null {
  return text.trim().normalize('NFC') || null;
}

export function isSame(one: AnswerContent, other: AnswerContent): boolean {
  return asText(one) === asText(other);
}

function asText(content: AnswerContent): string {
  const { value, evidence, sections } = contentOf(content);
  const chosen: readonly PlanSection[] = sections.toSorted();
  return JSON.stringify([value, evidence, chosen]);
}

/** Whether the page holds something else than the service is known to have. */
export function isChanged(answer: HeldAnswer): boolean {
  return !isSame(answer, answer.saved);
}

/**
 * The answer after the service said what it has: one that went out under the page and arrived, or
 * one that somebody else saved.
 */
export function afterConflict(answer: HeldAnswer, present: AnswerResponse): HeldAnswer {
  const saved = contentOf(present);
  const isOurs = [answer, ...answer.sent].some((one) => isSame(saved, one));
  return isOurs
    ? { ...answer, version: present.version, saved, sent: [], standing: 'typing' }
    : { ...answer, standing: 'conflict', theirs: present };
}
