/**
 * Lengths in characters. Fifteen is the least for a password used alone (NIST SP 800-63B-4,
 * OWASP ASVS 5.0 6.2.1); nothing is cut off below the most.
 */
export const passwordLimits = { min: 15, max: 128 } as const;

/** Fewest characters that must be left once listed words are taken out. */
const OWN_CHARACTERS_MIN = 8;
const REPEATED_PART_MAX = 8;

/** Words anyone attacking this service would try first. */
const serviceWords = [
  'password',
  'passphrase',
  'ehcp',
  'ehc',
  'send',
  'audit',
  'council',
  'nhs',
  'school',
  'plan',
];

export interface PasswordContext {
  /** Words tied to the person or the place: name, e-mail address, the partnership's name. */
  ownWords: readonly string[];
  /** Whether a password stands in the list of passwords most often used. */
  isCommon(password: string): boolean;
}

/**
 * Why a password is refused, as the sentence the person reads; null when it may be used.
 * There is no composition rule and no expiry (ASVS 5.0 6.2.5, 6.2.10): length and not being
 * guessable are what protects. The characters are never changed or trimmed.
 *
 * @param password as typed
 * @param context the person's own words and the deny list
 */
export function passwordRefusal(password: string, context: PasswordContext): string | null {
  const length = [...password].length;
  if (length < passwordLimits.min) {
    return `Use at least ${passwordLimits.min} characters. Three or four unrelated words work well`;
  }
  if (length > passwordLimits.max) {
    return `Use ${passwordLimits.max} characters or fewer`;
  }
  const folded = password.toLowerCase();
  if (context.isCommon(folded) || context.isCommon(folded.replace(/[^\p{L}]+$/u, ''))) {
    return 'This password is on the list of passwords that are guessed first. Choose another';
  }
  if (isRepetition(folded) || isSequence(folded)) {
    return 'This password repeats or counts up in a way that is easily guessed. Choose another';
  }
  if (ownCharacters(folded, context.ownWords) < OWN_CHARACTERS_MIN) {
    return 'This password is mostly your name, the partnership’s name or words of this service. Choose another';
  }
  return null;
}

function isRepetition(folded: string): boolean {
  const match = /^(.+?)\1+(.*)$/su.exec(folded);
  const part = match?.[1] ?? '';
  return match !== null && part.length <= REPEATED_PART_MAX && part.startsWith(match[2] ?? '');
}

function isSequence(folded: string): boolean {
  const codes = [...folded].map((character) => character.codePointAt(0) ?? 0);
  let steps = 0;
  for (let index = 1; index < codes.length; index += 1) {
    const step = (codes[index] ?? 0) - (codes[index - 1] ?? 0);
    // A digit run wraps from 9 to 0, as in 123456789012345.
    if (Math.abs(step) === 1 || Math.abs(step) === 9) steps += 1;
  }
  return steps >= codes.length - 2;
}

function ownCharacters(folded: string, ownWords: readonly string[]): number {
  const words = [
    ...ownWords.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)),
    ...serviceWords,
  ]
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  let left = folded;
  for (const word of words) left = left.split(word).join(' ');
  return left.replace(/[^\p{L}]+/gu, '').length;
}
