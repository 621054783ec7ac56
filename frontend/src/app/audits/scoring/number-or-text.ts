import type { FieldValue } from '@app/shared/domain';

/** A whole number as it is typed; what is none is kept as it stands, to be refused with a sentence. */
export function numberOrText(text: string): FieldValue {
  const typed = text.trim();
  return /^-?\d{1,6}$/.test(typed) ? Number(typed) : typed;
}
