import { canonicalJson } from '../../trail/index.js';
import type { Citation, Titled } from '../definition.js';

/*
 * Lists in one cell, an item a line. What a line cannot say without loss is written as JSON, so that
 * a workbook always gives back what was put into it.
 */

/** The plain text where it says the same when it is read again, else JSON. */
function plainOrJson<Value>(
  value: Value,
  plain: string,
  read: (text: string) => Value | null,
): string {
  return canonicalJson(read(plain)) === canonicalJson(value) ? plain : JSON.stringify(value);
}

function fromJson(text: string): unknown {
  if (!text.startsWith('[')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== '');
const isText = (value: unknown): value is string => typeof value === 'string';

export function textsInCell(texts: readonly string[]): string {
  return plainOrJson([...texts], texts.join('\n'), textsFromCell);
}

export function textsFromCell(text: string): string[] {
  const given = fromJson(text);
  return Array.isArray(given) && given.every(isText) ? given : linesOf(text);
}

/** `early-help: Early help`, a choice a line. */
export function choicesInCell(choices: readonly Titled[]): string {
  const plain = choices.map(({ key, title }) => `${key}: ${title}`).join('\n');
  return plainOrJson([...choices], plain, choicesFromCell);
}

/** Null where a line has no key. */
export function choicesFromCell(text: string): Titled[] | null {
  const given = fromJson(text);
  if (Array.isArray(given)) return given.every(isTitled) ? given : null;
  const parts = linesOf(text).map((line) => /^\s*([^\s:]+)\s*: ?(.*)$/.exec(line));
  return parts.every((found) => found !== null)
    ? parts.map(([, key = '', title = '']) => ({ key, title }))
    : null;
}

function isTitled(value: unknown): value is Titled {
  const { key, title, ...more } = (value ?? {}) as Partial<Titled>;
  return isText(key) && isText(title) && Object.keys(more).length === 0;
}

const DAGGER = ' †';

/** `code: 9.69`, a citation a line; with a dagger where nobody has read the wording. */
export function citationsInCell(citations: readonly Citation[]): string {
  const plain = citations.map(
    ({ source, ref, textSeen }) => `${source}: ${ref}${textSeen ? '' : DAGGER}`,
  );
  return plainOrJson([...citations], plain.join('\n'), citationsFromCell);
}

/** Null where a line has no source. */
export function citationsFromCell(text: string): Citation[] | null {
  const given = fromJson(text);
  if (Array.isArray(given)) return given.every(isCitation) ? given : null;
  const titled = choicesFromCell(text);
  return (
    titled?.map(({ key, title }) => {
      const textSeen = !title.endsWith(DAGGER);
      return { source: key, ref: textSeen ? title : title.slice(0, -DAGGER.length), textSeen };
    }) ?? null
  );
}

function isCitation(value: unknown): value is Citation {
  const { source, ref, textSeen, ...more } = (value ?? {}) as Partial<Citation>;
  const isWhole = isText(source) && isText(ref) && typeof textSeen === 'boolean';
  return isWhole && Object.keys(more).length === 0;
}
