import { findLeaks, personalColumn } from '../leak-guard/index.js';
import { Problem } from '../problems/index.js';
import { registerColumns, registerLimits, type RegisterColumn } from './register-columns.js';

/** A column that is not read, and why when its name means a person's data. */
export interface UnreadColumn {
  name: string;
  /** What it is about, such as "a date of birth"; null when the service just does not need it. */
  personal: string | null;
}

export interface RegisterHeader {
  /** How many cells the header has; a row has no more. */
  width: number;
  /** Where each column of the template stands, from 0; a column left out is not there. */
  places: ReadonlyMap<RegisterColumn, number>;
  unread: UnreadColumn[];
  /** The keys of columns that the file leaves out. */
  leftOut: string[];
}

/**
 * Finds the columns of a register by their names, in any order and any case, by key or by title.
 *
 * @param cells the first row of the file
 * @throws Problem rule-broken when there is no header, a column is there twice or one that is needed is missing
 */
export function readHeader(cells: readonly string[]): RegisterHeader {
  const names = cells.map((cell) => cell.normalize('NFC').replace(/\s+/gu, ' ').trim());
  if (names.every((name) => name === '')) {
    throw Problem.ofFile('The file has no header. Put the names of the columns in its first row');
  }
  if (names.length > registerLimits.columnsMax) {
    throw Problem.ofFile(
      `The file has more than ${registerLimits.columnsMax} columns. Use the template, with one plan a row`,
    );
  }
  const places = new Map<RegisterColumn, number>();
  const repeated = new Set<string>();
  const unread: UnreadColumn[] = [];
  names.forEach((name, place) => {
    const column = columnNamed(name);
    if (column && places.has(column)) repeated.add(column.key);
    else if (column) places.set(column, place);
    else if (name !== '') unread.push(unreadColumn(name));
  });
  const missing = registerColumns.filter((column) => column.isNeeded && !places.has(column));
  refuseMissing(missing);
  if (repeated.size > 0) {
    throw Problem.ofFile(
      `The file has more than one column ${listed([...repeated])}. Keep one of each`,
    );
  }
  return {
    width: names.length,
    places,
    unread,
    leftOut: registerColumns.filter((column) => !places.has(column)).map(({ key }) => key),
  };
}

function refuseMissing(missing: readonly RegisterColumn[]): void {
  if (missing.length === 0) return;
  const needed = registerColumns.filter(({ isNeeded }) => isNeeded);
  if (missing.length === needed.length) {
    throw Problem.ofFile(
      'The first row has none of the columns that are needed. It must hold the names of the columns, as the template does',
    );
  }
  const words = missing.map(({ key, title }) => `${key} (${title.toLowerCase()})`);
  throw Problem.ofFile(
    `The file has no column ${listed(words)}. Name the column that holds it in the first row, as the template does`,
  );
}

function columnNamed(name: string): RegisterColumn | undefined {
  const key = keyOf(name);
  return registerColumns.find((column) => column.key === key || keyOf(column.title) === key);
}

function unreadColumn(name: string): UnreadColumn {
  const isLong = [...name].length > registerLimits.shownMax;
  const isLeak = findLeaks(name).length > 0;
  return {
    name: isLong || isLeak ? 'a column whose name is not shown' : name.replace(/\p{Cc}/gu, ' '),
    personal: personalColumn(name),
  };
}

const keyOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
