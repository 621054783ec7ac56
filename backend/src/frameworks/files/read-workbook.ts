import { Problem, type SheetCell, type SheetOfCells } from '@app/shared/domain';
import { strFromU8, unzipSync, type UnzipFileInfo } from 'fflate';
import readXlsxFile, { type Sheet } from 'read-excel-file/universal';

/** What a workbook may hold when it is unpacked. A framework of the largest size needs a tenth of it. */
const UNPACKED_BYTES_MAX = 25 * 1024 * 1024;
const PARTS_MAX = 300;
/** Cells further down or right than this are no framework's, and gaps up to them would fill the memory. */
const ROWS_MAX = 2_000;
const COLUMNS_MAX = 200;

/**
 * Reads the sheets of a workbook (XLSX) as cells. Formulas give what they came to; yes-or-no cells
 * and dates become text.
 *
 * @throws Problem rule-broken, saying what the file is or where it cannot be read
 */
export async function readWorkbook(bytes: Buffer): Promise<SheetOfCells[]> {
  const parts = unpacked(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) refuseFarCells(strFromU8(part));
  }
  return (await sheetsOf(bytes)).map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((cells) => cells.map(cellOf)),
  }));
}

function unpacked(bytes: Buffer): Record<string, Uint8Array> {
  let size = 0;
  let count = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    size += originalSize;
    count += 1;
    // Sizes stand before the parts: what is too much is refused before it is unpacked.
    if (size > UNPACKED_BYTES_MAX || count > PARTS_MAX) {
      throw Problem.ofFile('The workbook holds far more than a framework. Take the rest out of it');
    }
    return name.endsWith('.xml');
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw notAWorkbook();
  }
}

/**
 * Refuses a sheet with a cell far out. Every row and cell says where it stands in an attribute; one
 * that says so in an unusual way is refused too, because it was not written by a spreadsheet.
 */
function refuseFarCells(xml: string): void {
  for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?(?:row|c)[\s/>][^>]*>?/g)) {
    const place = /[\s"']r\s*=\s*["']([^"']*)["']/.exec(tag)?.[1];
    if (place === undefined) {
      if (/[\s"'][\w:.-]*r\s*=/.test(tag)) throw notAWorkbook();
      continue;
    }
    const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
    if (letters === undefined) throw notAWorkbook();
    if (Number(digits) > ROWS_MAX || columnOf(letters) > COLUMNS_MAX) {
      throw Problem.ofFile(
        `A sheet has cells beyond row ${ROWS_MAX.toLocaleString('en-GB')} or column ${COLUMNS_MAX}, at ${place}. Delete the rows and columns that are not needed, also empty ones, and save it again`,
      );
    }
  }
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

async function sheetsOf(bytes: Buffer): Promise<Sheet[]> {
  try {
    const own = new Uint8Array(bytes);
    return await readXlsxFile(own.buffer, { trim: false });
  } catch {
    throw notAWorkbook();
  }
}

function cellOf(cell: unknown): SheetCell {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' ? cell : null;
}

const notAWorkbook = (): Problem =>
  Problem.ofFile(
    'This is not an Excel workbook that can be read. Open it in your spreadsheet, save it as XLSX and choose that file',
  );
