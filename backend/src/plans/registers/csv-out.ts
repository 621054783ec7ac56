import {
  registerColumn,
  registerColumns,
  registerRules,
  type RegisterProblem,
} from '@app/shared/domain';
import { csvText } from '../../platform/http/csv-text.js';

/** The template to fill in: its columns, and one row as an example. */
export function templateCsv(): string {
  return csvText([
    registerColumns.map(({ key }) => key),
    registerColumns.map(({ example }) => example),
  ]);
}

/** What is wrong with an upload, to mend the file beside it. */
export function problemsCsv(problems: readonly RegisterProblem[]): string {
  const rows = problems.map(({ row, column, value, rule, message }) => [
    ...[row, column, registerColumn(column).title, value],
    ...[registerRules[rule].level, registerRules[rule].title, message],
  ]);
  const header = ['row', 'column', 'column_title', 'value', 'level', 'check', 'what_to_do'];
  return csvText([header, ...rows]);
}
