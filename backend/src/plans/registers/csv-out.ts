import {
  registerColumn,
  registerColumns,
  registerRules,
  type RegisterProblem,
} from '@app/shared/domain';
import { stringify } from 'csv-stringify/sync';

/** As Excel reads it without being asked: with a byte order mark, and no value that it would take for a formula. */
const forSpreadsheets = { bom: true, record_delimiter: 'windows', escape_formulas: true } as const;

/** The template to fill in: its columns, and one row as an example. */
export function templateCsv(): string {
  return stringify(
    [registerColumns.map(({ key }) => key), registerColumns.map(({ example }) => example)],
    forSpreadsheets,
  );
}

/** What is wrong with an upload, to mend the file beside it. */
export function problemsCsv(problems: readonly RegisterProblem[]): string {
  const rows = problems.map(({ row, column, value, rule, message }) => [
    ...[row, column, registerColumn(column).title, value],
    ...[registerRules[rule].level, registerRules[rule].title, message],
  ]);
  const header = ['row', 'column', 'column_title', 'value', 'level', 'check', 'what_to_do'];
  return stringify([header, ...rows], forSpreadsheets);
}
