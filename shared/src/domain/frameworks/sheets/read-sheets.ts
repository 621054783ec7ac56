import {
  frameworkUnits,
  nonGradeTitle,
  nonGrades,
  type Domain,
  type FrameworkDefinition,
  type Grade,
  type Scale,
  type Titled,
} from '../definition.js';
import { frameworkKeyPattern, frameworkLimits as limits } from '../limits.js';
import { textsFromCell } from './cell-texts.js';
import { gradeOfHeader } from './grade-headers.js';
import { criterionFrom } from './read-criteria.js';
import { capFrom, factFrom, fieldFrom, indicatorFrom, type Known } from './read-parts.js';
import {
  capColumns,
  criterionColumns,
  descriptorWidth,
  domainColumns,
  factColumns,
  fixedSheets,
  frameworkColumns,
  frameworkRows,
  gradeColumns,
  indicatorColumns,
  profileFieldColumns,
  sourceColumns,
  titledColumns,
  type FrameworkRow,
} from './sheet-columns.js';
import { SheetReading } from './sheet-reading.js';
import type { SheetRow } from './sheet-row.js';
import { cellName, type SheetColumn, type SheetOfCells, type SheetProblem } from './sheet.js';

export interface SheetsReading {
  /** Null as long as there are problems. */
  definition: FrameworkDefinition | null;
  /** Every refusal, by sheet and cell. */
  problems: SheetProblem[];
  /** The cell in which a part of the definition stands, by its path: `domains.0.criteria.2.weight`. */
  whereIs: (path: string) => string;
}

/**
 * Reads a framework from the sheets of a workbook, as `toSheets` writes them and people change them.
 * Columns are known by their titles, in any order; columns that only say something in words are not
 * read. A key may be left blank, and is then made from the title. What is said wrongly is refused,
 * cell by cell, all at once.
 *
 * The framework need not be fit to be published: texts may be blank, and `checkFramework` says what
 * is left to do.
 */
export function readSheets(sheets: readonly SheetOfCells[]): SheetsReading {
  const reading = new SheetReading(sheets);
  const list = (name: string, columns: readonly SheetColumn[], path: string, title = 'title') =>
    reading.table(name, {
      columns,
      path,
      keyFrom: { title, otherwise: path.split('.').at(-1) ?? '' },
    });
  const parts = partsOf(reading);
  const agencyRows = list(fixedSheets.agencies, titledColumns, 'agencies');
  const gradeRows = list(fixedSheets.grades, gradeColumns, 'scale.grades', 'label');
  const domainRows = list(fixedSheets.domains, domainColumns, 'domains');
  const fieldRows = list(fixedSheets.profileFields, profileFieldColumns, 'profileFields');
  const factRows = list(fixedSheets.facts, factColumns, 'facts');
  const indicatorRows = list(fixedSheets.indicators, indicatorColumns, 'indicators');
  const capRows = list(fixedSheets.caps, capColumns, 'caps', 'because');
  const sourceRows = list(fixedSheets.sources, sourceColumns, 'sources');
  const tagRows = list(fixedSheets.trainingTags, titledColumns, 'trainingTags');

  const grades = gradeRows.map(gradeFrom);
  const trainingTags = tagRows.map(titledFrom);
  const agencies = agencyRows.map(titledFrom);
  const sources = sourceRows.map((row) => ({
    ...{ key: row.key, title: row.text('title', limits.lineMax) },
    url: row.text('address', limits.lineMax),
  }));
  const fields = fieldRows.map(named);
  const facts = factRows.map(named);
  const known: Known = {
    ...{ agencies, sources, trainingTags, fields, facts, asked: [...fields, ...facts] },
    grades: grades.map(({ key, label }) => ({ key, title: label })),
    domains: domainRows.map(named),
  };
  const definition: FrameworkDefinition = {
    ...frameworkFrom(parts),
    actionPlanRefs: textsFromCell(parts.get('action plan')?.raw('value') ?? ''),
    agencies,
    scale: scaleFrom(parts, grades, known),
    profileFields: fieldRows.map((row) => fieldFrom(row, known)),
    domains: domainRows.map((row, at) => domainFrom(row, at, reading, grades, known)),
    facts: factRows.map((row) => factFrom(row, known)),
    indicators: indicatorRows.map((row) => indicatorFrom(row, known)),
    caps: capRows.map((row) => capFrom(row, known)),
    sources,
    trainingTags,
  };
  reading.tellUnclaimed();
  const { problems } = reading;
  const whereIs = (path: string): string => reading.whereIs(path);
  return { definition: problems.length > 0 ? null : definition, problems, whereIs };
}

const named = (row: SheetRow): Titled => ({ key: row.key, title: row.raw('title') });
const titledFrom = (row: SheetRow): Titled => ({
  key: row.key,
  title: row.text('title', limits.titleMax),
});

function gradeFrom(row: SheetRow): Grade {
  return {
    ...{ key: row.key, label: row.text('label', limits.titleMax) },
    neutralLabel: row.text('neutral label', limits.titleMax),
    points: row.numberOf('points', 0, limits.pointsMax),
    from: row.numberOf('score from', 0, null),
  };
}

/** The rows of the first sheet by what they give. */
function partsOf(reading: SheetReading): Map<FrameworkRow, SheetRow> {
  const { framework } = fixedSheets;
  const rows = reading.table(framework, { columns: frameworkColumns, path: 'framework' });
  const names = frameworkRows.map(({ name }) => name);
  const parts = new Map<FrameworkRow, SheetRow>();
  for (const row of rows) {
    const name = row.word('part', names);
    if (name && parts.has(name)) row.tell('part', `“${name}” stands here twice. Keep one`);
    else if (name) parts.set(name, row);
  }
  for (const { name, path } of frameworkRows) {
    const row = parts.get(name)?.number ?? 1;
    reading.place(path, cellName(framework, row, 1));
  }
  // A row that is not understood is most likely the one that is missing: told once.
  const missing = names.find((name) => !parts.has(name));
  if (missing !== undefined && reading.problems.length === 0) {
    reading.tell(cellName(framework, 1, 0), `There is no row “${missing}”. Put it back`);
  }
  return parts;
}

function frameworkFrom(
  parts: ReadonlyMap<FrameworkRow, SheetRow>,
): Pick<FrameworkDefinition, 'kind' | 'title' | 'purpose' | 'unit' | 'unitTitle'> {
  const text = (name: FrameworkRow, max: number): string =>
    parts.get(name)?.text('value', max) ?? '';
  const kind = text('kind', limits.keyMax).trim();
  if (parts.has('kind') && !frameworkKeyPattern.test(kind)) {
    const message = `“${kind}” is no key. Use small letters, digits and single hyphens, a letter first`;
    parts.get('kind')?.tell('value', message);
  }
  return {
    kind,
    title: text('title', limits.titleMax),
    purpose: text('purpose', limits.textMax),
    unit: parts.get('unit')?.word('value', frameworkUnits) ?? 'plan',
    unitTitle: text('unit title', limits.titleMax),
  };
}

function scaleFrom(
  parts: ReadonlyMap<FrameworkRow, SheetRow>,
  grades: Grade[],
  known: Known,
): Scale {
  const outcomes = nonGrades.map((key) => ({ key, title: nonGradeTitle[key] }));
  const evidence = parts.get('evidence needed for');
  return {
    grades,
    meetsFrom: parts.get('standard met from')?.one('value', 'grade', known.grades) ?? '',
    evidenceRequiredFor:
      evidence?.several('value', 'grade or outcome', [...known.grades, ...outcomes]) ?? [],
  };
}

function domainFrom(
  row: SheetRow,
  at: number,
  reading: SheetReading,
  grades: readonly Grade[],
  known: Known,
): Domain {
  return {
    ...{ key: row.key, title: row.text('title', limits.titleMax) },
    shortTitle: row.text('short title', limits.shortTitleMax),
    purpose: row.text('purpose', limits.textMax),
    sections: row.sections(),
    weight: row.numberOf('weight', 1, limits.domainWeightsSum),
    criteria: criteriaOf(row, at, reading, grades, known),
  };
}

function criteriaOf(
  row: SheetRow,
  at: number,
  reading: SheetReading,
  grades: readonly Grade[],
  known: Known,
): Domain['criteria'] {
  const name = row.raw('sheet').trim();
  if (name === '' || reading.isClaimed(name)) {
    const message =
      name === '' ? 'Name the sheet that holds its criteria' : 'Another part has this sheet';
    row.tell('sheet', `${message}. Each domain has a sheet of its own`);
    return [];
  }
  if (!reading.sheet(name)) {
    row.tell('sheet', `There is no sheet “${name}”. Give the name of the sheet with its criteria`);
    return [];
  }
  const headers = new Map<string, string>();
  const further = (header: string): SheetColumn | undefined => {
    const grade = gradeOfHeader(header, grades);
    if (!grade) return undefined;
    const title = `grade ${grade.key}`;
    headers.set(grade.key, title);
    return { title, part: `descriptors.${grade.key}`, width: descriptorWidth };
  };
  const before = reading.problems.length;
  const rows = reading.table(name, {
    ...{ columns: criterionColumns, path: `domains.${at}.criteria`, further },
    keyFrom: { title: 'title', otherwise: 'criterion' },
  });
  const missing = grades.find(({ key }) => !headers.has(key));
  if (missing && reading.problems.length === before) {
    const message = `There is no column for the grade “${missing.label}”. Put it back`;
    reading.tell(cellName(name, 1, 0), message);
  }
  return rows.map((one) => criterionFrom(one, known, headers));
}
