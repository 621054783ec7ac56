import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawing, type Drawing } from '../drawing.fixture.js';
import { frameworkOf, recipes } from '../generated-framework.fixture.js';
import { readSheets } from './read-sheets.js';
import { fixedSheets } from './sheet-columns.js';
import { cellName, type SheetCell, type WrittenSheet } from './sheet.js';
import { toSheets } from './write-sheets.js';

/*
 * Workbooks as the service writes them, in which people then change cells wrongly; what is told must
 * be what was planted, by sheet and cell.
 */

/** A kind of mistake: the sheet it is made on, the column, and what is typed there. */
interface Mistake {
  sheet: (typeof fixedSheets)[keyof typeof fixedSheets] | 'a domain';
  column: string;
  typed: readonly SheetCell[];
  /** Rows in which it is one, by another cell. */
  where?: [column: string, value: string];
}

const mistakes: Record<string, Mistake> = {
  'unknown agency': { sheet: 'a domain', column: 'agencies', typed: ['police', 'agency-0; polic'] },
  'unknown lead': { sheet: 'a domain', column: 'lead agency', typed: ['police', 'agency-99'] },
  'no weight': { sheet: 'a domain', column: 'weight', typed: ['x', 0, 11, 1.5, null, '2 or 3'] },
  'no yes or no': { sheet: 'a domain', column: 'critical', typed: ['maybe', 2] },
  'unknown section': { sheet: 'a domain', column: 'sections', typed: ['L', 'A; Z', 'H'] },
  'unknown basis': { sheet: 'a domain', column: 'basis', typed: ['law', null] },
  'unknown mode': {
    sheet: 'a domain',
    column: 'left out',
    typed: ['sometimes'],
    where: ['left out', 'always'],
  },
  'rule in prose': {
    sheet: 'a domain',
    column: 'rule',
    typed: ['Before Year 9.', 'field-0 <'],
    where: ['left out', 'rule'],
  },
  'rule on nothing known': {
    sheet: 'a domain',
    column: 'rule',
    typed: ['height > 9'],
    where: ['left out', 'rule'],
  },
  'rule that is missing': {
    sheet: 'a domain',
    column: 'rule',
    typed: [null, ' '],
    where: ['left out', 'rule'],
  },
  'rule not read': {
    sheet: 'a domain',
    column: 'rule',
    typed: ['field-0 < 9'],
    where: ['left out', 'always'],
  },
  'title too long': { sheet: 'a domain', column: 'title', typed: ['T'.repeat(61)] },
  'key that is none': {
    sheet: 'a domain',
    column: 'key',
    typed: ['Own words', '9-on', 'k'.repeat(61)],
  },
  'citation without a source': {
    sheet: 'a domain',
    column: 'citations',
    typed: ['9.69', 'act: s 37'],
  },
  'unknown training': { sheet: 'a domain', column: 'training tags', typed: ['tag-9'] },
  'no points': { sheet: fixedSheets.grades, column: 'points', typed: ['many', 1.5, -1, 101] },
  'no band': { sheet: fixedSheets.grades, column: 'score from', typed: ['2,5', null] },
  'domain without a weight': { sheet: fixedSheets.domains, column: 'weight', typed: ['x', null] },
  'unknown field type': { sheet: fixedSheets.profileFields, column: 'type', typed: ['text'] },
  'unknown register column': {
    ...{ sheet: fixedSheets.profileFields, column: 'register column', typed: ['surname', null] },
    where: ['comes from', 'register'],
  },
  'unknown recorder': { sheet: fixedSheets.facts, column: 'recorded by', typed: ['police'] },
  'unknown count': { sheet: fixedSheets.facts, column: 'at most', typed: ['fact-99'] },
  'unknown kind': {
    sheet: fixedSheets.indicators,
    column: 'kind',
    typed: ['mean', null],
    where: ['kind', 'share'],
  },
  'unknown grade': { sheet: fixedSheets.caps, column: 'ceiling', typed: ['Brilliant', 'grade-9'] },
  'unknown grade of a cap': { sheet: fixedSheets.caps, column: 'at or below', typed: ['grade-9'] },
  'unknown domain': {
    sheet: fixedSheets.caps,
    column: 'domain',
    typed: ['domain-99'],
    where: ['looks at', 'domain'],
  },
};

/** Mistakes about a sheet as a whole: what they change, and the cell where they are told. */
const ofSheets: Record<string, (sheet: WrittenSheet, draw: Drawing) => string> = {
  'header of a grade taken away': (sheet) => change(sheet, 0, widthOf(sheet) - 1, null),
  'header of a grade misspelt': (sheet) => change(sheet, 0, widthOf(sheet) - 1, 'Goood'),
  'header of a column misspelt': (sheet) => change(sheet, 0, placeOf(sheet, 'weight'), 'wieght'),
  'column twice': (sheet) => change(sheet, 0, placeOf(sheet, 'left out in words'), 'title'),
  'column of their own': (sheet) => change(sheet, 0, widthOf(sheet), 'Notes of Ruth'),
};

const widthOf = ({ rows }: WrittenSheet): number => rows[0]?.length ?? 0;
const placeOf = ({ rows }: WrittenSheet, column: string): number => (rows[0] ?? []).indexOf(column);

function change(sheet: WrittenSheet, row: number, place: number, cell: SheetCell): string {
  const cells = (sheet.rows[row] ??= []);
  cells[place] = cell;
  return cellName(sheet.name, row + 1, place);
}

/** Plants one mistake in a row that has none yet; null where the workbook has no such row. */
function plant(
  sheets: readonly WrittenSheet[],
  { sheet: name, column, typed, where }: Mistake,
  touched: Set<string>,
  draw: Drawing,
): string | null {
  const isFixed = ({ name: own }: WrittenSheet): boolean =>
    Object.values(fixedSheets).some((fixed) => fixed === own);
  const places = sheets
    .filter((sheet) => (name === 'a domain' ? !isFixed(sheet) : sheet.name === name))
    .flatMap((sheet) => sheet.rows.map((cells, row) => ({ sheet, row, cells })))
    .filter(({ sheet, row, cells }) => {
      if (row === 0 || touched.has(`${sheet.name} ${row}`)) return false;
      return !where || cells[placeOf(sheet, where[0])] === where[1];
    });
  if (places.length === 0) return null;
  const { sheet, row } = draw.of(places);
  touched.add(`${sheet.name} ${row}`);
  return change(sheet, row, placeOf(sheet, column), draw.of(typed));
}

describe('workbooks with planted mistakes', () => {
  it('are told what was planted, by sheet and cell, and nothing else', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(recipes, fc.nat(), (recipe, seed) => {
        const draw = drawing(seed);
        const sheets = toSheets(frameworkOf(recipe));
        const touched = new Set<string>();
        const planted: string[] = [];
        for (const [kind, mistake] of Object.entries(mistakes)) {
          const cell = draw.in100(30) ? plant(sheets, mistake, touched, draw) : null;
          if (cell === null) continue;
          planted.push(cell);
          seen.add(kind);
        }
        const { definition, problems } = readSheets(sheets);
        expect(problems.map(({ where }) => where).toSorted()).toEqual(planted.toSorted());
        expect(problems.every(({ message }) => message.length > 10)).toBe(true);
        expect(definition === null).toBe(planted.length > 0);
      }),
      { seed: 20261122, numRuns: 500 },
    );
    expect([...seen].toSorted()).toEqual(Object.keys(mistakes).toSorted());
  });

  it.each(Object.entries(ofSheets))('are told once of the %s', (_, mistake) => {
    fc.assert(
      fc.property(recipes, fc.nat(), (recipe, seed) => {
        const draw = drawing(seed);
        const sheets = toSheets(frameworkOf(recipe));
        const domain = sheets.find(({ name }) => name === 'Short') as WrittenSheet;
        const cell = mistake(domain, draw);
        const about = readSheets(sheets).problems.filter(({ where }) => /[A-Z]1$/.test(where));
        expect(about.map(({ where }) => where)).toEqual([cell]);
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });

  it('are told of a sheet that was renamed, at the domain and at the sheet', () => {
    const sheets = toSheets(frameworkOf({ ...small, seed: 4 }));
    const domain = sheets.find(({ name }) => name === 'Short') as WrittenSheet;
    domain.name = 'My copy';
    expect(readSheets(sheets).problems).toEqual([
      {
        where: 'Domains!A2',
        message: 'There is no sheet “Short”. Give the name of the sheet with its criteria',
      },
      {
        where: 'My copy!A1',
        message:
          'No part of a framework has the sheet “My copy”. Name it as a domain’s sheet on “Domains”, or take it out',
      },
    ]);
  });

  it('are told of a sheet that was taken out', () => {
    const sheets = toSheets(frameworkOf({ ...small, seed: 4 }));
    const { problems } = readSheets(sheets.filter(({ name }) => name !== fixedSheets.sources));
    expect(problems.map(({ where }) => where)).toContain('Sources!A1');
  });
});

describe('a workbook as people change it', () => {
  it('may name agencies and grades by their titles, leave keys out and turn columns round', () => {
    const given = frameworkOf({ ...small, agencies: 1, seed: 7 });
    given.agencies = [{ key: 'agency-0', title: 'Social care' }];
    const sheets = toSheets(given);
    const domain = sheets.find(({ name }) => name === 'Short') as WrittenSheet;
    change(domain, 1, placeOf(domain, 'agencies'), 'social care');
    change(domain, 1, placeOf(domain, 'lead agency'), 'SOCIAL CARE');
    change(domain, 1, placeOf(domain, 'title'), 'Own words');
    change(domain, 1, placeOf(domain, 'key'), null);
    domain.rows = domain.rows.map((cells) => cells.toReversed());
    const { definition, problems } = readSheets([...sheets].reverse());
    expect(problems).toEqual([]);
    expect(definition?.domains[0]?.criteria[0]).toEqual({
      ...given.domains[0]?.criteria[0],
      ...{ key: 'own-words', title: 'Own words' },
    });
  });

  it('leaves a descriptor unwritten, and says where any part of it stands', () => {
    const sheets = toSheets(frameworkOf({ ...small, seed: 7 }));
    const domain = sheets.find(({ name }) => name === 'Short') as WrittenSheet;
    const last = (domain.rows[0]?.length ?? 0) - 1;
    const cell = change(domain, 1, last, null);
    const { definition, whereIs } = readSheets(sheets);
    expect(Object.keys(definition?.domains[0]?.criteria[0]?.descriptors ?? {})).toEqual([
      ...['grade-0', 'grade-1'],
    ]);
    expect(whereIs('domains.0.criteria.0.descriptors.grade-2')).toBe(cell);
    expect(whereIs('domains.1.weight')).toBe('Domains!G3');
    expect(whereIs('scale.meetsFrom')).toBe('Framework!B7');
    expect(whereIs('domains')).toBe('Domains!A1');
  });
});

const small = {
  ...{ grades: 3, agencies: 1, domains: 2, criteriaMost: 1, fields: 1 },
  ...{ conditionDepth: 0, caps: 0 },
};
