import { answerFault, leaksInWords, scoringLimits, type ScoredParts } from '@app/shared/domain';
import { contentOf, type AnswerContent, type HeldAnswer } from './held-answer';

const { evidenceMax } = scoringLimits;

/**
 * What keeps an answer from being sent: something the service would refuse, or something that looks
 * as if it named a person. Every save is kept for good, so such a text is better never sent.
 */
export function obstacleTo(
  answer: HeldAnswer,
  parts: ScoredParts,
  agency: string,
): Pick<HeldAnswer, 'standing' | 'refusal'> | null {
  const content = contentOf(answer);
  const fault = answerFault(parts, agency, { ...answer, ...content })?.message ?? tooLong(content);
  if (fault !== null) return { standing: 'refused', refusal: fault };
  return leaksIn(answer).length > 0 ? { standing: 'held', refusal: null } : null;
}

function tooLong({ evidence }: AnswerContent): string | null {
  const isTooLong = [...(evidence ?? '')].length > evidenceMax;
  const most = evidenceMax.toLocaleString('en-GB');
  return isTooLong ? `Evidence must be ${most} characters or fewer` : null;
}

/** What in the texts of an answer looks as if it named a person, each kind once: "an NHS number". */
export function leaksIn({ kind, value, evidence }: HeldAnswer): string[] {
  const line = kind === 'strength' && typeof value === 'string' ? value : '';
  return leaksInWords(`${line}\n${evidence ?? ''}`);
}
