/** A stretch of two texts: in both, in the older alone, or in the newer alone. */
export interface WordsPart {
  kind: 'kept' | 'removed' | 'added';
  text: string;
}

/** Longer texts are compared as a whole: the table of words would grow with the square of this. */
export const wordsComparedMax = 1000;

/** A word, or a mark that stands between words, with what white space stands before it. */
interface Word {
  gap: string;
  text: string;
}

/**
 * What changed from one text to another, word by word: as many words as can be are kept in their
 * order (a longest common subsequence), so the fewest are shown as changed. The parts in order give
 * the texts back: kept and removed the older, kept and added the newer, white space and all.
 *
 * @param older of any length; beyond `wordsComparedMax` words between what the texts begin and end
 *   with alike, the middle is replaced as a whole
 * @returns no two neighbours of one kind; removed stands before added; empty for two empty texts
 * @see Wagner & Fischer 1974, The string-to-string correction problem
 * @example compareWords('Has a voice.', 'Has the voice.')
 * // kept 'Has ', removed 'a', added 'the', kept ' voice.'
 */
export function compareWords(older: string, newer: string): WordsPart[] {
  const [from, to] = [wordsOf(older), wordsOf(newer)];
  const parts: WordsPart[] = [];
  let [before, after] = [0, 0];
  for (const [place, other] of [...keptPlaces(from, to), [from.length, to.length] as const]) {
    const isReplaced = before < place && after < other;
    const lead = isReplaced && from[before]?.gap === to[after]?.gap ? (to[after]?.gap ?? '') : '';
    const removed = textOf(from.slice(before, place)).slice(lead.length);
    const added = textOf(to.slice(after, other)).slice(lead.length);
    const [gone, come] = [from[place], to[other]];
    // White space belongs to what follows it; where it changed, it is part of what changed.
    const hasSameGap = gone?.gap === come?.gap;
    push(parts, 'kept', lead);
    push(parts, 'removed', removed + (hasSameGap ? '' : (gone?.gap ?? '')));
    push(parts, 'added', added + (hasSameGap ? '' : (come?.gap ?? '')));
    push(parts, 'kept', (hasSameGap ? (gone?.gap ?? '') : '') + (gone?.text ?? ''));
    [before, after] = [place + 1, other + 1];
  }
  return parts;
}

/** The last one holds the white space at the end of the text, before an empty word. */
function wordsOf(text: string): Word[] {
  const found = text.matchAll(/(\s*)([\p{L}\p{M}\p{N}’'-]+|[^\s]|$)/gu);
  return [...found].map(([, gap = '', word = '']) => ({ gap, text: word }));
}

const textOf = (words: readonly Word[]): string =>
  words.map(({ gap, text }) => gap + text).join('');

function push(parts: WordsPart[], kind: WordsPart['kind'], text: string): void {
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}

/** The places in both texts of the words that are kept. */
function keptPlaces(from: readonly Word[], to: readonly Word[]): [number, number][] {
  const isSame = (at: number, other: number): boolean => from[at]?.text === to[other]?.text;
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && isSame(start, start)) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(from.length - 1 - end, to.length - 1 - end)) end += 1;
  const rows = from.length - start - end;
  const columns = to.length - start - end;
  const middle =
    Math.max(rows, columns) > wordsComparedMax
      ? []
      : longestCommon(rows, columns, (row, column) => isSame(start + row, start + column));
  const alike = (length: number, at: number, other: number): [number, number][] =>
    Array.from({ length }, (_, step) => [at + step, other + step]);
  return [
    ...alike(start, 0, 0),
    ...middle.map(([row, column]): [number, number] => [start + row, start + column]),
    ...alike(end, from.length - end, to.length - end),
  ];
}

function longestCommon(
  rows: number,
  columns: number,
  isSame: (row: number, column: number) => boolean,
): [number, number][] {
  // How many can be kept of what follows each pair of places, from the end to the beginning.
  const width = columns + 1;
  const most = new Uint16Array((rows + 1) * width);
  const mostFrom = (row: number, column: number): number => most[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      most[row * width + column] = isSame(row, column)
        ? mostFrom(row + 1, column + 1) + 1
        : Math.max(mostFrom(row + 1, column), mostFrom(row, column + 1));
    }
  }
  const kept: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (isSame(row, column)) kept.push([row++, column++]);
    else if (mostFrom(row + 1, column) >= mostFrom(row, column + 1)) row += 1;
    else column += 1;
  }
  return kept;
}
