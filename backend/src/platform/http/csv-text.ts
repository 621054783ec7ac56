import { stringify } from 'csv-stringify/sync';

/** As Excel reads it without being asked: with a byte order mark, and no value that it would take for a formula. */
const forSpreadsheets = { bom: true, record_delimiter: 'windows', escape_formulas: true } as const;

/** A table as a CSV file for people, its header first. */
export function csvText(rows: readonly (readonly unknown[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    forSpreadsheets,
  );
}
