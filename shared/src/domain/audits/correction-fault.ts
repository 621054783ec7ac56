import type { FieldValue, ProfileField } from '../frameworks/index.js';
import type { ProblemError } from '../problems/index.js';
import { isAmong } from './check-answer.js';

/** What the moderator wants a profile field to hold; a value of null takes the correction back. */
export interface CorrectionWanted {
  value: FieldValue;
  reason: string | null;
}

/** Whether a moderator may correct a field; a derived one follows from the others. */
export function mayBeCorrected({ source }: ProfileField): boolean {
  return source.from !== 'derived';
}

/**
 * What is wrong with a correction of the profile.
 *
 * @param present what the field holds now
 * @param isCorrected whether it holds a correction already
 * @returns null when it can be recorded
 */
export function correctionFault(
  field: ProfileField,
  { value, reason }: CorrectionWanted,
  { present, isCorrected }: { present: FieldValue; isCorrected: boolean },
): ProblemError | null {
  const { title } = field;
  if (!mayBeCorrected(field)) {
    const message = `“${title}” follows from other answers. Correct those instead`;
    return { path: 'value', message };
  }
  if (value === null) {
    if (isCorrected) return null;
    return { path: 'value', message: `“${title}” is not corrected, so nothing can be taken back` };
  }
  if (!isAmong(field, value)) {
    return { path: 'value', message: `Choose one of the answers to “${title}”` };
  }
  if (value === present) {
    return { path: 'value', message: `“${title}” says that already. Choose another answer` };
  }
  return reason === null ? { path: 'reason', message: `Say why “${title}” is corrected` } : null;
}
