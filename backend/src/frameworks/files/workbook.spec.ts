import { describe, expect, it } from '@jest/globals';
import {
  Problem,
  readSheets,
  toSheets,
  type SheetCell,
  type SheetOfCells,
} from '@app/shared/domain';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { referenceDefinitions } from '../reference/reference-definitions.js';
import { readWorkbook } from './read-workbook.js';
import { writeWorkbook } from './write-workbook.js';

const { frameworks } = referenceDefinitions();
const sheet = (rows: SheetOfCells['rows']) => ({ name: 'One', rows, widths: [20, 20] });

async function refusal(bytes: Buffer): Promise<string> {
  try {
    await readWorkbook(bytes);
  } catch (error) {
    if (error instanceof Problem) return error.detail;
    throw error;
  }
  return 'not refused';
}

/** A workbook with one part of it made otherwise. */
async function workbookBut(part: string, change: (xml: string) => string): Promise<Buffer> {
  const parts = unzipSync(
    await writeWorkbook([
      sheet([
        ['a', 'b'],
        ['c', 1],
      ]),
    ]),
  );
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  return Buffer.from(zipSync({ ...parts, [part]: strToU8(change(xml)) }));
}

/** Half a character cannot be kept anywhere. */
const wellFormed = (cell: SheetCell): SheetCell =>
  typeof cell === 'string' ? cell.toWellFormed() : cell;

const SHEET = 'xl/worksheets/sheet1.xml';

describe('a workbook', () => {
  it.each(frameworks)('holds $title whole', async (definition) => {
    const sheets = await readWorkbook(await writeWorkbook(toSheets(definition)));
    const { definition: read, problems } = readSheets(sheets);
    expect(problems).toEqual([]);
    expect(read).toEqual(definition);
  });

  it('has a sheet for each domain, its criteria below a header that stays', async () => {
    const [plan] = frameworks;
    const bytes = await writeWorkbook(toSheets(plan as (typeof frameworks)[0]));
    const sheets = await readWorkbook(bytes);
    expect(sheets.slice(0, 6).map(({ name }) => name)).toEqual([
      ...['Framework', 'Agencies', 'Grades', 'Domains'],
      ...(plan?.domains ?? []).slice(0, 2).map(({ shortTitle }) => shortTitle),
    ]);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet5.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(xml).toMatch(/<pageSetup fitToWidth="\d" fitToHeight="0" [^>]*landscape/);
  });

  it('keeps texts that XML and spreadsheets find hard', async () => {
    const hard = [
      ...[' so ', '=1+1', 'a\nb\tc', '\r\n', '_x0041_', '<&>"\'', 'Élan — “so” 𝄞', '0012'],
      ...['\u0007bell', '\uFFFE', '_x005F_', '1e5', 'TRUE'],
    ];
    const rows = [['a', 'b'], ...hard.map((text) => [text, 1.5])];
    expect(await readWorkbook(await writeWorkbook([sheet(rows)]))).toEqual([{ name: 'One', rows }]);
  });

  it('keeps whatever text and number there is', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    const number = fc.oneof(
      fc.integer(),
      fc.integer().map((whole) => whole / 100),
    );
    const cells = fc.array(fc.tuple(text, fc.oneof(text, number)), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(cells, async (rows) => {
        const own = rows.map((row) => row.map(wellFormed));
        expect(await readWorkbook(await writeWorkbook([sheet(own)]))).toEqual([
          { name: 'One', rows: own },
        ]);
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  it.each<[string, (xml: string) => string, RegExp]>([
    ['a row far down', (xml) => xml.replace('r="2"', 'r="1048576"'), /beyond row 2,000/],
    ['a cell far right', (xml) => xml.replace('r="B2"', 'r="XFD2"'), /column 200, at XFD2/],
    ['a row beyond all', (xml) => xml.replace('r="2"', 'r="99999999999"'), /not an Excel/],
    ['a row written oddly', (xml) => xml.replace('r="2"', 'r="&#50;"'), /not an Excel/],
    ['a sheet cut short', (xml) => xml.slice(0, xml.indexOf('<c ') + 8), /not an Excel/],
  ])('is refused with %s', async (_, change, sentence) => {
    expect(await refusal(await workbookBut(SHEET, change))).toMatch(sentence);
  });

  it('is refused when it would fill the memory', async () => {
    const bytes = await workbookBut(SHEET, (xml) => xml + ' '.repeat(40 * 1024 * 1024));
    expect(bytes.length).toBeLessThan(200_000);
    expect(await refusal(bytes)).toMatch(/far more than a framework/);
  });

  it.each([
    ['no workbook', Buffer.from('domain,criterion\n')],
    ['a ZIP of something else', Buffer.from(zipSync({ 'a.txt': strToU8('a') }))],
    ['cut short', Buffer.from('PK\u0003\u0004\u0014\u0000', 'latin1')],
    ['empty', Buffer.alloc(0)],
  ])('is refused when it is %s', async (_, bytes) => {
    expect(await refusal(bytes)).toMatch(/^This is not an Excel workbook/);
  });
});
