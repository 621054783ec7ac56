import type { FactType, FieldType, Titled } from './definition.js';

const title: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No',
  some: 'Some',
  unclear: 'Unclear',
  unknown: 'Not known',
  'not-applicable': 'Not applicable',
};

const words: Partial<Record<FieldType | FactType, readonly string[]>> = {
  'yes-no': ['yes', 'no'],
  'yes-no-unclear': ['yes', 'no', 'unclear'],
  'yes-no-na': ['yes', 'no', 'not-applicable'],
  'yes-some-no-na': ['yes', 'some', 'no', 'not-applicable'],
};

/** What asks for a value: a profile field or a counted fact. */
interface Asked {
  type: FieldType | FactType;
  choices?: readonly Titled[];
}

/** The answers to choose from, in order; none where a number or a month is given. */
export function answersOf({ type, choices = [] }: Asked): readonly Titled[] {
  return words[type]?.map((key) => ({ key, title: titleOfWord(key) })) ?? choices;
}

export function asksForNumber({ type }: Asked): boolean {
  return type === 'whole-number' || type === 'count';
}

/** A month and a list of several are recorded and shown; no rule asks about them. */
export function canBeTested({ type }: Asked): boolean {
  return type !== 'month' && type !== 'several';
}

/** The words of the answers every framework shares; any other word is read as it stands. */
export function titleOfWord(key: string): string {
  return title[key] ?? key;
}
