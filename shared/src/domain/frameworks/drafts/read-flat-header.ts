import { nonGrades, type Titled } from '../definition.js';
import { frameworkLimits as limits } from '../limits.js';
import {
  flatColumnNames,
  flatColumns,
  flatShownMax,
  type FlatColumnName,
  type FlatProblem,
  type FlatRule,
} from './flat-columns.js';
import { keyFromTitle, shortened } from './key-from-title.js';
import { spelling, tidyLine } from './spelling.js';

/** A grade as its column gives it: the label, a key made from it, and where the column stands. */
export interface FlatGrade extends Titled {
  place: number;
}

export interface FlatHeader {
  width: number;
  /** Where each column stands, from 0; one that is left out is not there. */
  places: ReadonlyMap<FlatColumnName, number>;
  /** From the best to the lowest, as they stand. */
  grades: FlatGrade[];
  problems: FlatProblem[];
}

/** Finds the columns by their names, in any order and spelling; the others are the grades. */
export function readFlatHeader(cells: readonly string[]): FlatHeader {
  const names = cells.map(tidyLine);
  const width = names.findLastIndex((name) => name !== '') + 1;
  const problems: FlatProblem[] = [];
  const tell = (column: string, rule: FlatRule, message: string) =>
    problems.push({ row: 1, column, value: shortened(column, flatShownMax), rule, message });
  const places = new Map<FlatColumnName, number>();
  const grades: FlatGrade[] = [];
  const keys = new Set<string>(nonGrades);
  names.slice(0, width).forEach((name, place) => {
    const column = flatColumnNames.find((one) => spelling(one) === spelling(name));
    const isRepeated =
      (column && places.has(column)) ??
      grades.some(({ title }) => title.toLowerCase() === name.toLowerCase());
    if (name === '') {
      tell('', 'unnamed-column', `Column ${place + 1} has no name. Name it, or take it out`);
    } else if (isRepeated) {
      tell(name, 'repeated-column', 'Two columns have this name. Keep one of them');
    } else if (column) {
      places.set(column, place);
    } else if ([...name].length > limits.titleMax) {
      tell(name, 'too-long', `A grade has a name of ${limits.titleMax} characters or fewer`);
    } else {
      grades.push({ key: keyFromTitle(name, keys, 'grade'), title: name, place });
    }
  });
  if (width === 0) {
    tell('', 'no-header', 'The first row must hold the names of the columns');
    return { width, places, grades, problems };
  }
  for (const column of flatColumnNames) {
    if (!flatColumns[column].isNeeded || places.has(column)) continue;
    const { meaning } = flatColumns[column];
    tell(column, 'missing-column', `There is no column “${column}”. It says: ${meaning}`);
  }
  if (grades.length < limits.gradesMin || grades.length > limits.gradesMax) {
    const found = grades.map(({ title }) => `“${title}”`).join(', ') || 'none';
    const message = `Every column of another name is a grade, the best first; there must be ${limits.gradesMin} to ${limits.gradesMax}. Found: ${found}`;
    tell('', 'number-of-grades', message);
  }
  return { width, places, grades, problems };
}
