import { calendarDayInWords } from '../calendar/index.js';
import { Problem } from '../problems/index.js';
import type { RegisterPlan } from './plan-words.js';
import { readCell, registerColumn, shownValue, tidyCell, type CellReading } from './read-cell.js';
import type { RegisterHeader } from './read-header.js';
import { registerColumns, registerLimits, type RegisterColumn } from './register-columns.js';
import { registerRules, type RegisterProblem, type RegisterRule } from './register-rules.js';

/** One row whose cells all passed. */
export interface ReadyRow {
  row: number;
  plan: RegisterPlan;
}

/** A row kept out by an error, with its reference where that could be read: its plan is not absent. */
export interface RejectedRow {
  row: number;
  planRef: string | null;
}

export interface RegisterReading {
  ready: ReadyRow[];
  rejected: RejectedRow[];
  /** Errors and warnings, by row and then in the order of the template's columns. */
  problems: RegisterProblem[];
}

/** What the cells of one row say, by field; a cell that could not be read says nothing. */
type Values = Partial<RegisterPlan>;

interface RowReading {
  row: number;
  values: Values;
  textOf: (column: RegisterColumn) => string;
  /** At most one for each cell. */
  problems: RegisterProblem[];
}

/** Values come again and again down a column, and each is read once; references do not. */
const READINGS_KEPT_MAX = 5_000;

/** A year group's children are this much older than its number at its start; a year more or less is usual. */
const AGE_AT_START = 4;

/**
 * Reads the rows of a register. Nothing is corrected silently and nothing is guessed: a row with an
 * error is kept out whole, and what is wrong with any cell is told at once.
 *
 * @param header as `readHeader` found it
 * @param rows the records below the header, in order; a record without any text is passed over but
 *   counted, as a spreadsheet does
 * @param asAtOn YYYY-MM-DD, the day for which the register speaks
 * @throws Problem rule-broken when the file has no plans, too many, or a row with too many cells
 */
export function readRegister(
  header: RegisterHeader,
  rows: readonly (readonly string[])[],
  asAtOn: string,
): RegisterReading {
  const reader = new RowReader(header, asAtOn);
  const readings: RowReading[] = [];
  rows.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (readings.length === registerLimits.rowsMax) {
      const most = registerLimits.rowsMax.toLocaleString('en-GB');
      throw Problem.ofFile(`The file has more than ${most} plans. Upload fewer at once`);
    }
    readings.push(reader.read(cells, index + 2));
  });
  if (readings.length === 0) throw Problem.ofFile('The file has a header and no plans below it');
  tellRepeated(readings);
  return sorted(readings);
}

class RowReader {
  private readonly columns: readonly KnownColumn[];

  constructor(
    private readonly header: RegisterHeader,
    private readonly asAtOn: string,
  ) {
    this.columns = registerColumns.map((column) => ({
      column,
      place: header.places.get(column) ?? -1,
      readings: new Map(),
    }));
  }

  read(cells: readonly string[], row: number): RowReading {
    this.refuseTooMany(cells, row);
    const textOf = (column: RegisterColumn) =>
      tidyCell(cells[this.header.places.get(column) ?? -1] ?? '');
    const values: Record<string, unknown> = {};
    const reading: RowReading = { row, values, textOf, problems: [] };
    for (const known of this.columns) {
      const { value, finding } = readOnce(cells[known.place] ?? '', known);
      if (value !== undefined) values[known.column.field] = value;
      if (finding) tell(reading, known.column, finding.rule, finding.message);
    }
    compareDays(reading, this.asAtOn);
    compareYearAndAge(reading);
    return reading;
  }

  private refuseTooMany(cells: readonly string[], row: number): void {
    const { width } = this.header;
    if (cells.length <= width || cells.slice(width).every((cell) => cell.trim() === '')) return;
    throw Problem.ofFile(
      `Row ${row} has ${cells.length} cells and the header has ${width}. A value that holds a separator must stand in quotation marks`,
    );
  }
}

interface KnownColumn {
  column: RegisterColumn;
  /** -1 for a column that was left out. */
  place: number;
  readings: Map<string, CellReading>;
}

function readOnce(cell: string, { column, readings }: KnownColumn): CellReading {
  const known = readings.get(cell);
  if (known) return known;
  const reading = readCell(tidyCell(cell), column);
  if (column.field !== 'planRef' && readings.size < READINGS_KEPT_MAX) readings.set(cell, reading);
  return reading;
}

const dayFields = ['firstIssuedOn', 'latestIssuedOn', 'lastReviewOn', 'ceasedOn'] as const;
const dayColumns = registerColumns.filter(({ field }) => dayFields.some((one) => one === field));

/** No day may come after the as-at date, and none before the day of first issue. */
function compareDays(reading: RowReading, asAtOn: string): void {
  const { values } = reading;
  for (const column of dayColumns) {
    const day = values[column.field as (typeof dayFields)[number]];
    if (!day || day <= asAtOn) continue;
    const message = `This is after the as-at date, ${calendarDayInWords(asAtOn)}. Correct the date, or upload the file with a later as-at date`;
    tell(reading, column, 'after-as-at', message);
  }
  const { firstIssuedOn } = values;
  if (firstIssuedOn === undefined || firstIssuedOn > asAtOn) return;
  values.latestIssuedOn ??= firstIssuedOn;
  for (const column of dayColumns) {
    const day = values[column.field as (typeof dayFields)[number]];
    if (!day || day >= firstIssuedOn) continue;
    const message = `This is before the plan was first issued, ${calendarDayInWords(firstIssuedOn)}. Correct one of the two dates`;
    tell(reading, column, 'before-first-issue', message);
  }
}

function compareYearAndAge(reading: RowReading): void {
  const { yearGroup, age } = reading.values;
  if (yearGroup === null && age === null) {
    const message = 'Give the year group, or the age where there is no curriculum year';
    tell(reading, registerColumn('year_group'), 'no-year-or-age', message);
  }
  if (typeof yearGroup !== 'number' || typeof age !== 'number') return;
  const least = yearGroup + AGE_AT_START - 1;
  if (age >= least && age <= least + 3) return;
  const message = `Children of this year group are mostly ${Math.max(0, least + 1)} or ${least + 2}. Check the age and the year group`;
  tell(reading, registerColumn('age'), 'age-and-year', message);
}

/** Puts a finding on its cell; an error takes the place of a warning that was there. */
function tell(
  reading: RowReading,
  column: RegisterColumn,
  rule: RegisterRule,
  message: string,
): void {
  const place = reading.problems.findIndex((problem) => problem.column === column.key);
  const there = reading.problems[place];
  if (there && (isError(there) || registerRules[rule].level === 'warning')) return;
  const value = shownValue(reading.textOf(column), column);
  const problem = { row: reading.row, column: column.key, value, rule, message };
  if (there) reading.problems[place] = problem;
  else reading.problems.push(problem);
}

function isError({ rule }: RegisterProblem): boolean {
  return registerRules[rule].level === 'error';
}

/** Which of two rows with one reference is right cannot be known here, so none of them is taken. */
function tellRepeated(readings: readonly RowReading[]): void {
  const byRef = Map.groupBy(readings, ({ values }) => values.planRef);
  for (const [planRef, same] of byRef) {
    if (planRef === undefined || same.length === 1) continue;
    const message = `${rowsInWords(same.map(({ row }) => row))} have the same plan reference. Keep one`;
    for (const reading of same) tell(reading, registerColumn('plan_ref'), 'repeated', message);
  }
}

const ROWS_NAMED_MAX = 4;

/** "Rows 12 and 340"; of many, the first few. */
function rowsInWords(rows: readonly number[]): string {
  const more = rows.length - ROWS_NAMED_MAX;
  if (more > 0) {
    return `Rows ${rows.slice(0, ROWS_NAMED_MAX).join(', ')} and ${more.toLocaleString('en-GB')} more`;
  }
  return `Rows ${rows.slice(0, -1).join(', ')} and ${rows.at(-1) ?? ''}`;
}

const placeOf = new Map(registerColumns.map(({ key }, place) => [key, place]));

function sorted(readings: readonly RowReading[]): RegisterReading {
  const found: RegisterReading = { ready: [], rejected: [], problems: [] };
  for (const { row, values, problems } of readings) {
    const told = problems.sort(
      (a, b) => (placeOf.get(a.column) ?? 0) - (placeOf.get(b.column) ?? 0),
    );
    found.problems.push(...told);
    // A row without an error has a value in every field: each cell that could not be read told one.
    if (told.some(isError)) found.rejected.push({ row, planRef: values.planRef ?? null });
    else found.ready.push({ row, plan: values as RegisterPlan });
  }
  return found;
}
