import type { TransformFnParams } from 'class-transformer';

/** Text without space around it, in composed form, so that what looks the same is the same. */
export function tidied({ value }: TransformFnParams): unknown {
  return typeof value === 'string' ? value.trim().normalize('NFC') : value;
}

/** As `tidied`; an empty text means "none". */
export function tidiedOrNull(params: TransformFnParams): unknown {
  const value = tidied(params);
  return value === '' ? null : value;
}
