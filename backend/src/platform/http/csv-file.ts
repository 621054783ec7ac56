import { Problem } from '@app/shared/domain';
import { CsvError, parse } from 'csv-parse/sync';

/** A record longer than this, in characters, is a quotation mark that was never closed. */
const RECORD_MAX = 200_000;

/** What other kinds of file begin with, and what to do with them. */
const otherFiles: readonly [beginning: Buffer, sentence: string][] = [
  [
    Buffer.from('PK\u0003\u0004', 'latin1'),
    'This is an Excel workbook and not a CSV file. Open it, choose Save as, then CSV UTF-8, and upload that file',
  ],
  [
    Buffer.from('\u00d0\u00cf\u0011\u00e0', 'latin1'),
    'This is an old Excel workbook and not a CSV file. Open it, choose Save as, then CSV UTF-8, and upload that file',
  ],
  [
    Buffer.from('%PDF', 'latin1'),
    'This is a PDF and not a CSV file. Save the list from your system as CSV',
  ],
];

/**
 * Reads a CSV file as spreadsheets save it: UTF-8, UTF-16 or Windows-1252, with commas, semicolons
 * or tabs. Each record stands at the place of its row in a spreadsheet, the empty ones included.
 *
 * @throws Problem rule-broken, saying what the file is or where it cannot be read
 */
export function readCsv(bytes: Buffer): string[][] {
  const other = otherFiles.find(([beginning]) =>
    bytes.subarray(0, beginning.length).equals(beginning),
  );
  if (other) throw Problem.ofFile(other[1]);
  const { text, delimiter } = announced(textOf(bytes));
  if (text.trim() === '') throw Problem.ofFile('The file is empty');
  try {
    return parse(text, {
      delimiter: delimiter ?? delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: RECORD_MAX,
    });
  } catch (error) {
    if (error instanceof CsvError) throw unclosedQuote(error);
    throw error;
  }
}

function textOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return decoded(bytes, 'utf-16le');
  if (bytes.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))) return decoded(bytes, 'utf-16be');
  if (bytes.includes(0)) {
    throw Problem.ofFile('This is not a CSV file. Save the list from your system as CSV');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What is not UTF-8 is what Excel saves as plain "CSV" on Windows; every byte means something there.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function decoded(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0'))
    throw Problem.ofFile('This is not a CSV file. Save the list from your system as CSV');
  return text;
}

/** Excel's own first line "sep=;" names the delimiter and is no row of the sheet. */
function announced(text: string): { text: string; delimiter: string | null } {
  const line = /^sep=(.)\r?\n/i.exec(text);
  return { text: text.slice(line?.[0].length ?? 0), delimiter: line?.[1] ?? null };
}

/** The one that stands most often in the first line, outside quotation marks. */
function delimiterOf(text: string): string {
  const [line = ''] = text.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const counts = [',', ';', '\t'].map((delimiter) => ({
    delimiter,
    count: line.split(delimiter).length,
  }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).delimiter;
}

function unclosedQuote(error: CsvError): Error {
  const row = Number(error.records ?? 0) + 1;
  return Problem.ofFile(
    `Row ${row.toLocaleString('en-GB')} cannot be read: a quotation mark opens there and is not closed. Save the file anew from your system`,
  );
}
