import { maxLength, validate, type SchemaPath } from '@angular/forms/signals';
import {
  frameworkLimits as limits,
  unfinishedIn,
  type Condition,
  type Fact,
  type ProfileField,
} from '@app/shared/domain';

/*
 * What the pages of a draft refuse. A draft may lack whatever it lacks; only what could not be
 * written down is refused: a text that is too long, a number that is none, half a rule.
 */

export function most(path: SchemaPath<string>, name: string, max: number): void {
  maxLength(path, max, {
    message: `${name} must be ${max.toLocaleString('en-GB')} characters or fewer`,
  });
}

export const titleMost = (path: SchemaPath<string>, name = 'Title'): void =>
  most(path, name, limits.titleMax);
export const lineMost = (path: SchemaPath<string>, name: string): void =>
  most(path, name, limits.lineMax);
export const textMost = (path: SchemaPath<string>, name: string): void =>
  most(path, name, limits.textMax);

export function whole(path: SchemaPath<string>, name: string, min: number, max: number): void {
  validate(path, ({ value }) => {
    const typed = value().trim();
    const number = Number(typed);
    if (/^\d{1,6}$/.test(typed) && number >= min && number <= max) return null;
    return { kind: 'whole', message: `${name} must be a whole number from ${min} to ${max}` };
  });
}

/** Something of a list that must be chosen, because nothing else can be written in its place. */
export function chosen(path: SchemaPath<string>, message: string): void {
  validate(path, ({ value }) => (value() === '' ? { kind: 'missing', message } : null));
}

/** The same where it is asked for as the rest of the page stands. */
export function needed(path: SchemaPath<string>, message: string, isAsked: () => boolean): void {
  validate(path, ({ value }) =>
    isAsked() && value() === '' ? { kind: 'missing', message } : null,
  );
}

/** A list of choices, one a line. */
export function choiceLines(path: SchemaPath<string>): void {
  validate(path, ({ value }) => {
    const lines = value()
      .split('\n')
      .filter((line) => line.trim() !== '');
    const isLong = lines.some((line) => [...line.trim()].length > limits.titleMax);
    const isMany = lines.length > limits.choicesMax;
    if (!isLong && !isMany) return null;
    const long = `Each line must be ${limits.titleMax} characters or fewer`;
    const many = `Give at most ${limits.choicesMax} lines`;
    return { kind: 'lines', message: isLong ? long : many };
  });
}

/** @param isAsked whether the condition counts as the rest of the page stands */
export function finished(
  path: SchemaPath<Condition>,
  known: () => readonly (ProfileField | Fact)[],
  isAsked: () => boolean = () => true,
): void {
  validate(path, ({ value }) => {
    const message = isAsked() ? unfinishedIn(value(), known()) : null;
    return message === null ? null : { kind: 'unfinished', message };
  });
}

const { keyMax } = limits;
const referencesMax = 20;

/** Short references with commas between. */
export function references(path: SchemaPath<string>): void {
  validate(path, ({ value }) => {
    const all = referencesIn(value());
    if (all.length > referencesMax) {
      return { kind: 'many', message: `Give at most ${referencesMax} references` };
    }
    const isLong = all.some((one) => [...one].length > keyMax);
    const message = `Each reference must be ${keyMax} characters or fewer`;
    return isLong ? { kind: 'long', message } : null;
  });
}

export function referencesIn(line: string): string[] {
  return line
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
