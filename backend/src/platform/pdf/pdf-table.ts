import {
  fullWidth,
  ink,
  type Place,
  type Structure,
  type TaggedPdf,
  type TextStyle,
} from './tagged-pdf.js';

export interface PdfTable {
  /** Null where a heading stands right above that says the same. */
  caption: string | null;
  columns: readonly { title: string; isNumeric: boolean }[];
  /** The first text of each row is its header. */
  rows: readonly (readonly string[])[];
}

const styles = {
  caption: { font: 'semibold', size: 9.5, colour: ink.text },
  head: { font: 'semibold', size: 8.5, colour: ink.text },
  body: { font: 'regular', size: 8.5, colour: ink.text },
} as const satisfies Record<string, TextStyle>;

/** Rows that stay with the header: a short table is not cut at all. */
const keptTogether = 6;

/** Of a caption in one line with the space below it. */
const captionHeight = 20;

const padding = { x: 12, y: 3 };

interface Column extends Place {
  isNumeric: boolean;
}

/**
 * Draws a table with its caption and scoped headers. Rows are never cut: where a page ends the
 * header is drawn again as an artifact, so that it is read once and seen on each page.
 */
export function drawTable(pdf: TaggedPdf, { caption, columns, rows }: PdfTable): void {
  const laid = layColumns(pdf, columns, rows);
  const titles = columns.map(({ title }) => title);
  const headHeight = heightOfRow(pdf, titles, laid, styles.head);
  const firstRows = rows.slice(0, keptTogether);
  const heights = firstRows.map((row) => heightOfRow(pdf, row, laid, styles.body));
  pdf.ensure((caption === null ? 0 : captionHeight) + headHeight + sum(heights));
  const table = pdf.drawing.struct('Table');
  pdf.root.add(table);
  if (caption !== null) pdf.text('Caption', caption, styles.caption, { parent: table });
  drawRow(pdf, table, titles, laid, () => ({ tag: 'TH', scope: 'Column' }));
  for (const row of rows) {
    if (heightOfRow(pdf, row, laid, styles.body) > pdf.room) {
      pdf.newPage();
      pdf.artifact(() => {
        writeCells(pdf, titles, laid, styles.head);
      }, 'Pagination');
      endRow(pdf, headHeight);
    }
    drawRow(pdf, table, row, laid, (place) =>
      place === 0 ? { tag: 'TH', scope: 'Row' } : { tag: 'TD' },
    );
  }
  table.end();
  pdf.space(12);
}

function drawRow(
  pdf: TaggedPdf,
  table: Structure,
  texts: readonly string[],
  columns: readonly Column[],
  cellAt: (place: number) => { tag: string; scope?: 'Row' | 'Column' },
): void {
  const line = pdf.drawing.struct('TR');
  table.add(line);
  const kinds = texts.map((_, place) => cellAt(place));
  const style = kinds.every(({ scope }) => scope === 'Column') ? styles.head : styles.body;
  texts.forEach((text, place) => {
    const column = columns[place];
    const kind = kinds[place];
    if (!column || !kind) return;
    const cell = pdf.drawing.struct(kind.tag, kind as object);
    line.add(cell);
    cell.add(() => {
      writeCell(pdf, text, column, style);
    });
    cell.end();
  });
  line.end();
  endRow(pdf, heightOfRow(pdf, texts, columns, style));
}

function writeCells(
  pdf: TaggedPdf,
  texts: readonly string[],
  columns: readonly Column[],
  style: TextStyle,
): void {
  texts.forEach((text, place) => {
    const column = columns[place];
    if (column) writeCell(pdf, text, column, style);
  });
}

function writeCell(pdf: TaggedPdf, text: string, column: Column, style: TextStyle): void {
  const { isNumeric } = column;
  const x = column.x === fullWidth.x ? column.x : column.x + padding.x / 2;
  const place = { x, width: column.width - padding.x };
  pdf.write(text, style, place, pdf.y + padding.y, isNumeric ? 'right' : 'left');
}

function endRow(pdf: TaggedPdf, height: number): void {
  pdf.space(height);
  pdf.rule(pdf.y);
}

function heightOfRow(
  pdf: TaggedPdf,
  texts: readonly string[],
  columns: readonly Column[],
  style: TextStyle,
): number {
  const heights = texts.map((text, place) =>
    pdf.heightOf(text, style, (columns[place]?.width ?? 0) - padding.x),
  );
  return Math.max(0, ...heights) + 2 * padding.y;
}

/**
 * Each column gets the width of its longest word or the width it would like, whichever the page
 * has room for; what is left is shared out in proportion to what is still wanted.
 */
function layColumns(
  pdf: TaggedPdf,
  columns: PdfTable['columns'],
  rows: PdfTable['rows'],
): Column[] {
  const texts = columns.map(({ title }, place) => [title, ...rows.map((row) => row[place] ?? '')]);
  const width = (text: string) => pdf.widthOf(text, styles.head) + padding.x + 1;
  const least = texts.map((column) =>
    Math.max(...column.flatMap((text) => text.split(' ')).map(width)),
  );
  const wanted = texts.map((column) => Math.max(...column.map(width)));
  const spare = fullWidth.width - sum(least);
  const missing = sum(wanted) - sum(least);
  const part = missing > 0 ? Math.min(1, spare / missing) : 0;
  const widths = least.map((one, place) => one + part * ((wanted[place] ?? one) - one));
  const rest = fullWidth.width - sum(widths);
  let x: number = fullWidth.x;
  return columns.map(({ isNumeric }, place) => {
    // Room that nobody wants goes to the first column, so that figures stand at the right edge.
    const column = { x, width: (widths[place] ?? 0) + (place === 0 ? rest : 0), isNumeric };
    x += column.width;
    return column;
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
