import { isNhsNumber, isUpn } from './check-digits.js';
import { postcodeAreas } from './postcode-areas.js';

/** What can be recognised by its form alone as belonging to one person. A name cannot. */
export const leakKinds = [
  'nhs-number',
  'upn',
  'date-of-birth',
  'email',
  'telephone',
  'postcode',
  'national-insurance',
] as const;

export type LeakKind = (typeof leakKinds)[number];

/** Each kind as it ends the sentence "this looks like …". */
export const leakTitle: Record<LeakKind, string> = {
  'nhs-number': 'an NHS number',
  upn: 'a unique pupil number (UPN)',
  'date-of-birth': 'a date of birth',
  email: 'an e-mail address',
  telephone: 'a telephone number',
  postcode: 'a postcode',
  'national-insurance': 'a National Insurance number',
};

/** A part of a text: `from` is the place of its first character, `to` the place after its last. */
export interface Leak {
  kind: LeakKind;
  from: number;
  to: number;
}

interface Recogniser {
  kind: LeakKind;
  pattern: RegExp;
  /** Which part of the match is the leak, by its group; the whole match when left out. */
  group?: number;
  isOne?: (found: string) => boolean;
}

const DATE = String.raw`\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s{1,3}(?:of\s{1,3})?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6},?\s{1,3}\d{4}`;

/**
 * In the order in which they claim a part of the text. Every quantifier has a most, so that the time
 * taken grows with the length of the text and no faster.
 */
const recognisers: readonly Recogniser[] = [
  {
    kind: 'email',
    pattern: /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu,
  },
  {
    kind: 'upn',
    pattern: /(?<![a-z0-9])[a-z]\s?\d{11}[\da-z](?![a-z0-9])/gi,
    isOne: (found) => isUpn(compact(found)),
  },
  {
    kind: 'nhs-number',
    pattern: /(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)/g,
    isOne: (found) => isNhsNumber(compact(found)),
  },
  {
    kind: 'national-insurance',
    pattern:
      /(?<![a-z0-9])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D](?![a-z0-9])/gi,
  },
  {
    // In a sentence most dates are of plans and reviews; one is a birth when the words before say so.
    kind: 'date-of-birth',
    pattern: new RegExp(
      String.raw`\b(?:born|birth|birthday|dob|d\.o\.b\.?)[^\p{L}\p{N}]{0,4}(?:(?:on|is|was|date)[^\p{L}\p{N}]{1,4}){0,2}(${DATE})`,
      'giu',
    ),
    group: 1,
  },
  {
    kind: 'telephone',
    pattern:
      /(?<![\p{L}\p{N}])(?:(?:\+|00)\s?44[\s-]?(?:\(0\)\s?)?|\(?0)[1-9]\d{0,4}\)?(?:[\s.-]?\d{1,5}){1,4}(?!\d)/gu,
    isOne: (found) =>
      /^(?:44\d{9,10}|0\d{9,10})$/.test(found.replace(/\D/g, '').replace(/^(?:00)?440?/, '44')),
  },
  {
    kind: 'postcode',
    pattern: /(?<![a-z0-9-])([a-z]{1,2})\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{2}(?![a-z0-9])/gi,
    isOne: (found) => postcodeAreas.has(/^[a-z]+/i.exec(found)?.[0].toUpperCase() ?? ''),
  },
];

/** Nothing that is looked for is without one of these, which most texts are. */
const WORTH_A_LOOK = /@|\d/;
const DATE_ALONE = new RegExp(`^\\s*(?:${DATE})\\s*$`, 'i');

/**
 * The parts of a text that look as if they named one person: numbers kept by the NHS, schools and
 * the tax office, dates of birth, and ways to reach somebody. A date counts as one of birth when words of birth
 * stand before it; a date in a sentence otherwise belongs to a plan. Plan references such as "P-1023"
 * or "EHC-004512" are no leaks. Names are not found: no rule tells a child's from a school's.
 *
 * @param text of any length, in any form of Unicode
 * @returns the leaks from left to right, none overlapping another; an empty list when there is none
 */
export function findLeaks(text: string): Leak[] {
  if (!WORTH_A_LOOK.test(text)) return [];
  const leaks: Leak[] = [];
  for (const { kind, pattern, group = 0, isOne } of recognisers) {
    for (const match of text.matchAll(pattern)) {
      const found = match[group] ?? match[0];
      const from = match.index + match[0].length - found.length;
      const to = from + found.length;
      const isFree = leaks.every((leak) => to <= leak.from || from >= leak.to);
      if (isFree && (isOne?.(found) ?? true)) leaks.push({ kind, from, to });
    }
  }
  return leaks.sort((a, b) => a.from - b.from);
}

/** Whether a text is a date and nothing more; where no date is asked for, it is likely one of birth. */
export function isDateAlone(text: string): boolean {
  return DATE_ALONE.test(text);
}

function compact(found: string): string {
  return found.replace(/[\s-]/g, '').toUpperCase();
}

/** What in a text looks as if it named a person, each kind once: "an NHS number". */
export function leaksInWords(text: string): string[] {
  return [...new Set(findLeaks(text).map(({ kind }) => leakTitle[kind]))];
}
