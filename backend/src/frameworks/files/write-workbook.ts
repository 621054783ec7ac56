import type { WrittenSheet } from '@app/shared/domain';
import writeXlsxFile, { type CellObject, type Feature, type Sheet } from 'write-excel-file/node';

/** What one printed page across holds, in characters of column width. */
const PAGE_WIDTH = 180;

type FileContent = Parameters<typeof writeXlsxFile>[0] extends (infer One)[]
  ? One extends Sheet<infer Content>
    ? Content
    : never
  : never;

/** A workbook with these sheets: bold headers that stay in sight, wrapped texts, pages that print. */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const written = sheets.map(({ name, rows, widths }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    data: rows.map((cells, row) =>
      cells.map((cell): CellObject | null => {
        if (cell === null) return null;
        return { ...valueOf(cell), ...(row === 0 ? header : body) };
      }),
    ),
  }));
  return writeXlsxFile(written, { features: [pagesAcross] }).toBuffer();
}

const body: CellObject = { wrap: true, alignVertical: 'top' };
const header: CellObject = {
  ...body,
  fontWeight: 'bold',
  backgroundColor: '#e8eaed',
};

function valueOf(cell: string | number): Pick<CellObject, 'type' | 'value'> {
  return typeof cell === 'number'
    ? { type: Number, value: cell }
    : { type: String, value: escaped(cell) };
}

/** Characters that XML cannot hold, and what looks like one of these, as workbooks write them. */
function escaped(text: string): string {
  // The writer keeps texts by name in an object, which has a few names of its own.
  if (text in Object.prototype) return codeOf(text) + text.slice(1);
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, codeOf);
}

const codeOf = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Prints a wide sheet on pages beside one another, at a size that can be read. */
const pagesAcross: Feature<FileContent> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, { columns = [] }) => {
          const width = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
          const pages = Math.ceil(width / PAGE_WIDTH);
          return xml
            .replace(/(<worksheet [^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace('<pageSetup ', `<pageSetup fitToWidth="${pages}" fitToHeight="0" `);
        },
      },
    },
  },
};
