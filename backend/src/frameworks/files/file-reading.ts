import {
  checkFramework,
  draftSchema,
  flatShownMax,
  Problem,
  readFlatCsv,
  readSheets,
  type AboutDraft,
  type FlatFlag,
  type FrameworkDefinition,
  type ProblemError,
  type Titled,
} from '@app/shared/domain';
import { readCsv } from '../../platform/http/csv-file.js';
import { shapeFaults } from '../shape-faults.js';
import { readJson } from './json-file.js';
import { readWorkbook } from './read-workbook.js';

export interface FileReading {
  definition: FrameworkDefinition;
  /** What the file does not say and the draft decided, and what is left to do. */
  flags: FlatFlag[];
}

/** How many refusals are sent: whoever has more mends a whole column first. */
const REFUSALS_MAX = 500;

/** @throws Problem rule-broken with every refusal by the path of its part */
export function fromJson(bytes: Buffer): FileReading {
  const given = readJson(bytes);
  refuse(
    shapeFaults(draftSchema, given).map(({ path, message }) => ({ path: path || 'file', message })),
  );
  const definition = given as FrameworkDefinition;
  return { definition, flags: leftToDo(definition, (path) => path) };
}

/** @throws Problem rule-broken with every refusal by sheet and cell */
export async function fromWorkbook(bytes: Buffer): Promise<FileReading> {
  const { definition, problems, whereIs } = readSheets(await readWorkbook(bytes));
  refuse(problems.map(({ where, message }) => ({ path: where, message })));
  if (!definition) throw new Error('a reading without problems has a definition');
  refuse(
    shapeFaults(draftSchema, definition).map(({ path, message }) => ({
      ...{ path: whereIs(path), message },
    })),
  );
  return { definition, flags: leftToDo(definition, whereIs) };
}

/**
 * @param agencies those that the partnership has
 * @throws Problem rule-broken with every refusal by row and column
 */
export function fromCsv(
  bytes: Buffer,
  about: AboutDraft,
  agencies: readonly Titled[],
): FileReading {
  const [header = [], ...rows] = readCsv(bytes);
  const { draft, flags, problems } = readFlatCsv(header, rows, about, agencies);
  refuse(
    problems.map(({ row, column, message }) => ({
      path: column === '' ? `row ${row}` : `row ${row}, ${column.slice(0, flatShownMax)}`,
      message,
    })),
  );
  if (!draft) throw new Error('a reading without problems has a draft');
  return { definition: draft, flags };
}

/** What keeps the framework from being published, by where it stands in the file. */
function leftToDo(definition: FrameworkDefinition, whereIs: (path: string) => string): FlatFlag[] {
  return checkFramework(definition).map(({ path, message }) => ({
    where: whereIs(path),
    sentence: `${message}.`,
  }));
}

function refuse(errors: readonly ProblemError[]): void {
  if (errors.length === 0) return;
  const places = errors.length === 1 ? 'one place' : `${errors.length} places`;
  throw new Problem(
    'rule-broken',
    `The file was not taken in, because of ${places}. Put right what is listed and choose the file again.`,
    errors.slice(0, REFUSALS_MAX),
  );
}
